import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { useSession } from '../../session.tsx';
import { BankPart } from './BankPart.tsx';
import { CodePart } from './CodePart.tsx';
import { DigitalPart } from './DigitalPart.tsx';
import { EncryptionPart } from './EncryptionPart.tsx';
import { FeedbackPart } from './FeedbackPart.tsx';
import { FeesPart } from './FeesPart.tsx';
import { FormsPart } from './FormsPart.tsx';
import { HoursPart } from './HoursPart.tsx';
import { LanPart } from './LanPart.tsx';
import { LockPart } from './LockPart.tsx';
import { NoAppointmentPart } from './NoAppointmentPart.tsx';
import { NoticesPart } from './NoticesPart.tsx';
import { OfficePart } from './OfficePart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { PointsPart } from './PointsPart.tsx';
import { PrintingPart } from './PrintingPart.tsx';
import { QueuePart } from './QueuePart.tsx';
import { RatingPart } from './RatingPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { SamplePart } from './SamplePart.tsx';
import { ScreenPart } from './ScreenPart.tsx';
import styles from './Settings.module.css';
import { SigningPart } from './SigningPart.tsx';
import { SubjectRightsPart } from './SubjectRightsPart.tsx';
import { samplePart, settingParts } from './setting-parts.ts';
import { TransferPart } from './TransferPart.tsx';

/** Everything the first run asked, and a little more; each part says what it changes. */
export function Settings() {
  const { isSample } = useSession();
  const { hash } = useLocation();
  useEffect(() => showNamedPart(hash.slice(1)), [hash]);
  return (
    <Page
      title="Cài đặt"
      sub="thay đổi áp dụng từ hôm nay, hồ sơ đã nhận giữ nguyên"
      actions={
        <Button component={Link} to="/nguoi-dan" variant="text">
          Người dân, gộp hai lần ghi của một người
        </Button>
      }
    >
      <div className={styles.panes}>
        <nav className={styles.nav} aria-label="Các mục cài đặt">
          {[...settingParts, ...(isSample ? [samplePart] : [])].map(({ id, words }) => (
            <button key={id} type="button" onClick={() => showPart(id)}>
              {words}
            </button>
          ))}
        </nav>
        <div className={styles.parts}>
          <OfficePart />
          <PeoplePart />
          <LockPart />
          <PointsPart />
          <HoursPart />
          <RulesPart />
          <NoAppointmentPart />
          <BankPart />
          <FeesPart />
          <PrintingPart />
          <FormsPart />
          <NoticesPart />
          <FeedbackPart />
          <SubjectRightsPart />
          <CodePart />
          <ScreenPart />
          <QueuePart />
          <RatingPart />
          <DigitalPart />
          <SigningPart />
          <LanPart />
          <EncryptionPart />
          <TransferPart />
          {isSample && <SamplePart />}
        </div>
      </div>
    </Page>
  );
}

/** The part that the address names stays in place while those around it grow with what they read. */
function showNamedPart(id: string): () => void {
  const growing = new ResizeObserver(() => showPart(id));
  for (const part of document.getElementById(id)?.parentElement?.children ?? []) growing.observe(part);
  const stop = () => growing.disconnect();
  const timer = setTimeout(stop, 2000);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Scrolls the list of parts alone: scrollIntoView would push the whole frame up for the last one. */
function showPart(id: string): void {
  const part = document.getElementById(id);
  const list = part?.parentElement;
  if (part && list) list.scrollTop += part.getBoundingClientRect().top - list.getBoundingClientRect().top;
}
