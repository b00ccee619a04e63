import type { CitizenView } from '../../../shared/views-display.ts';
import { useFit } from '../use-fit.ts';
import { Appointment } from './Appointment.tsx';
import { FeeCard } from './FeeCard.tsx';
import styles from './Mirror.module.css';
import { PapersLine } from './PapersLine.tsx';

/** What the clerk is writing down, for the citizen to check; with a case code, what was received. */
export function Mirror({ citizen, caseCode }: { citizen: CitizenView; caseCode?: string }) {
  const { name, procedureName, appointment } = citizen;
  const fit = useFit(citizen);
  const hasFee = procedureName !== '';
  return (
    <main ref={fit} className={hasFee ? styles.main : `${styles.main} ${styles.alone}`}>
      <div className={styles.left}>
        {caseCode !== undefined && (
          <p className={styles.thanks} role="status">
            Đã tiếp nhận, cảm ơn Ông/Bà. Mã hồ sơ <b className="nowrap">{caseCode}</b>
          </p>
        )}
        <h1 className={styles.name}>{name || 'Hồ sơ của Ông/Bà'}</h1>
        <p className={styles.procedure}>{procedureName || 'Cán bộ đang chọn thủ tục'}</p>
        {procedureName !== '' && <PapersLine citizen={citizen} isReceived={caseCode !== undefined} />}
        {appointment && (
          <Appointment citizen={citizen} appointment={appointment} isReceived={caseCode !== undefined} />
        )}
      </div>
      {hasFee && <FeeCard fee={citizen.fee} />}
    </main>
  );
}
