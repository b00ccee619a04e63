import { Page } from '../../components/Page.tsx';
import { CodePart } from './CodePart.tsx';
import { HoursPart } from './HoursPart.tsx';
import { OfficePart } from './OfficePart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { PrintingPart } from './PrintingPart.tsx';
import styles from './Settings.module.css';

const parts = [
  { id: 'don-vi', words: 'Đơn vị' },
  { id: 'nguoi', words: 'Người' },
  { id: 'gio', words: 'Giờ làm việc' },
  { id: 'in', words: 'In phiếu' },
  { id: 'ma', words: 'Mã hồ sơ' },
];

/** Everything the first run asked, and a little more; each part says what it changes. */
export function Settings() {
  return (
    <Page title="Cài đặt" sub="thay đổi áp dụng từ hôm nay, hồ sơ đã nhận giữ nguyên">
      <div className={styles.panes}>
        <nav className={styles.nav} aria-label="Các mục cài đặt">
          {parts.map(({ id, words }) => (
            <button
              key={id}
              type="button"
              onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
            >
              {words}
            </button>
          ))}
        </nav>
        <div className={styles.parts}>
          <OfficePart />
          <PeoplePart />
          <HoursPart />
          <PrintingPart />
          <CodePart />
        </div>
      </div>
    </Page>
  );
}
