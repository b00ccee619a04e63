import { useState } from 'react';
import { formatDay, formatHour, formatShortTime, parseTypedDay } from '../../../../shared/format.ts';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import styles from '../../../components/FormDialog.module.css';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { tidyClock, typedClock } from '../../../components/typed-clock.ts';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

const shownProposals = 5;

/** An apology and one new date: a working day from the proposals, or one that is typed. */
export function ExtendForm({ detail, hints, frame, faults }: ActFormProps) {
  const { dueAt } = detail.state;
  const proposals = hints.proposals ?? [];
  const first = proposals[0]?.dueAt ?? dueAt ?? '';
  const [day, setDay] = useState(formatDay(first));
  const [hour, setHour] = useState(formatHour(first));
  const [reason, setReason] = useState('');
  const on = parseTypedDay(day);
  const at = typedClock(hour);
  const newDueAt = on && at ? `${on}T${at}` : '';
  return (
    <ActFrame frame={frame} input={{ kind: 'extend', newDueAt, reason }} also={['sorryLetter']}>
      <div>
        <div className={styles.pair}>
          <LabelledField
            label="Ngày hẹn mới"
            value={day}
            numeric
            onChange={setDay}
            onBlur={() => on && setDay(formatDay(on))}
            placeholder="8 số, ví dụ 07052025"
            fault={faults.newDueAt && on === undefined ? 'day' : undefined}
          />
          <LabelledField
            label="Giờ"
            value={hour}
            numeric
            onChange={setHour}
            onBlur={() => setHour(tidyClock(hour))}
            fault={faults.newDueAt && at === undefined ? 'format' : undefined}
          />
        </div>
        <div className={styles.chips} data-enter="skip">
          {proposals.slice(0, shownProposals).map(({ workingDays, dueAt: proposed }) => (
            <button
              key={workingDays}
              type="button"
              className={styles.chip}
              aria-pressed={proposed === newDueAt}
              title={`Thêm ${workingDays} ngày làm việc`}
              onClick={() => {
                setDay(formatDay(proposed));
                setHour(formatHour(proposed));
              }}
            >
              +{workingDays}: {formatShortTime(proposed).slice(0, -6)}
            </button>
          ))}
        </div>
      </div>
      <ReasonField value={reason} onChange={setReason} phrases={reasonPhrases.extend} fault={faults.reason} />
      <DateLines>
        {dueAt !== null && <DateLine label="Ngày hẹn đang có" at={dueAt} />}
        {newDueAt !== '' && <DateLine label="Ngày hẹn mới" at={newDueAt} />}
        {hints.latestOn !== undefined && <DateLine label="Phải báo chậm nhất" at={hints.latestOn} />}
        <DateNote>Chỉ được hẹn lại một lần (NĐ 118/2025 Điều 19.6).</DateNote>
      </DateLines>
    </ActFrame>
  );
}
