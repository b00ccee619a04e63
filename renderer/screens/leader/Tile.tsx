import type { ReactNode } from 'react';
import { meets, targetsFor } from '../../../shared/domain/target.ts';
import type { Share, TrendPoint } from '../../../shared/views-leader.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';
import { Definition, type Meaning } from './Definition.tsx';
import { bigWords, differenceWords, valueWords } from './figure-words.ts';
import { Sparkline } from './Sparkline.tsx';
import styles from './Tile.module.css';
import { useLeaderSettings } from './use-leader-settings.ts';

interface TileProps {
  indicator: string;
  meaning: Meaning & { note?: string | undefined };
  better: 'high' | 'low';
  now: Share;
  before: Share | null;
  trend: readonly TrendPoint[];
  /** The big number as a link to what it counted. */
  open: (words: ReactNode, className: string | undefined) => ReactNode;
  /** "3.716/3.717 hồ sơ", each number a link. */
  parts: ReactNode;
}

/** One figure: how much, of how many, its course, its target, and what it was before. */
export function Tile({ indicator, meaning, better, now, before, trend, open, parts }: TileProps) {
  const shown = useShown();
  const { targets } = useLeaderSettings();
  const today = useOfficeNow().slice(0, 10);
  const [target] = targetsFor(targets, indicator, { ...shown.period, scope: shown.scope });
  const difference = differenceWords(now, before);
  const isMet = target && meets(target, now, better);
  const judged = target && typeof isMet === 'boolean' && (
    <StatusMark tone={isMet ? 'ok' : 'done'}>
      {targetWords(isMet, better)} {valueWords(target, target.value)}
    </StatusMark>
  );
  const [number, sign] = bigWords(now).split(' ');
  return (
    <div className={styles.tile}>
      <Definition {...meaning} />
      <div className={styles.middle}>
        {open(
          <>
            {number}
            {sign && <small> {sign}</small>}
          </>,
          styles.big,
        )}
        <Sparkline
          trend={trend.filter(({ from }) => from <= today)}
          target={target ? target.value / (target.unit === 'count' ? 1 : 10_000) : null}
        />
      </div>
      <p className={styles.parts}>{parts}</p>
      {(judged || difference) && (
        <p className={styles.compared}>
          <span>{judged}</span>
          {difference && <span title="So với kỳ trước">{difference}</span>}
        </p>
      )}
    </div>
  );
}

function targetWords(isMet: boolean, better: 'high' | 'low'): string {
  if (isMet) return 'đạt chỉ tiêu';
  return better === 'high' ? 'dưới chỉ tiêu' : 'trên chỉ tiêu';
}
