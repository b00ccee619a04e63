import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { inPeriodWords } from '../../../shared/domain/paragraph-facts.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { type Report, reports } from '../../../shared/domain/reports/index.ts';
import { figureSheet, listHead, type ReportHead, type SheetContext } from '../../../shared/report-sheet.ts';
import type { CountedShare, ReportView } from '../../../shared/views-report.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { YearWithCases } from '../../components/YearWithCases.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import { CasesTable } from './CasesTable.tsx';
import { Checks } from './Checks.tsx';
import { FigureTable } from './FigureTable.tsx';
import { figureList } from './figure-list.ts';
import { PeriodBar } from './PeriodBar.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportChoice } from './ReportChoice.tsx';
import styles from './Reports.module.css';
import { type ReportPlace, useReportPlace } from './report-place.ts';

/** Reports: one is chosen, shown as it leaves, and taken out as workbook or paper. Every number opens its cases. */
export function Reports() {
  const trpc = useTRPC();
  const [place, go] = useReportPlace();
  const { name, period, split } = place;
  const report = reports[name];
  const question = { name, period, split };
  const view = useQuery({
    ...trpc.reports.view.queryOptions(question),
    placeholderData: keepPreviousData,
  });
  // What another report answered has other columns.
  const data = view.data?.kind === report.kind && !view.isPlaceholderData ? view.data : undefined;
  const isEmpty = data !== undefined && linesOf(data) === 0;
  return (
    <Page
      title="Báo cáo"
      actions={
        <ReportActions
          key={JSON.stringify(question)}
          question={question}
          title={report.label}
          disabled={data === undefined}
        />
      }
    >
      <div className={styles.columns}>
        <ReportChoice name={name} onChoose={(next) => go({ name: next })} />
        <section className={styles.card} aria-label={report.label}>
          <PeriodBar place={place} onGo={go} />
          {view.isError && data === undefined && (
            <ErrorState error={view.error} onRetry={() => void view.refetch()} />
          )}
          {!view.isError && data === undefined && (
            <Delayed>
              <p className={styles.reading} role="status">
                Đang đếm hồ sơ
              </p>
            </Delayed>
          )}
          {isEmpty && (
            <EmptyState
              title={`${report.label}: không có hồ sơ nào ${inPeriodWords(period)}`}
              action={
                <YearWithCases
                  period={period}
                  pathOf={({ from, to }) => `/bao-cao?bieu=${name}&tu=${from}&den=${to}&theo=${split}`}
                />
              }
            >
              Chọn kỳ khác, hoặc báo cáo khác ở bên trái.
            </EmptyState>
          )}
          {data && !isEmpty && <Shown report={report} view={data} place={place} />}
        </section>
      </div>
    </Page>
  );
}

const linesOf = (view: ReportView): number =>
  view.kind === 'figures'
    ? view.rows.length + view.noDeadline
    : view.counts.reduce((sum, count) => sum + count, 0);

function Shown({ report, view, place }: { report: Report; view: ReportView; place: ReportPlace }) {
  const { office, person } = useSession();
  const now = useOfficeNow();
  const { period, split } = place;
  const context: SheetContext = { period, office, now, maker: person?.name ?? '', chief: '' };
  if (report.kind === 'figures' && view.kind === 'figures') {
    const sheet = figureSheet(report, split, view, context);
    return (
      <>
        <div className={styles.scroll}>
          <Title head={sheet} />
          <FigureTable report={report} sheet={sheet} view={view} period={period} />
          <Notes head={sheet} shares={view.shares} place={place}>
            {report.isOfficial && view.noDeadline > 0 && (
              <p>
                <Link to={figureList('handledNoDeadline', period, {})}>
                  Xem {formatInteger(view.noDeadline)} hồ sơ không có thời hạn
                </Link>
              </p>
            )}
          </Notes>
        </div>
        {report.isOfficial && <Checks checks={view.checks} />}
      </>
    );
  }
  if (report.kind !== 'list' || view.kind !== 'list') return null;
  const head = listHead(report, view.shares, context);
  const total = linesOf(view);
  return (
    <>
      <div className={styles.scroll}>
        <Title head={head} />
        <CasesTable report={report} head={head} view={view} context={context} />
        <Notes head={head} shares={view.shares} place={place} />
      </div>
      <footer className={styles.foot}>
        {report.parts.map(({ words, set, byPost }, index) => (
          <span key={words}>
            {words}:{' '}
            {byPost ? (
              <b>{formatInteger(view.counts[index] ?? 0)}</b>
            ) : (
              <Link to={figureList(set, period, {})}>{formatInteger(view.counts[index] ?? 0)}</Link>
            )}
          </span>
        ))}
        <span className="grow" />
        <span>
          {view.rows.length < total
            ? `${formatInteger(view.rows.length)} dòng đầu trong ${formatInteger(total)}; bản xuất có đủ`
            : `${formatInteger(total)} dòng`}
        </span>
      </footer>
    </>
  );
}

function Title({ head }: { head: ReportHead }) {
  return (
    <header className={styles.title}>
      {head.form.length > 0 && <p className={styles.form}>{head.form.join('. ')}</p>}
      <h2>{head.title.join(' ')}</h2>
      {head.subtitles.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </header>
  );
}

/** What the paper says below the table; the shares open both their numbers. */
function Notes(props: {
  head: ReportHead;
  shares: readonly CountedShare[];
  place: ReportPlace;
  children?: ReactNode;
}) {
  const { head, shares, place, children } = props;
  const shareWords = new Set(
    shares.map(({ words, count, of }) => `${words}: ${formatRatio(count, of)} hồ sơ.`),
  );
  return (
    <div className={styles.notes}>
      {shares.map(({ words, count, of, countSet, ofSet }) => (
        <p key={words}>
          {words}: <Link to={figureList(countSet, place.period, {})}>{formatInteger(count)}</Link>/
          <Link to={figureList(ofSet, place.period, {})}>{formatInteger(of)}</Link>
          {formatRatio(count, of).replace(`${formatInteger(count)}/${formatInteger(of)}`, '')} hồ sơ.
        </p>
      ))}
      {head.notes
        .filter((note) => !shareWords.has(note))
        .map((note) => (
          <p key={note}>{note}</p>
        ))}
      {children}
    </div>
  );
}
