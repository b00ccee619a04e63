import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { explainAppointment, noRuleSentence, warningSentences } from '../../../shared/appointment-words.ts';
import type { Appointment } from '../../../shared/domain/appointment.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { formatDay, formatFullTime, formatHourWords, weekdayName } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { AppointmentStrip } from '../../components/AppointmentStrip.tsx';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import appointmentStyles from './AppointmentCard.module.css';
import { EarlierPromise, type Settle } from './EarlierPromise.tsx';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';
import { useChosenProcedure } from './use-procedure.ts';

/** The date, the hour and why: always in sight, always of this minute. `settleRef` as in `EarlierPromise`. */
export function AppointmentCard({ settleRef }: { settleRef: RefObject<Settle | null> }) {
  const trpc = useTRPC();
  const now = useOfficeNow();
  const procedure = useChosenProcedure();
  const code = useWatch<IntakeValues, 'procedureCode'>({ name: 'procedureCode' });
  const [variant, channel] = useWatch<IntakeValues, readonly ['variant', 'channel']>({
    name: ['variant', 'channel'],
  });
  const asked = useQuery({
    ...trpc.cases.appointment.queryOptions({ procedureCode: code, variant, channel }),
    enabled: code !== '',
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  return (
    <section className={`${styles.card} ${appointmentStyles.appointment}`} aria-label="Hẹn trả kết quả">
      {code === '' ? (
        <Waiting />
      ) : asked.isError ? (
        <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.data && procedure ? (
        <Answer key={code} appointment={asked.data} procedure={procedure} now={now} settleRef={settleRef} />
      ) : (
        <Delayed>
          <Skeleton height={250} />
        </Delayed>
      )}
    </section>
  );
}

function Answer(props: {
  appointment: Appointment;
  procedure: Procedure;
  now: string;
  settleRef: RefObject<Settle | null>;
}) {
  const { appointment, procedure, now, settleRef } = props;
  const { field } = useController<IntakeValues, 'promisedAt'>({ name: 'promisedAt' });
  const [isEarlier, setEarlier] = useState(false);
  const [isTold, setTold] = useState(false);
  const { dueAt, limit, trace } = appointment;
  if (limit.kind === 'onTheSpot') {
    return (
      <NoDate title="Giải quyết ngay" words="Trả kết quả ngay khi nhận, không hẹn ngày. Hồ sơ vẫn vào sổ." />
    );
  }
  if (dueAt === null) return <NoDate title="Không hẹn ngày" words={noRuleSentence} />;
  const sameDay = appointment.promisedAt ?? null;
  const shown = field.value ?? sameDay ?? dueAt;
  const basis = basisOf(procedure);
  return (
    <>
      <div className={appointmentStyles.appointmentHead}>
        <span>Hẹn trả kết quả</span>
        <span className="grow" />
        <span data-enter="skip">
          <Link
            component="button"
            type="button"
            variant="body2"
            onClick={() => {
              if (field.value !== null) field.onChange(null);
              setEarlier(field.value === null && !isEarlier);
            }}
          >
            {field.value === null ? 'Hẹn sớm hơn' : 'Bỏ hẹn sớm'}
          </Link>
        </span>
      </div>
      {sameDay !== null && field.value === null && (
        <p className={appointmentStyles.sameDay}>Trả trong ngày</p>
      )}
      <p className={appointmentStyles.when} aria-live="polite">
        {weekdayName(shown)}, {formatDay(shown)} <br />
        {formatHourWords(shown)}
      </p>
      {shown !== dueAt && <p className={appointmentStyles.why}>Hạn theo quy định {formatFullTime(dueAt)}</p>}
      {isEarlier && field.value === null && (
        <EarlierPromise
          appointment={appointment}
          now={now}
          settleRef={settleRef}
          onClose={() => setEarlier(false)}
          onPromise={(promisedAt) => {
            field.onChange(promisedAt);
            setEarlier(false);
          }}
        />
      )}
      <div className={appointmentStyles.strip}>
        <AppointmentStrip trace={trace} dueAt={dueAt} receivedAt={now} today={now.slice(0, 10)} />
      </div>
      <button
        type="button"
        className={appointmentStyles.reason}
        aria-expanded={isTold}
        onClick={() => setTold(!isTold)}
      >
        <b>Vì sao hẹn ngày này?</b> {explainAppointment(appointment)}
      </button>
      {(basis !== undefined || isDoubtful(procedure)) && (
        <p className={appointmentStyles.basis} title={procedure.legalBasis.join('; ')}>
          {basis && <span className="cut">{basis}</span>}
          <span>lịch năm {dueAt.slice(0, 4)}</span>
          {isDoubtful(procedure) && (
            <b title={procedure.unconfirmedFields.join('; ')}>thời hạn chưa xác nhận</b>
          )}
        </p>
      )}
      <Warnings appointment={appointment} />
    </>
  );
}

/**
 * The article that the limit itself rests on, where its note names one: "Điều 7 NĐ 23/2015/NĐ-CP". What stands after
 * the first sentence and its brackets speaks of exceptions.
 */
function basisOf({ timeLimit }: Procedure): string | undefined {
  const limit = timeLimit.note?.split(/\.\s+(?!\()/)[0] ?? '';
  return /Điều \d+[^.;,()]*?(?:Luật|Nghị định|Thông tư|NĐ|TT) [^.;,()]+/.exec(limit)?.[0].trim();
}

/** The limit was not found again in the newest text. */
function isDoubtful({ unconfirmedFields, confidence }: Procedure): boolean {
  return confidence === 'unverified' || unconfirmedFields.some((field) => field.startsWith('timeLimit'));
}

function Warnings({ appointment }: { appointment: Appointment }) {
  const sentences = warningSentences(appointment.warnings);
  return sentences.map((text) => (
    <p key={text} className={styles.warning} role="status">
      <Shape tone="due" />
      <span>{text}</span>
    </p>
  ));
}

/** Before a procedure is chosen: where the date will stand. */
function Waiting() {
  return (
    <>
      <p className={appointmentStyles.appointmentHead}>Hẹn trả kết quả</p>
      <div className={appointmentStyles.ghost} aria-hidden="true">
        {ghostCells.map((cell) => (
          <span key={cell} />
        ))}
      </div>
      <p className={appointmentStyles.basis}>Chọn thủ tục: ngày, giờ và lý do hiện ở đây.</p>
    </>
  );
}

const ghostCells = [1, 2, 3, 4, 5];

function NoDate({ title, words }: { title: string; words: ReactNode }) {
  return (
    <>
      <p className={appointmentStyles.when}>{title}</p>
      <p className={appointmentStyles.why}>{words}</p>
    </>
  );
}
