import { useState } from 'react';
import type { CopyPast, DamageView, OfferedBackup, WayOut } from '../../shared/damage-view.ts';
import type { BackupLack } from '../../shared/views-backup.ts';
import { atLeast, erasureLines } from '../screens/backup/backup-words.ts';
import styles from './Damage.module.css';
import { madeAt } from './made-at.ts';

interface WayWords {
  title: string;
  what: string;
  act: string;
  going: string;
}

const words: Record<Exclude<WayOut, 'unlock'>, WayWords> = {
  again: {
    title: 'Mở lại',
    what: 'Sau khi đã cắm lại ổ, dọn chỗ trống, cấp quyền, hoặc lấy lại tệp từ phần mềm diệt vi-rút.',
    act: 'Mở lại',
    going: 'Đang mở…',
  },
  check: {
    title: 'Kiểm sổ trước khi mở',
    what: 'Chỉ đọc: từng trang, chuỗi nhật ký, từng hồ sơ.',
    act: 'Kiểm sổ',
    going: 'Đang kiểm…',
  },
  copy: {
    title: 'Sao lưu trước khi mở',
    what: 'Ghi thêm một bản sao đã kiểm vào thư mục backups. Sổ chỉ được đọc.',
    act: 'Sao lưu',
    going: 'Đang sao lưu…',
  },
  restore: {
    title: 'Dùng bản sao lưu',
    what: '',
    act: 'Dùng bản này',
    going: 'Đang chép lại…',
  },
  salvage: {
    title: 'Cứu những gì còn đọc được',
    what: 'Lập sổ mới từ các trang còn đọc được, từ nhật ký và từ bản sao lưu nối liền với sổ này nếu có. Xong thì nói rõ cứu được gì, thiếu gì. Sổ lớn mất vài phút.',
    act: 'Cứu sổ',
    going: 'Đang cứu, xin chờ…',
  },
  goOn: {
    title: 'Mở sổ như hiện có',
    what: 'Chỗ sai được giữ nguyên và nhật ký ghi rằng quầy đã mở khi biết chỗ sai này. Chọn khi đã báo lãnh đạo.',
    act: 'Mở và ghi nhật ký',
    going: 'Đang mở…',
  },
  emergency: {
    title: 'Mở sổ tạm để tiếp tục tiếp nhận',
    what: 'Sổ trống, giữ cài đặt và người dùng nếu còn đọc được, đánh số từ một dải riêng để không trùng số đã cấp. Hồ sơ cũ chưa tra được cho đến khi sổ được cứu.',
    act: 'Mở sổ tạm',
    going: 'Đang lập sổ tạm…',
  },
};

/** Ways that put the damaged register aside: asked twice. */
const replacing: readonly WayOut[] = ['restore', 'salvage', 'emergency', 'goOn'];

export function Ways(props: {
  view: DamageView;
  going: WayOut | null;
  /** The register was just found sound: nothing is left but to open it. */
  isSound: boolean;
  go: (way: WayOut, given?: { backup?: string | undefined }) => void;
}) {
  const { view, going, isSound, go } = props;
  const [asked, setAsked] = useState<WayOut | null>(null);
  const [backup] = view.backups ?? [];
  // The code has a field of its own.
  const ways = view.ways.filter((way) => way !== 'unlock');
  const best = isSound ? 'again' : 'restore';
  const main = view.ways.find((way) => way === best) ?? view.ways[0];
  const choose = (way: WayOut) => {
    if (replacing.includes(way) && asked !== way) return setAsked(way);
    setAsked(null);
    go(way, way === 'restore' ? { backup: backup?.name } : undefined);
  };
  if (ways.length === 0) return null;
  return (
    <section aria-label="Cách xử lý">
      <h2>Chọn một cách</h2>
      <ol className={styles.ways}>
        {ways.map((way) => (
          <li key={way} className={styles.way}>
            <div>
              <h3>{words[way].title}</h3>
              <p>{way === 'restore' && backup ? <BackupLine backup={backup} /> : words[way].what}</p>
              {asked === way && (
                <p className={styles.sure}>
                  {way === 'goOn'
                    ? 'Bấm lần nữa để mở.'
                    : 'Tệp hiện có sẽ được cất vào thư mục so-hong, không bị xóa. Bấm lần nữa để làm.'}
                </p>
              )}
            </div>
            <button
              type="button"
              className={way === (asked ?? main) ? styles.primary : styles.secondary}
              disabled={going !== null}
              onClick={() => choose(way)}
            >
              {going === way ? words[way].going : asked === way ? 'Làm ngay' : words[way].act}
            </button>
          </li>
        ))}
      </ol>
      {view.backups === null && <p className={styles.waiting}>Đang xem các bản sao lưu…</p>}
      {view.backups?.length === 0 && view.ways.includes('emergency') && (
        <p className={styles.waiting}>Không có bản sao lưu nào còn nguyên vẹn trong thư mục này.</p>
      )}
    </section>
  );
}

/** What is in a backup and what is not, in words. */
function BackupLine({ backup }: { backup: OfferedBackup }) {
  const { at, cases, past, lack } = backup;
  return (
    <>
      Bản lúc {madeAt(at)}, {cases.toLocaleString('vi-VN')} hồ sơ, vừa kiểm lại còn nguyên vẹn.{' '}
      <strong>{otherPast[past] ?? lackText(lack)}</strong>
    </>
  );
}

const otherPast: Partial<Record<CopyPast, string>> = {
  other: 'Không nối liền với sổ này: của phần đã bỏ trong một lần khôi phục, hoặc của sổ khác.',
  emergency: 'Là bản của một sổ tạm, không phải của sổ này.',
};

function lackText(lack: BackupLack | null): string {
  if (lack === null) return 'Không rõ thiếu những gì: sổ hiện tại không đọc được.';
  if (lack.entries === 0) return 'Không thiếu gì so với phần còn đọc được.';
  return `So với phần còn đọc được, ${atLeast(lack)}.${erasureLines(lack)
    .map((line) => ` ${line}`)
    .join('')}`;
}
