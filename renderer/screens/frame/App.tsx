import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Route, Routes } from 'react-router';
import type { Session } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { type OpenSession, SessionProvider } from '../../session.tsx';
import { CodePage } from '../sign-in/CodePage.tsx';
import { useShownCode } from '../sign-in/shown-code.ts';
import { Frame } from './Frame.tsx';
import { FrameSkeleton } from './FrameSkeleton.tsx';
import { Landing } from './Landing.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';

const Intake = lazy(async () => ({ default: (await import('../intake/Intake.tsx')).Intake }));
const CaseList = lazy(async () => ({ default: (await import('../case-list/CaseList.tsx')).CaseList }));
const CasePage = lazy(async () => ({ default: (await import('../case/CasePage.tsx')).CasePage }));
const CorrectCase = lazy(async () => ({
  default: (await import('../case/corrections/CorrectCase.tsx')).CorrectCase,
}));
const BulkIntake = lazy(async () => ({
  default: (await import('../intake/bulk/BulkIntake.tsx')).BulkIntake,
}));
const BatchPage = lazy(async () => ({
  default: (await import('../intake/bulk/BatchPage.tsx')).BatchPage,
}));
const BatchList = lazy(async () => ({
  default: (await import('../intake/bulk/BatchList.tsx')).BatchList,
}));
const Custody = lazy(async () => ({ default: (await import('../custody/Custody.tsx')).Custody }));
const Outbox = lazy(async () => ({ default: (await import('../prints/Outbox.tsx')).Outbox }));
const Catalogue = lazy(async () => ({ default: (await import('../catalogue/Catalogue.tsx')).Catalogue }));
const Citizens = lazy(async () => ({ default: (await import('../citizens/Citizens.tsx')).Citizens }));
const Calendar = lazy(async () => ({ default: (await import('../calendar/Calendar.tsx')).Calendar }));
const Import = lazy(async () => ({ default: (await import('../import/Import.tsx')).Import }));
const National = lazy(async () => ({ default: (await import('../national/National.tsx')).National }));
const Feedback = lazy(async () => ({ default: (await import('../feedback/Feedback.tsx')).Feedback }));
const RegisterBook = lazy(async () => ({
  default: (await import('../register-book/RegisterBook.tsx')).RegisterBook,
}));
const Shift = lazy(async () => ({ default: (await import('../shift/Shift.tsx')).Shift }));
const Settlement = lazy(async () => ({
  default: (await import('../settlement/Settlement.tsx')).Settlement,
}));
const Ratings = lazy(async () => ({ default: (await import('../ratings/Ratings.tsx')).Ratings }));
const PaperRating = lazy(async () => ({
  default: (await import('../ratings/PaperRating.tsx')).PaperRating,
}));
const QueuePage = lazy(async () => ({ default: (await import('../queue/QueuePage.tsx')).QueuePage }));
const Leader = lazy(async () => ({ default: (await import('../leader/Leader.tsx')).Leader }));
const Reports = lazy(async () => ({ default: (await import('../reports/Reports.tsx')).Reports }));
const Digital = lazy(async () => ({ default: (await import('../digital/Digital.tsx')).Digital }));
const Backups = lazy(async () => ({ default: (await import('../backup/Backups.tsx')).Backups }));
const CheckSlip = lazy(async () => ({ default: (await import('../signing/CheckSlip.tsx')).CheckSlip }));
const Restore = lazy(async () => ({ default: (await import('../backup/Restore.tsx')).Restore }));
const Subjects = lazy(async () => ({ default: (await import('../subjects/Subjects.tsx')).Subjects }));
const Breaches = lazy(async () => ({ default: (await import('../breach/Breaches.tsx')).Breaches }));
const Retention = lazy(async () => ({ default: (await import('../retention/Retention.tsx')).Retention }));
const Settings = lazy(async () => ({ default: (await import('../settings/Settings.tsx')).Settings }));
const TeamFrame = lazy(async () => ({ default: (await import('./TeamFrame.tsx')).TeamFrame }));
const FirstRun = lazy(async () => ({ default: (await import('../first-run/FirstRun.tsx')).FirstRun }));

/** The window: first run, or the frame with its screens. */
export function App() {
  const trpc = useTRPC();
  const [isSettingUp, setSettingUp] = useState(false);
  const session = useQuery({ ...trpc.session.current.queryOptions(), refetchInterval: 60_000 });
  const coded = useShownCode();
  if (coded !== null) return <CodePage session={coded} />;
  if (session.data === undefined) {
    return session.isError || session.isPaused ? (
      <ErrorState error={session.error} onRetry={() => void session.refetch()} />
    ) : (
      <FrameSkeleton />
    );
  }
  const { team } = session.data;
  if (team !== null && !isSettingUp) {
    return (
      <Suspense fallback={<FrameSkeleton />}>
        <TeamFrame
          session={session.data}
          team={team}
          readAt={session.dataUpdatedAt}
          onFirstRun={() => setSettingUp(true)}
        />
      </Suspense>
    );
  }
  if (!isOpen(session.data)) {
    return (
      <Suspense fallback={<FrameSkeleton />}>
        <FirstRun onBack={team === null ? null : () => setSettingUp(false)} />
      </Suspense>
    );
  }
  return (
    <SessionProvider session={session.data} readAt={session.dataUpdatedAt}>
      <Routes>
        <Route element={<Frame />}>
          <Route index element={<Landing />} />
          <Route path="lanh-dao" element={<Leader />} />
          <Route path="tiep-nhan" element={<Intake />} />
          <Route path="ho-so" element={<CaseList />} />
          <Route path="ho-so/:id" element={<CasePage />} />
          <Route path="ho-so/:id/sua" element={<CorrectCase />} />
          <Route path="tiep-nhan/danh-sach" element={<BulkIntake />} />
          <Route path="bien-ban" element={<BatchList />} />
          <Route path="bien-ban/:id" element={<BatchPage />} />
          <Route path="luu-giu" element={<Custody />} />
          <Route path="hang-in" element={<Outbox />} />
          <Route path="danh-muc" element={<Catalogue />} />
          <Route path="danh-muc/:code" element={<Catalogue />} />
          <Route path="nguoi-dan" element={<Citizens />} />
          <Route path="nguoi-dan/:id" element={<Citizens />} />
          <Route path="lich" element={<Calendar />} />
          <Route path="nap-tep" element={<Import />} />
          <Route path="chua-nhap" element={<National />} />
          <Route path="chua-nhap/:id" element={<National />} />
          <Route path="chot-ca" element={<Shift />} />
          <Route path="thu-phi" element={<Settlement />} />
          <Route path="phan-anh" element={<Feedback />} />
          <Route path="phan-anh/:id" element={<Feedback />} />
          <Route path="hang-doi" element={<QueuePage />} />
          <Route path="so-theo-doi" element={<RegisterBook />} />
          <Route path="danh-gia" element={<Ratings />} />
          <Route path="danh-gia/nhap-phieu" element={<PaperRating />} />
          <Route path="bao-cao" element={<Reports />} />
          <Route path="ho-tro-so" element={<Digital />} />
          <Route path="ho-tro-so/:tab" element={<Digital />} />
          <Route path="du-lieu-ca-nhan/su-co" element={<Breaches />} />
          <Route path="du-lieu-ca-nhan/het-han" element={<Retention />} />
          <Route path="sao-luu" element={<Backups />} />
          <Route path="sao-luu/khoi-phuc" element={<Restore />} />
          <Route path="du-lieu-ca-nhan" element={<Subjects />} />
          <Route path="du-lieu-ca-nhan/:id" element={<Subjects />} />
          <Route path="kiem-tra-phieu" element={<CheckSlip />} />
          <Route path="cai-dat" element={<Settings />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </SessionProvider>
  );
}

function isOpen(session: Session): session is OpenSession {
  return session.setUp && session.office !== null && session.hours !== null;
}
