import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { formatDay, formatFullTime } from '../../../shared/format.ts';
import { statusLabels } from '../../../shared/labels.ts';
import { slipVerdictTones, slipVerdictWords } from '../../../shared/slip-words.ts';
import type { SlipCheckView } from '../../../shared/views-signing.ts';
import { Shape, StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './CheckSlip.module.css';

/** The verdict; beneath it what the slip says, and beside that what the register says today. */
export function SlipAnswer({ check }: { check: SlipCheckView }) {
  const { verdict, slip, key, office, found, plain } = check;
  const { title, sentence } = plain ? plainWords(plain) : slipVerdictWords[verdict];
  const { office: own } = useSession();
  const isOld = verdict === 'genuine' && found?.agrees === false;
  // The office printed it, and knows nothing of it: the register was given back from a copy of before, or is another.
  const isUnknown = verdict === 'genuine' && !found && key?.agencyCode === own.agencyCode;
  const tone = isOld || isUnknown ? 'due' : slipVerdictTones[verdict];
  return (
    <section className={styles.answer} data-tone={tone} role="status">
      <h2>
        <Shape tone={tone} /> {title}
        {isOld && ', giờ hẹn đã đổi'}
        {isUnknown && ', sổ không có hồ sơ này'}
      </h2>
      <p>{sentence}</p>
      {slip && (
        <div className={styles.sides}>
          <Facts
            title="Trên phiếu"
            rows={[
              ['Mã trên phiếu', slip.slipCode],
              ['Ngày nhận', formatDay(slip.receivedOn)],
              ['Hẹn trả', slip.dueAt === null ? 'chưa hẹn' : formatFullTime(slip.dueAt)],
              ['Ký bởi', key === null ? 'không rõ' : `${office ?? key.agencyCode}, khóa ${key.number}`],
            ]}
          />
          {found ? (
            <Facts
              title="Trong sổ hôm nay"
              rows={[
                ['Mã hồ sơ', found.caseCode],
                ['Ngày nhận', formatDay(found.receivedOn)],
                ['Hẹn trả', found.dueAt === null ? 'không còn hẹn' : formatFullTime(found.dueAt)],
                ['Hồ sơ', `${found.applicantName}, ${found.procedureName}`],
                ['Trạng thái', statusLabels[found.status]],
              ]}
            />
          ) : (
            <div>
              <h3>Trong sổ hôm nay</h3>
              <p>
                Sổ này không có hồ sơ mang mã đó.
                {isUnknown &&
                  ' Phiếu do cơ quan này in: nhận phiếu, tìm giấy tờ đã nộp, nhập lại hồ sơ theo giấy.'}
              </p>
            </div>
          )}
        </div>
      )}
      {plain?.of && (
        <div className={styles.acts}>
          <span className="grow" />
          <Button component={Link} to={`/ho-so/${plain.of.id}`}>
            Mở hồ sơ {plain.of.caseCode}
          </Button>
        </div>
      )}
      {slip && found && (
        <div className={styles.acts}>
          {!found.agrees && (
            <StatusMark tone="due">
              {isOld
                ? 'Giờ hẹn đã đổi sau khi in phiếu này: theo sổ, và in lại phiếu cho người dân.'
                : 'Giờ hẹn trên phiếu khác trong sổ.'}
            </StatusMark>
          )}
          <span className="grow" />
          <Button component={Link} to={`/ho-so/${found.id}`} variant="contained" color="primary">
            Mở hồ sơ
          </Button>
        </div>
      )}
    </section>
  );
}

/** The barcode holds no signature: nothing is wrong with the slip, only the other code has to be read. */
function plainWords({ slipCode, of }: NonNullable<SlipCheckView['plain']>) {
  return {
    title: 'Đây là mã vạch',
    sentence: `Mã ${slipCode} ${of ? `là của hồ sơ ${of.caseCode}` : 'không có trong sổ này'}. Mã vạch không có chữ ký: quét mã QR (ô vuông) trên cùng phiếu.`,
  };
}

function Facts({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
