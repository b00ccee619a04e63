import type { OfferedBackup, SalvageReport, WayOut, WayOutcome } from '../../shared/damage-view.ts';
import { atLeast, erasureLines } from '../screens/backup/backup-words.ts';
import styles from './Damage.module.css';
import { madeAt } from './made-at.ts';

/** What the way brought, before the counter opens. */
export function Outcome(props: {
  outcome: WayOutcome;
  way: WayOut | null;
  /** The copy that was taken, where the way was `restore`. */
  restored: OfferedBackup | null;
}) {
  const { outcome, way, restored } = props;
  const { report, aside } = outcome;
  return (
    <>
      <h1>{way === 'emergency' ? 'Sổ tạm đã mở.' : 'Quầy mở lại được.'}</h1>
      {way === 'emergency' && (
        <p>
          Tiếp nhận được ngay, số ghi trên giấy thuộc dải riêng. Để về sổ chính: mở Sao lưu, bấm Khôi phục,
          chọn bản của sổ chính; sau đó ở mục Sổ tạm khi hỏng bấm Đưa vào sổ.
        </p>
      )}
      {way === 'restore' && restored && <Lacking copy={restored} />}
      {report && <Saved report={report} />}
      {aside && <p className={styles.cause}>Tệp cũ được cất nguyên tại {aside}.</p>}
      <p className={styles.cause}>
        Mọi người đăng nhập lại. Chép cả thư mục dữ liệu sang một ổ khác ngay hôm nay.
      </p>
      <p>
        <a className={styles.primary} href="/">
          Mở quầy
        </a>
      </p>
    </>
  );
}

/** What is not in the copy that works now. */
function Lacking({ copy: { at, lack } }: { copy: OfferedBackup }) {
  const said =
    lack === null
      ? 'Không biết sau bản ấy đã làm gì thêm: so với giấy từ lúc đó rồi nhập lại.'
      : lack.entries === 0
        ? 'Không thiếu gì so với phần còn đọc được của sổ trước.'
        : `So với phần còn đọc được của sổ trước, ${atLeast(lack)}; làm lại theo giấy.`;
  return (
    <p>
      Sổ này khôi phục từ bản lúc {madeAt(at)}. {[said, ...(lack ? erasureLines(lack) : [])].join(' ')}
    </p>
  );
}

const shown = 30;

function Saved({ report }: { report: SalvageReport }) {
  const { cases, entries, lostEntries, lostCases, torn, orphans, copyAt, mayBeEmergency } = report;
  return (
    <section className={styles.kept}>
      <h2>{headOf(report)}</h2>
      <dl>
        <dt>Hồ sơ</dt>
        <dd>{number(cases)} hồ sơ có trong sổ mới</dd>
        <dt>Nhật ký</dt>
        <dd>
          {number(entries)} mục{lostEntries > 0 && `, mất ${number(lostEntries)} mục`}
        </dd>
        {lostCases.length > 0 && (
          <>
            <dt>Phải đối chiếu với giấy</dt>
            <dd>
              {lostCases.slice(0, shown).join(', ')}
              {lostCases.length > shown && ` và ${number(lostCases.length - shown)} hồ sơ nữa`}
            </dd>
          </>
        )}
        {torn.length > 0 && (
          <>
            <dt>Phần khác của sổ</dt>
            <dd>
              {number(torn.length)} bảng đọc không hết, đã bù từ {sourcesOf(copyAt)}. Phiếu in, lượt chờ, đánh
              giá, hỗ trợ số có thể thiếu.
            </dd>
          </>
        )}
        <Erased report={report} />
        {mayBeEmergency && (
          <>
            <dt>Có thể là sổ tạm</dt>
            <dd>
              mục mở đầu của sổ đã mất, số hồ sơ thuộc dải riêng của sổ tạm. Nếu đúng, đừng tiếp nhận thêm ở
              đây: về sổ chính ở Sao lưu, rồi nhập hồ sơ của sổ này từ giấy
            </dd>
          </>
        )}
        {orphans > 0 && (
          <>
            <dt>Dòng bỏ lại</dt>
            <dd>{number(orphans)} dòng thuộc về phần đã mất</dd>
          </>
        )}
      </dl>
      <p>Bản ghi của lần cứu này nằm trong nhật ký, mục cuối.</p>
    </section>
  );
}

/** What became of whoever was erased after the copy that helped. */
function Erased({ report: { erasedAgain, erasedUntold, refusedAt } }: { report: SalvageReport }) {
  return (
    <>
      {erasedAgain > 0 && (
        <>
          <dt>Xóa dữ liệu</dt>
          <dd>{number(erasedAgain)} lần xóa sau bản sao lưu đó đã được làm lại, không ai trở lại sổ</dd>
        </>
      )}
      {erasedUntold > 0 && (
        <>
          <dt>Lần xóa không còn ghi</dt>
          <dd>
            {number(erasedUntold)} hồ sơ và người đã xóa dữ liệu mà nhật ký không còn ghi lần xóa: đã nhận ra
            và xóa lại
          </dd>
        </>
      )}
      {refusedAt !== null && (
        <>
          <dt>Bản sao lưu không dùng</dt>
          <dd>
            bản lúc {madeAt(refusedAt)} còn người đã xóa dữ liệu mà không xóa lại được, nên không lấy gì từ đó
          </dd>
        </>
      )}
    </>
  );
}

function sourcesOf(copyAt: string | null): string {
  return copyAt === null
    ? 'nhật ký (không bản sao lưu nào dùng được cho sổ này)'
    : `nhật ký và bản sao lưu lúc ${madeAt(copyAt)}`;
}

function headOf({ lostEntries, lostCases, torn }: SalvageReport): string {
  if (lostEntries > 0 || lostCases.length > 0) return 'Cứu được một phần';
  return torn.length > 0 ? 'Cứu được mọi hồ sơ' : 'Cứu được trọn vẹn';
}

const number = (value: number): string => value.toLocaleString('vi-VN');
