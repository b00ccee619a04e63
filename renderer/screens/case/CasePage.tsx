import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { CaseDetail } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { PrintPreview } from '../../components/PrintPreview.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useSlipPrinting } from '../../components/use-slip-printing.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import { NoSuchPage } from '../frame/NoSuchPage.tsx';
import { ActBar, type Asked } from './ActBar.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import styles from './CasePage.module.css';
import { CaseSkeleton } from './CaseSkeleton.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { CorrectButtons } from './corrections/CorrectButtons.tsx';
import { useCorrected } from './corrections/use-corrected.ts';
import { Versions } from './corrections/Versions.tsx';
import { versionWord } from './corrections/version-word.ts';
import { DoneBar } from './DoneBar.tsx';
import { LifePanel } from './LifePanel.tsx';
import { MoneyPanel } from './money/MoneyPanel.tsx';
import { NoticePanel } from './notices/NoticePanel.tsx';
import { PapersPanel } from './PapersPanel.tsx';
import { SlipsPanel } from './SlipsPanel.tsx';
import { StopNotice } from './StopNotice.tsx';
import { Timeline } from './Timeline.tsx';
import { useAct } from './use-act.ts';
import { useBack } from './use-back.ts';
import { WhyThisDay } from './WhyThisDay.tsx';

/** One case: what it is, why that day, what happened, what it holds, what may be done. */
export function CasePage() {
  const trpc = useTRPC();
  const id = Number(useParams().id);
  const isId = Number.isSafeInteger(id) && id > 0;
  const detail = useQuery({
    ...trpc.cases.get.queryOptions({ id }),
    enabled: isId,
    // A case opened again is read again: a question asked of an older state would close under the clerk's hands.
    gcTime: 0,
    refetchInterval: 60_000,
  });
  useKeys({ back: useBack() });
  if (!isId) return <NoSuchPage />;
  // A case on the screen stays there while the line is cut.
  if (detail.data === undefined) {
    if (!detail.isError) return <CaseSkeleton />;
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  return <CaseBody key={id} detail={detail.data} />;
}

function CaseBody({ detail }: { detail: CaseDetail }) {
  const { state, prints, timeline } = detail;
  const { platform } = useSession();
  const slips = useSlipPrinting();
  const { show } = slips;
  // The desktop app prints by itself; a browser shows the slips for its own dialog.
  const onSlips = useCallback(
    (jobIds: number[]) => {
      if (platform === 'browser' && jobIds.length > 0) show(jobIds);
    },
    [platform, show],
  );
  const act = useAct(detail, onSlips);
  const corrected = useCorrected(onSlips);
  const [asked, setAsked] = useState<Asked>(null);
  const [isReadingVersions, setReading] = useState(false);
  const ask = (next: Asked) => {
    if (next !== null) act.clear();
    setAsked(next);
  };
  useEffect(() => {
    document.title = `${state.applicant.name} · Một Cửa`;
  }, [state.applicant.name]);
  return (
    <div className={styles.page}>
      <CaseHeader detail={detail} actions={<CorrectButtons detail={detail} />} />
      {act.error !== null && asked === null && <ErrorNotice error={act.error} />}
      {slips.error !== null && <ErrorNotice error={slips.error} />}
      <StopNotice detail={detail} onStop={() => ask('stop')} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <WhyThisDay state={state} />
          <Timeline timeline={timeline} state={state} onVersions={() => setReading(true)} />
          <LifePanel id={detail.id} state={state} />
          <NoticePanel caseId={detail.id} />
        </div>
        <div className={styles.column}>
          <MoneyPanel id={detail.id} state={state} onShow={slips.show} />
          <PapersPanel state={state} />
          <SlipsPanel prints={prints} onShow={slips.show} />
          <ContactPanel id={detail.id} state={state} />
        </div>
      </div>
      {corrected?.version === state.version && (
        <QuietBar tone="done">{`Đã sửa: ${versionWord(state.contentVersion)}.`}</QuietBar>
      )}
      <DoneBar detail={detail} act={act} />
      <ActBar
        detail={detail}
        act={act}
        asked={asked}
        onAsk={ask}
        onPrint={(forms) => void slips.print([detail.id], forms)}
        isPreviewing={slips.preview.length > 0}
      />
      {isReadingVersions && <Versions id={detail.id} onClose={() => setReading(false)} />}
      {slips.preview.length > 0 && <PrintPreview jobIds={slips.preview} onClose={slips.closePreview} />}
    </div>
  );
}
