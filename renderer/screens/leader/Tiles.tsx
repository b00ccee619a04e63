import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type CaseIndicator, caseIndicators } from '../../../shared/domain/case-indicators.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import type { CaseFigure, LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { CasesLink, useShown } from './CasesLink.tsx';
import { HelpTiles } from './HelpTiles.tsx';
import { cashlessMeaning, satisfactionMeaning } from './indicator-words.ts';
import { moneyPath, ratingsPath } from './other-paths.ts';
import styles from './Tile.module.css';
import { Tile } from './Tile.tsx';
import type { Money } from './use-money.ts';
import type { Satisfaction } from './use-satisfaction.ts';

/** What is not a share of cases stands between those that are. */
const order = [
  'received',
  'settled',
  'inTime',
  'online',
  'satisfaction',
  'sameDay',
  'digitised',
  'digitalResult',
  'fullOnline',
  'cashless',
  'open',
  'openLate',
  'awaiting',
] as const;

/** Figures in one strip; each says how much of how many, and opens it. What is not split by cases is told of all of them alone. */
export function Tiles(props: { page: LeaderPage; satisfaction: Satisfaction | null; money: Money | null }) {
  const { page, satisfaction, money } = props;
  const isWhole = Object.keys(page.scope).length === 0;
  return (
    <section className={styles.tiles} aria-label="Chỉ số">
      {order.map((key) => {
        if (key === 'satisfaction')
          return satisfaction && <SatisfactionTile key={key} period={page.period} {...satisfaction} />;
        if (key === 'cashless') return money && <CashlessTile key={key} period={page.period} {...money} />;
        if (key === 'awaiting') return <AwaitingTile key={key} />;
        const figure = page.figures.find((one) => one.key === key);
        return figure && <CaseTile key={key} figure={figure} />;
      })}
      {isWhole && <HelpTiles page={page} />}
    </section>
  );
}

function CaseTile({ figure }: { figure: CaseFigure }) {
  const { key, before, trend, unknown } = figure;
  const indicator: CaseIndicator = caseIndicators[key];
  const { count, of, better, unknown: unknownSet, ...meaning } = indicator;
  // Where nothing is open, nothing is late: that is a number, not a share that is missing.
  const now = better === 'low' && figure.now.of === 0 ? { ...figure.now, of: null } : figure.now;
  return (
    <Tile
      indicator={key}
      meaning={meaning}
      better={better}
      now={now}
      before={before}
      trend={trend}
      open={(words, className) => (
        <CasesLink set={count} count={now.count} className={className}>
          {words}
        </CasesLink>
      )}
      parts={
        of === null || now.of === null ? (
          'hồ sơ'
        ) : (
          <>
            <CasesLink set={count} count={now.count}>
              {formatInteger(now.count)}
            </CasesLink>
            /
            <CasesLink set={of} count={now.of}>
              {formatInteger(now.of)}
            </CasesLink>{' '}
            hồ sơ
            {unknownSet && unknown > 0 && (
              <small>
                <CasesLink set={unknownSet} count={unknown}>
                  {formatInteger(unknown)} hồ sơ chưa ghi
                </CasesLink>
              </small>
            )}
          </>
        )
      }
    />
  );
}

function SatisfactionTile({
  period,
  now,
  before,
  response,
  least,
}: Satisfaction & Pick<LeaderPage, 'period'>) {
  const path = ratingsPath(period);
  // So few answers have no percentage, also beside the one of the period before.
  const isEnough = now.of >= least;
  const shown = isEnough ? now : { count: 0, of: 0 };
  return (
    <Tile
      indicator="satisfaction"
      meaning={{
        ...satisfactionMeaning,
        note: `Tỷ lệ trả lời: mã đánh giá đã dùng trên mã đã phát, ${formatRatio(response.count, response.of)}.`,
      }}
      better="high"
      now={shown}
      before={before.of >= least ? before : null}
      trend={[]}
      open={(words, className) => (
        <Link to={path} className={className}>
          {words}
        </Link>
      )}
      parts={
        <>
          {isEnough ? (
            <Link to={path}>{formatInteger(now.count)}</Link>
          ) : (
            <span>
              n = {formatInteger(now.of)}, chưa đủ {least} phiếu
            </span>
          )}
          {isEnough && `/${formatInteger(now.of)} phiếu`}
          <small>trả lời {formatRatio(response.count, response.of)}</small>
        </>
      }
    />
  );
}

/** Waits for its applicant: nobody here can go on with it, and its time stands still. */
function AwaitingTile() {
  const { period, scope } = useShown();
  const { data } = useQuery(useTRPC().statistics.open.queryOptions({ period, scope }));
  if (data === undefined) return null;
  const { awaiting, open } = data;
  return (
    <Tile
      indicator="awaiting"
      meaning={{
        label: 'Chờ bổ sung',
        meaning:
          'Hồ sơ đã tiếp nhận, chưa xong khi hết kỳ và lúc này đang chờ người dân bổ sung giấy tờ. Tính là trong hạn.',
        source: 'Biểu 06/VPCP/KSTT, cột (12)',
      }}
      better="low"
      now={{ count: awaiting, of: null }}
      before={null}
      trend={[]}
      open={(words, className) => (
        <CasesLink set="openAwaiting" count={awaiting} className={className}>
          {words}
        </CasesLink>
      )}
      parts={
        <>
          trong{' '}
          <CasesLink set="open" count={open}>
            {formatInteger(open)}
          </CasesLink>{' '}
          đang giải quyết
        </>
      }
    />
  );
}

function CashlessTile({ period, now, before }: Money & Pick<LeaderPage, 'period'>) {
  return (
    <Tile
      indicator="cashless"
      meaning={cashlessMeaning}
      better="high"
      now={now}
      before={before}
      trend={[]}
      open={(words, className) => (
        <Link to={moneyPath(period, true)} className={className}>
          {words}
        </Link>
      )}
      parts={
        <>
          <Link to={moneyPath(period, true)}>{formatInteger(now.count)}</Link>/
          <Link to={moneyPath(period, false)}>{formatInteger(now.of)}</Link> hồ sơ có thu
        </>
      }
    />
  );
}
