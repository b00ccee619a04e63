import Button from '@mui/material/Button';
import { Link, useSearchParams } from 'react-router';
import { assistanceLevelLabels } from '../../../shared/digital-words.ts';
import { formatDay } from '../../../shared/format.ts';
import { api } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { type Counted, digitalPath, readCounted } from './digital-paths.ts';
import { helpWords } from './digital-words.ts';
import { PagedRows } from './PagedRows.tsx';
import { PeopleRows } from './PeopleRows.tsx';
import { useDigitalSetup } from './use-digital-setup.ts';

/** Exactly what a number of the page counts: people, or lượt. */
export function CountedList() {
  const [params] = useSearchParams();
  const counted = readCounted(params);
  const words = useWords(counted);
  const empty = <EmptyState title="Không có ai ở đây">Con số của danh sách này là 0.</EmptyState>;
  const back = (
    <Button component={Link} to={digitalPath} size="small" variant="text">
      Về Hỗ trợ số
    </Button>
  );
  if (counted === undefined)
    return (
      <EmptyState title="Địa chỉ không rõ" action={back}>
        Mở lại danh sách từ một con số của trang Hỗ trợ số.
      </EmptyState>
    );
  return (
    <Panel title={words.title} note={words.note} actions={back} flush>
      {counted.kind === 'helps' ? (
        <HelpRows counted={counted} />
      ) : (
        <PeopleRows key={params.toString()} counted={counted} empty={empty} />
      )}
    </Panel>
  );
}

function useWords(counted: Counted | undefined): { title: string; note: string } {
  const setup = useDigitalSetup();
  if (counted === undefined) return { title: '', note: '' };
  const { from, to } = counted.period;
  const days = from === to ? formatDay(to) : `${formatDay(from)} – ${formatDay(to)}`;
  if (counted.kind === 'helped') return { title: 'Người được giúp', note: days };
  if (counted.kind === 'helps') {
    const level = counted.level && `: ${assistanceLevelLabels[counted.level].toLowerCase()}`;
    return { title: `Lượt giúp${level ?? ''}`, note: days };
  }
  const { state, measure, area } = counted;
  const label =
    measure === 'complete'
      ? 'đủ tiêu chí'
      : (setup?.criteria.find(({ id }) => id === measure)?.label ??
        setup?.funnel.find(({ id }) => `step:${id}` === measure)?.label ??
        '');
  const title = {
    all: 'Người có thẻ',
    reached: `Đã đạt: ${label}`,
    within: `Đạt trong kỳ: ${label}`,
    lacking: `Còn thiếu: ${label}`,
  }[state];
  const note = state === 'within' ? days : `đến ${formatDay(to)}`;
  return { title, note: area === null ? note : `${note} · ${area || 'chưa rõ địa bàn'}` };
}

function HelpRows({ counted }: { counted: Extract<Counted, { kind: 'helps' }> }) {
  const setup = useDigitalSetup();
  const { period, level, teamId, topic = null } = counted;
  return (
    <PagedRows
      counted={counted}
      ask={(after: { key: string; id: string } | null) =>
        api.digital.helps.query({ period, level, teamId, topic, after })
      }
      rowOf={(row) => ({
        key: row.id,
        personId: row.personId,
        name: row.personName,
        right: setup?.topics.find(({ id }) => id === row.topic)?.label ?? row.topic,
        below: helpWords(row),
        belowRight: row.teamName ?? row.area,
      })}
      empty={<EmptyState title="Không có lượt nào ở đây">Con số của danh sách này là 0.</EmptyState>}
    />
  );
}
