import { useQuery } from '@tanstack/react-query';
import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { channelLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';

/** Whose cases a figure counts, "lĩnh vực Đất đai, nộp trực tuyến"; '' of the whole office. */
export function useScopeWords(): (scope: StatisticsScope) => string {
  const { data: procedures = [] } = useQuery(useTRPC().catalogue.list.queryOptions());
  const { people } = useSession();
  const { points } = useLeaderSettings();
  return ({ field, procedureCode, channel, point, holderId, area }) => {
    const procedure = procedures.find(({ code }) => code === procedureCode)?.shortName ?? procedureCode;
    const pointName = points.find(({ id }) => id === point)?.name ?? point;
    const holder = people.find(({ id }) => id === holderId)?.name ?? holderId;
    return [
      field !== undefined && `lĩnh vực ${field}`,
      procedureCode !== undefined && `thủ tục ${procedure}`,
      channel && `nộp ${channelLabels[channel].toLowerCase()}`,
      point !== undefined && (point === '' ? 'nhận tại quầy' : `nhận tại ${pointName}`),
      holderId !== undefined && `người giữ ${holder}`,
      area !== undefined && (area === '' ? 'không rõ địa chỉ' : `địa chỉ ${area}`),
    ]
      .filter((words) => words !== false && words !== undefined)
      .join(', ');
  };
}
