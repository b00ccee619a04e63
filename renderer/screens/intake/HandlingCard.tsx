import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, useFormContext, useFormState, useWatch } from 'react-hook-form';
import { intakeForms, type SlipForm } from '../../../shared/domain/forms.ts';
import { type PaymentMethod, returnChannels } from '../../../shared/domain/intake.ts';
import { channels } from '../../../shared/domain/procedure.ts';
import {
  channelLabels,
  paymentMethodLabels,
  returnChannelLabels,
  shortSlipLabels,
} from '../../../shared/labels.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import appointmentStyles from './AppointmentCard.module.css';
import { amountOf, tidyAmount } from './fee-values.ts';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';
import { missingPapers } from './papers.ts';
import { RegisterButtons, type RegisterKind } from './RegisterButtons.tsx';
import { useChosenProcedure } from './use-procedure.ts';

interface HandlingCardProps {
  pending: boolean;
  /** The next press receives though required papers are missing. */
  isAsked: boolean;
  /** The dossier is not accepted now. */
  onRegister: (kind: RegisterKind) => void;
}

/** Money, ways in and out, slips, and the one button. */
export function HandlingCard({ pending, isAsked, onRegister }: HandlingCardProps) {
  const slips = useController<IntakeValues, 'slips'>({ name: 'slips' }).field;
  const missing = missingPapers(useWatch<IntakeValues, 'papers'>({ name: 'papers' }));
  const isIncomplete = missing.length > 0;
  const receiveWord = slips.value.length > 0 ? 'Tiếp nhận và in' : 'Tiếp nhận';
  const toggle = (form: SlipForm, isOn: boolean) =>
    slips.onChange(intakeForms.filter((known) => (known === form ? isOn : slips.value.includes(known))));
  return (
    <section className={`${styles.card} ${appointmentStyles.handling}`} aria-label="Lệ phí, kênh và phiếu">
      <HandlingFields />
      <Line label="In">
        <span className={appointmentStyles.slips}>
          {intakeForms.map((form) => (
            <TickChip key={form} checked={slips.value.includes(form)} onChange={(isOn) => toggle(form, isOn)}>
              {shortSlipLabels[form]}
            </TickChip>
          ))}
        </span>
      </Line>
      <span className={styles.spring} />
      {isAsked && isIncomplete && (
        <p className={appointmentStyles.question} role="status">
          Vẫn nhận? Bấm lần nữa, hoặc hướng dẫn bổ sung.
        </p>
      )}
      <div className={appointmentStyles.submit}>
        <Button
          type="submit"
          size="large"
          variant="contained"
          color="primary"
          fullWidth
          disabled={pending}
          aria-keyshortcuts="Control+Enter"
        >
          {pending ? 'Đang ghi sổ' : isIncomplete ? `Thiếu ${missing.length} giấy tờ, vẫn nhận` : receiveWord}
          <Keycap name="primary" />
        </Button>
        <RegisterButtons disabled={pending} isIncomplete={isIncomplete} onChoose={onRegister} />
      </div>
    </section>
  );
}

/** The fee, the way in and the way out. */
export function HandlingFields() {
  const channel = useController<IntakeValues, 'channel'>({ name: 'channel' }).field;
  const returnChannel = useController<IntakeValues, 'returnChannel'>({ name: 'returnChannel' }).field;
  return (
    <>
      <Fee />
      <Line label="Kênh nộp">
        <Segmented
          label="Kênh nộp"
          wide
          value={channel.value}
          options={channels.map((value) => ({ value, label: channelLabels[value] }))}
          onChange={channel.onChange}
        />
      </Line>
      <Line label="Nhận kết quả">
        <Segmented
          label="Nhận kết quả"
          wide
          value={returnChannel.value}
          options={returnChannels.map((value) => ({ value, label: returnChannelLabels[value] }))}
          onChange={returnChannel.onChange}
        />
      </Line>
    </>
  );
}

/** Money paid online does not pass the counter. */
const methods = ['cash', 'transfer', 'exempt'] as const satisfies readonly PaymentMethod[];

/** The ward's amount, to be changed where the law has steps; an empty field is "not set", which is not free. */
function Fee() {
  const { setValue, getValues } = useFormContext<IntakeValues>();
  const { errors } = useFormState<IntakeValues>({ name: 'fee' });
  const amount = useController<IntakeValues, 'fee.amount'>({ name: 'fee.amount' }).field;
  const method = useController<IntakeValues, 'fee.method'>({ name: 'fee.method' }).field;
  const error = errors.fee?.amount?.message;
  const vnd = amountOf(amount.value);
  const note = firstSentence(useChosenProcedure()?.fee.note ?? '');
  const isPaid = vnd !== null && vnd !== 0;
  const words = [vnd === 0 && !/^Không thu/.test(note) && 'không thu', note].filter(Boolean).join(' · ');
  return (
    <>
      <Line label="Lệ phí">
        <span className={appointmentStyles.fee}>
          <TextField
            value={amount.value}
            onChange={amount.onChange}
            onBlur={() => {
              amount.onBlur();
              setValue('fee.amount', tidyAmount(getValues('fee.amount')));
            }}
            inputRef={amount.ref}
            error={error !== undefined}
            placeholder="chưa có mức"
            slotProps={{
              htmlInput: {
                'aria-label': 'Lệ phí, đồng',
                'aria-describedby': 'fee-note',
                inputMode: 'numeric',
                maxLength: 14,
              },
              input: {
                endAdornment: amount.value === '' ? null : <span className={appointmentStyles.unit}>đ</span>,
              },
            }}
          />
          {isPaid ? (
            <TextField
              select
              value={method.value}
              onChange={method.onChange}
              slotProps={{ select: { native: true }, htmlInput: { 'aria-label': 'Cách thu' } }}
            >
              {methods.map((value) => (
                <option key={value} value={value}>
                  {paymentMethodLabels[value]}
                </option>
              ))}
            </TextField>
          ) : (
            <FeeNote words={words} />
          )}
        </span>
      </Line>
      {isPaid && note && <FeeNote words={note} />}
      {error && (
        <p className={styles.fieldError} role="alert">
          {error}
        </p>
      )}
    </>
  );
}

/** What the catalogue says about the fee; the whole of it where the card cuts it. */
function FeeNote({ words }: { words: string }) {
  return (
    <span id="fee-note" className={appointmentStyles.feeNote} title={words}>
      {words}
    </span>
  );
}

/** "2.000 đồng/trang; từ trang thứ 3 …": the price of one page must not be taken for the whole. */
function firstSentence(note: string): string {
  return /^.*?(?=\.(?:\s|$)|$)/.exec(note)?.[0] ?? '';
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={appointmentStyles.line}>
      <span>{label}</span>
      {children}
    </div>
  );
}
