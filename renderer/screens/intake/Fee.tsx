import TextField from '@mui/material/TextField';
import { useController, useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { FeeQuestion } from '../../../shared/domain/fee.ts';
import { quoteFee } from '../../../shared/domain/fee-quote.ts';
import { settledFee } from '../../../shared/domain/fee-settled.ts';
import type { PaymentMethod } from '../../../shared/domain/intake.ts';
import { paymentMethodLabels } from '../../../shared/labels.ts';
import styles from './Fee.module.css';
import { FeeExemption } from './FeeExemption.tsx';
import { FeeExtras } from './FeeExtras.tsx';
import { FeeFault } from './FeeFault.tsx';
import { FeeLines } from './FeeLines.tsx';
import { FeeNeeds } from './FeeNeeds.tsx';
import { amountOf, feeEntryOf, tidyAmount, typedAmount } from './fee-values.ts';
import { HandlingLine } from './HandlingLine.tsx';
import type { IntakeValues } from './intake-values.ts';
import { useFeeFollows, useFeeQuestion } from './use-fee.ts';
import { useChosenProcedure } from './use-procedure.ts';

/**
 * The price as it was computed, what it still asks, and how it is paid. Another amount is typed over it and asks for a reason;
 * of a case that is put right (`receivedOn`) the correction's own reason stands for it.
 */
export function Fee({ receivedOn }: { receivedOn?: string | undefined }) {
  useFeeFollows(receivedOn);
  const question = useFeeQuestion(receivedOn);
  const procedure = useChosenProcedure();
  const fee = useWatch<IntakeValues, 'fee'>({ name: 'fee' });
  const vnd = amountOf(fee.amount);
  const note = firstSentence(procedure?.fee.note ?? '');
  const lateness = question && latenessOf(question);
  const isFree = vnd === 0 && fee.method !== 'exempt';
  const words = isFree && !/^Không thu/.test(note) ? ['không thu', note].filter(Boolean).join(' · ') : note;
  return (
    <>
      <HandlingLine
        label={
          <>
            Lệ phí
            {question && procedure && <FeeLines question={question} fee={procedure.fee} />}
          </>
        }
      >
        <span className={styles.fee}>
          <Amount question={question} />
          {isFree || question === undefined ? (
            <FeeNote words={lateness ?? words} />
          ) : (
            <Method question={question} />
          )}
        </span>
      </HandlingLine>
      <FeeFault name="fee.amount" />
      <FeeFault name="fee.method" words="Còn khoản phải thu: chọn cách thu." />
      {!isFree && lateness && <FeeNote words={lateness} />}
      {question && isUnpaired(question) && (
        <p className={styles.ask}>Chưa rõ mỗi giấy tờ mấy bản: ghi số trang và số bản trên cùng một dòng.</p>
      )}
      {question && (
        <>
          <FeeNeeds rule={question.rule} />
          {(fee.method === 'exempt' || fee.group !== '') && question.rule.exemptGroups.length > 0 && (
            <FeeExemption {...question} />
          )}
          <FeeExtras settings={question.settings} />
          {receivedOn === undefined && asksReason(fee, question) && <Reason />}
        </>
      )}
    </>
  );
}

/** An empty field takes the computed amount again when it is left. */
function Amount({ question }: { question: FeeQuestion | undefined }) {
  const { setValue, getValues } = useFormContext<IntakeValues>();
  const { errors } = useFormState<IntakeValues>({ name: 'fee.amount' });
  const amount = useController<IntakeValues, 'fee.amount'>({ name: 'fee.amount' }).field;
  const settle = () => {
    amount.onBlur();
    const typed = tidyAmount(getValues('fee.amount'));
    const computed = question && typedAmount(quoteFee(question).totalVnd);
    const isComputed = computed !== undefined && (typed.trim() === '' || typed === computed);
    setValue('fee.amount', isComputed ? computed : typed);
    if (isComputed) setValue('fee.isTyped', false);
  };
  return (
    <TextField
      value={amount.value}
      onChange={(event) => {
        setValue('fee.isTyped', true);
        amount.onChange(event);
      }}
      onBlur={settle}
      inputRef={amount.ref}
      error={errors.fee?.amount !== undefined}
      placeholder={(question && asked(question)) ?? 'chưa có mức'}
      slotProps={{
        htmlInput: {
          'aria-label': 'Lệ phí, đồng',
          'aria-describedby': 'fee-note',
          inputMode: 'numeric',
          maxLength: 14,
        },
        input: { endAdornment: amount.value === '' ? null : <span className={styles.unit}>đ</span> },
      }}
    />
  );
}

/** Money paid online does not pass the counter. */
const methods = ['cash', 'transfer', 'later', 'exempt'] as const satisfies readonly PaymentMethod[];

function Method({ question }: { question: FeeQuestion }) {
  const { setValue } = useFormContext<IntakeValues>();
  const { errors } = useFormState<IntakeValues>({ name: 'fee.method' });
  const method = useController<IntakeValues, 'fee.method'>({ name: 'fee.method' }).field;
  const hasGroups = question.rule.exemptGroups.length > 0;
  const choose = (chosen: PaymentMethod) => {
    // Who leaves an exemption pays the computed amount again; one that no group stands for takes nothing, with a reason.
    const isTyped = chosen === 'exempt' && !hasGroups;
    const paysRest = question.facts.exemption !== null && quoteFee(question).totalVnd !== 0;
    if ((chosen === 'exempt' || method.value === 'exempt') && !paysRest) {
      setValue('fee.group', '');
      setValue('fee.isTyped', isTyped);
      if (isTyped) setValue('fee.amount', '0');
    }
    method.onChange(chosen);
  };
  return (
    <TextField
      select
      value={method.value}
      onChange={({ target }) => choose(target.value as PaymentMethod)}
      error={errors.fee?.method !== undefined}
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': 'Cách thu' } }}
    >
      {[...methods, ...(method.value === 'onlinePayment' ? (['onlinePayment'] as const) : [])].map(
        (value) => (
          <option key={value} value={value}>
            {paymentMethodLabels[value]}
          </option>
        ),
      )}
    </TextField>
  );
}

function Reason() {
  const reason = useController<IntakeValues, 'fee.reason'>({ name: 'fee.reason' });
  return (
    <>
      <HandlingLine label="Lý do">
        <TextField
          value={reason.field.value}
          onChange={reason.field.onChange}
          inputRef={reason.field.ref}
          error={reason.fieldState.invalid}
          placeholder="vì sao thu khác mức tính"
          className={styles.line}
          slotProps={{ htmlInput: { 'aria-label': 'Lý do thu khác mức tính', maxLength: 300 } }}
        />
      </HandlingLine>
      <FeeFault name="fee.reason" words="Ghi lý do: số tiền này khác mức tính." />
    </>
  );
}

/** As the door will find it. */
function asksReason(fee: IntakeValues['fee'], question: FeeQuestion): boolean {
  if (!fee.isTyped) return false;
  const entry = feeEntryOf({ ...fee, reason: '' });
  if (entry.amountVnd !== null && !Number.isInteger(entry.amountVnd)) return false;
  const settled = settledFee({ ...entry, facts: question.facts }, question);
  return 'fault' in settled && settled.fault.field === 'reason';
}

/** What a price by the page still waits for. */
function asked(question: FeeQuestion): string | undefined {
  if (isUnpaired(question)) return 'ghi số bản';
  const isByPage = question.rule.items.some(({ per }) => per === 'page');
  return isByPage && question.documents?.length === 0 ? 'ghi số trang' : undefined;
}

/** It is not told how many copies of which paper are wanted. */
function isUnpaired({ rule, documents }: FeeQuestion): boolean {
  return documents === null && rule.items.some(({ per }) => per === 'page');
}

/** "quá hạn, ngày cuối không thu 02/03/2026 …", once the day is known. */
function latenessOf(question: FeeQuestion): string | undefined {
  const { rule, facts } = question;
  const late = facts.eventOn === null ? undefined : rule.items.find(({ per }) => per === 'lateCase');
  return late && quoteFee(question).lines.find(({ name }) => name === late.name)?.how;
}

/** What the catalogue says about the fee; the whole of it behind "vì sao?". */
function FeeNote({ words }: { words: string }) {
  return words === '' ? null : (
    <span id="fee-note" className={styles.feeNote} title={words}>
      {words}
    </span>
  );
}

/** "2.000 đồng/trang; từ trang thứ 3 …": the price of one page must not be taken for the whole. */
function firstSentence(note: string): string {
  return /^.*?(?=\.(?:\s|$)|$)/.exec(note)?.[0] ?? '';
}
