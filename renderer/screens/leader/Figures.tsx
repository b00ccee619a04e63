import FlagOutlined from '@mui/icons-material/FlagOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { inPeriodWords, periodWords } from '../../../shared/domain/paragraph-facts.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { LeaderPage, TableSplit } from '../../../shared/views-leader.ts';
import { YearWithCases } from '../../components/YearWithCases.tsx';
import { CasesLink } from './CasesLink.tsx';
import type { Coming } from './coming.ts';
import { Decisions } from './Decisions.tsx';
import { useEarlyWarnings } from './EarlyWarnings.tsx';
import styles from './Leader.module.css';
import { MonthPanel } from './MonthPanel.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { ParagraphPanel } from './ParagraphPanel.tsx';
import { SplitPanel } from './SplitPanel.tsx';
import { TargetsDialog } from './TargetsDialog.tsx';
import { TargetsPanel } from './TargetsPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { Tiles } from './Tiles.tsx';
import type { Money } from './use-money.ts';
import { useParagraph } from './use-paragraph.ts';
import type { Satisfaction } from './use-satisfaction.ts';

/** The paragraph first, then figures, what waits for a decision, the months, and what all of it is made of. */
export function Figures(props: {
  page: LeaderPage;
  /** Null where it is not told. */
  satisfaction: Coming<Satisfaction> | null;
  money: Coming<Money> | null;
  split: TableSplit;
  onSplit: (split: TableSplit) => void;
}) {
  const { page, satisfaction, money, split, onSplit } = props;
  const [isSetting, setSetting] = useState(false);
  const paragraph = useParagraph(page, { satisfaction, money });
  return (
    <>
      {page.figures.every(({ now }) => now.count === 0) && <EmptyPeriod page={page} />}
      <ParagraphPanel page={page} input={paragraph} />
      <Tiles page={page} satisfaction={satisfaction?.value ?? null} money={money?.value ?? null} />
      <div className={styles.under}>
        <p>{comparedWords(page)}</p>
        <Ended page={page} />
        <span className="grow" />
        <Button size="small" startIcon={<FlagOutlined />} onClick={() => setSetting(true)}>
          Chỉ tiêu
        </Button>
      </div>
      <div className={styles.pair}>
        <div className={styles.beside}>
          <Decisions today={page.today} early={useEarlyWarnings(page.scope)} />
          <OpenPanel />
        </div>
        <MonthPanel months={page.months} />
      </div>
      <TargetsPanel />
      <SplitPanel split={split} onSplit={onSplit} />
      {Object.keys(page.scope).length === 0 && <TeamPanel />}
      {isSetting && <TargetsDialog onClose={() => setSetting(false)} />}
    </>
  );
}

function EmptyPeriod({ page: { period, scope } }: { page: LeaderPage }) {
  return (
    <div className={styles.empty}>
      <p>
        {Object.keys(scope).length === 0
          ? `Sổ không có hồ sơ nào ${inPeriodWords(period)}.`
          : 'Không có hồ sơ nào như bộ lọc trong kỳ này.'}
      </p>
      <YearWithCases period={period} pathOf={({ from }) => `/lanh-dao?ky=year&tu=${from}`} />
    </div>
  );
}

/** With what the differences are to, or that there is nothing to compare with. */
function comparedWords({ period, before, figures }: LeaderPage): string {
  const shown = periodWords(period).replace(/^./, (first) => first.toUpperCase());
  return figures.some((figure) => figure.before !== null)
    ? `${shown}, so với ${periodWords(before)}`
    : `${shown}; sổ chưa có số liệu ${periodWords(before)} để so sánh`;
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
