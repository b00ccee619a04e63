import FlagOutlined from '@mui/icons-material/FlagOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paragraphFacts, periodWords } from '../../../shared/domain/paragraph-facts.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { LeaderPage, TableSplit } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { CasesLink, useShown } from './CasesLink.tsx';
import { Decisions } from './Decisions.tsx';
import { useEarlyWarnings } from './EarlyWarnings.tsx';
import styles from './Leader.module.css';
import { MonthPanel } from './MonthPanel.tsx';
import { ParagraphPanel } from './ParagraphPanel.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { TargetsDialog } from './TargetsDialog.tsx';
import { TargetsPanel } from './TargetsPanel.tsx';
import { Tiles } from './Tiles.tsx';
import { useHelpFacts } from './use-help-facts.ts';
import type { Money } from './use-money.ts';
import type { Satisfaction } from './use-satisfaction.ts';

/** The paragraph first, then figures, what waits for a decision, the months, and what all of it is made of. */
export function Figures(props: {
  page: LeaderPage;
  satisfaction: Satisfaction | null;
  money: Money | null;
  split: TableSplit;
  onSplit: (split: TableSplit) => void;
}) {
  const { page, satisfaction, money, split, onSplit } = props;
  const [isSetting, setSetting] = useState(false);
  const facts = useFacts(page, satisfaction, money);
  return (
    <>
      <ParagraphPanel page={page} facts={facts} />
      <Tiles page={page} satisfaction={satisfaction} money={money} />
      <div className={styles.under}>
        <p>
          {periodWords(page.period).replace(/^./, (first) => first.toUpperCase())}, so với{' '}
          {periodWords(page.before)}
        </p>
        <Ended page={page} />
        <span className="grow" />
        <Button size="small" startIcon={<FlagOutlined />} onClick={() => setSetting(true)}>
          Chỉ tiêu
        </Button>
      </div>
      <div className={styles.pair}>
        <Decisions today={page.today} early={useEarlyWarnings(page.scope)} />
        <MonthPanel months={page.months} />
      </div>
      <TargetsPanel />
      <SplitPanel split={split} onSplit={onSplit} />
      {isSetting && <TargetsDialog onClose={() => setSetting(false)} />}
    </>
  );
}

/** What is left out of the shares, and listed. */
function Ended({ page: { noDeadline, withdrawn, stopped } }: { page: LeaderPage }) {
  const told = [
    { set: 'settledNoDeadline', count: noDeadline, words: 'không có thời hạn, không tính vào tỷ lệ' },
    { set: 'withdrawn', count: withdrawn, words: 'đã rút' },
    { set: 'stopped', count: stopped, words: 'dừng giải quyết' },
  ] as const;
  return told.map(
    ({ set, count, words }) =>
      count > 0 && (
        <p key={set}>
          <CasesLink set={set} count={count}>
            {formatInteger(count)} hồ sơ
          </CasesLink>{' '}
          {words}
        </p>
      ),
  );
}

function useFacts(page: LeaderPage, satisfaction: Satisfaction | null, money: Money | null) {
  const trpc = useTRPC();
  const { office } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const { period, scope } = useShown();
  const help = useHelpFacts();
  const { data } = useQuery(trpc.statistics.table.queryOptions({ period, scope, by: 'field' }));
  const isEnough = satisfaction !== null && satisfaction.now.of >= satisfaction.least;
  const cases = paragraphFacts({
    period,
    today,
    unit: unitWords(office.name, office.unit),
    figures: page.figures,
    lateByField: (data?.rows ?? [])
      .map(({ key, late }) => ({ field: key, count: late }))
      .sort((a, b) => b.count - a.count),
    satisfaction: isEnough ? satisfaction.now : null,
    response: isEnough ? satisfaction.response : null,
    cashless: money?.now ?? null,
  });
  return { ...help, ...cases };
}

/** "Bộ phận Một cửa thị trấn Ít Ong". */
function unitWords(name: string, unit: string): string {
  if (name.toLowerCase().includes(unit.toLowerCase())) return name;
  return `${name} ${unit.slice(0, 1).toLowerCase()}${unit.slice(1)}`;
}
