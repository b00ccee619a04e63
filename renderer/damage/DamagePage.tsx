import { backupSentence } from '../../shared/backup-words.ts';
import type { DamageView, WayOutcome } from '../../shared/damage-view.ts';
import { findingWords } from '../../shared/start-finding.ts';
import { CodeEntry } from './CodeEntry.tsx';
import styles from './Damage.module.css';
import { Outcome } from './Outcome.tsx';
import { type Damage, useDamage } from './use-damage.ts';
import { Ways } from './Ways.tsx';

/** What stands in the place of the counter while its register cannot be opened. */
export function DamagePage() {
  const { view, going, gone, wrong, outcome, go } = useDamage();
  if (view === null) return null;
  const { title, cause } = findingWords(view.finding);
  const isOver = outcome !== null && typeof outcome === 'object' && 'opened' in outcome;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <p className={styles.name}>Một Cửa</p>
        {isOver ? (
          <Outcome outcome={outcome} way={gone} restored={view.backups?.[0] ?? null} />
        ) : (
          <>
            <h1>{title}</h1>
            <p className={styles.cause}>{cause}</p>
            {view.ways.includes('unlock') && (
              <CodeEntry
                wrong={wrong}
                isGoing={going === 'unlock'}
                onCode={(code) => go('unlock', { code })}
              />
            )}
            <p className={styles.calm}>
              Vẫn tiếp dân được: ghi tay tên, thủ tục, giấy tờ và giờ nhận, nhập lại khi quầy mở.
            </p>
            <p aria-live="polite" className={isWell(outcome) ? styles.well : styles.said}>
              {outcome === 'same' && 'Vẫn như trước, quầy chưa mở được.'}
              {outcome === 'sound' && view.ways.includes('check') && 'Đã kiểm: sổ nguyên vẹn.'}
              {outcome !== null && typeof outcome === 'object' && copyWords(outcome)}
              {outcome === 'full' &&
                'Ổ đĩa đã đầy, cách vừa chọn chưa làm được, tệp vẫn được giữ. Dọn bớt tệp không cần trên ổ này (không xóa gì trong thư mục của sổ), rồi chọn lại.'}
              {outcome === 'failed' &&
                'Cách vừa chọn không làm được, tệp vẫn được giữ. Thử cách khác hoặc gọi người quản trị.'}
            </p>
            <Ways view={view} going={going} isSound={outcome === 'sound'} go={go} />
            <Kept view={view} />
          </>
        )}
      </div>
    </main>
  );
}

/** What is kept where. */
function Kept({ view: { folder, files, aside, finding } }: { view: DamageView }) {
  return (
    <section className={styles.kept}>
      <h2>Đang giữ những gì</h2>
      <dl>
        <dt>Thư mục</dt>
        <dd>{folder}</dd>
        <dt>Tệp của sổ</dt>
        <dd>
          {files.length === 0
            ? 'không còn tệp nào'
            : files.map(({ name, bytes }) => `${name} (${sizeText(bytes)})`).join(', ')}
        </dd>
        {aside.length > 0 && (
          <>
            <dt>Đã cất trước đây</dt>
            <dd>{aside.slice(0, 5).join(', ')}</dd>
          </>
        )}
        {finding.kind === 'damaged' && (
          <>
            <dt>Cho người sửa máy</dt>
            <dd>{finding.detail}</dd>
          </>
        )}
      </dl>
      <p>
        <a href="/so-hong/chan-doan" download>
          Tải bản chẩn đoán cho người sửa máy
        </a>{' '}
        (tên, cỡ tệp và thông số máy, không có dữ liệu của sổ)
      </p>
      {finding.kind !== 'locked' && (
        <p>Không tệp nào bị xóa. Trước khi nhờ sửa, chép cả thư mục này sang một ổ khác.</p>
      )}
    </section>
  );
}

function isWell(outcome: Damage['outcome']): boolean {
  return outcome === 'sound' || (outcome !== null && typeof outcome === 'object' && 'name' in outcome);
}

function copyWords(outcome: NonNullable<WayOutcome['copy']>): string {
  return 'name' in outcome ? `Đã sao lưu: ${outcome.name}.` : backupSentence(outcome.fault);
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000).toLocaleString('vi-VN')} KB`;
  return `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}
