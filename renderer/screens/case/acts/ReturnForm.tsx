import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CaseState, Recipient } from '../../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../../shared/domain/forms.ts';
import { type ReturnChannel, returnChannels } from '../../../../shared/domain/intake.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { returnChannelLabels } from '../../../../shared/labels.ts';
import { useTRPC } from '../../../api.ts';
import styles from '../../../components/FormDialog.module.css';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { UnpaidHint } from '../money/UnpaidHint.tsx';
import { useOwed } from '../money/use-owed.ts';
import type { ActInput } from '../use-act.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';
import { heldItems, OriginalsTicks, unticked } from './OriginalsTicks.tsx';

type Whom = 'applicant' | 'submitter' | 'other';

/** Who takes the result, with which paper, by which way, and which originals go back with it. */
export function ReturnForm({ detail, frame, faults }: ActFormProps) {
  const { state } = detail;
  const [whom, setWhom] = useState<Whom>(state.submitter ? 'submitter' : 'applicant');
  const trpc = useTRPC();
  // Who takes the result shows a paper: its number is compared and printed whole.
  const whole = useQuery({ ...trpc.cases.whole.queryOptions({ id: detail.id }), staleTime: 0, gcTime: 0 });
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const recipient = { ...recipientOf(whole.data?.state ?? withoutNumbers(state), whom), ...typed };
  const setRecipient = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const [via, setVia] = useState<ReturnChannel>(state.returnChannel);
  const [postal, setPostal] = useState({ trackingNo: '', address: state.applicant.address });
  const [off, setOff] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const owed = useOwed(detail.id);
  const [unpaid, setUnpaid] = useState<{ reason: string; fault?: string } | null>(null);
  // Whoever may not take money can only let the result go.
  const isUnpaid = owed.owedVnd > 0 && (unpaid !== null || !owed.takes);
  const reason = isUnpaid ? (unpaid?.reason ?? '').trim() : '';
  /** Money first; what was taken stays taken whatever becomes of the result. */
  const settle = async (): Promise<boolean> => {
    if (owed.owedVnd === 0 || reason !== '') return true;
    if (!isUnpaid) return owed.take('cash');
    setUnpaid({ reason, fault: 'required' });
    return false;
  };
  const held = heldItems(state);
  // Whoever knows the keys is done before the whole numbers are here: his word is kept till then.
  const [asked, setAsked] = useState<SlipForm[] | null>(null);
  const word =
    owed.owedVnd === 0
      ? undefined
      : isUnpaid
        ? unpaidWord
        : `Thu ${formatMoney(owed.owedVnd)} tiền mặt và trả`;
  const input: ActInput = {
    kind: 'return',
    recipient: {
      name: recipient.name,
      idNumber: recipient.idNumber.trim() || null,
      phone: recipient.phone.trim() || null,
      relation: whom === 'applicant' ? '' : recipient.relation,
    },
    via,
    postal: via === 'postal' ? postal : null,
    originals: held.filter(({ name }) => !off.includes(name)),
    note: [reason, note.trim()].filter(Boolean).join('; '),
  };
  const submitAsked = useEffectEvent(() => {
    if (asked === null) return;
    setAsked(null);
    if (whole.data) frame.onSubmit(input, asked, settle);
  });
  useEffect(() => {
    if (!whole.isLoading) submitAsked();
  }, [whole.isLoading]);
  const isFetching = whole.isLoading && takesKnownNumber(state, whom);
  const choose = (next: Whom) => {
    setWhom(next);
    setTyped({});
  };
  return (
    <ActFrame
      frame={{
        ...frame,
        pending: frame.pending || owed.pending || asked !== null,
        error: frame.error ?? owed.error ?? whole.error,
        onSubmit: (said, slips) => (whole.isLoading ? setAsked(slips) : frame.onSubmit(said, slips, settle)),
      }}
      wide
      word={asked !== null ? 'Đang lấy số giấy tờ…' : word}
      second={
        owed.owedVnd > 0 && owed.takes
          ? isUnpaid
            ? { word: 'Thu tiền trước', onPress: () => setUnpaid(null) }
            : { word: unpaidWord, onPress: () => setUnpaid({ reason: '' }) }
          : undefined
      }
      input={input}
    >
      <UnpaidHint owed={owed} isRefused={frame.error !== null} />
      {isUnpaid && (
        <div ref={focusReason}>
          <ReasonField
            label="Lý do trả khi chưa thu"
            value={unpaid?.reason ?? ''}
            onChange={(text) => setUnpaid({ reason: text })}
            phrases={reasonPhrases.returnUnpaid}
            fault={unpaid?.fault ?? (reason === '' ? faults.note : undefined)}
          />
        </div>
      )}
      <div className={styles.pair}>
        <div>
          <p className={styles.label}>Trả cho</p>
          <Segmented
            label="Trả cho"
            wide
            value={whom}
            options={[
              { value: 'applicant', label: 'Chủ hồ sơ' },
              ...(state.submitter ? [{ value: 'submitter', label: 'Người nộp' } as const] : []),
              { value: 'other', label: 'Người khác' },
            ]}
            onChange={choose}
          />
        </div>
        <div>
          <p className={styles.label}>Trả qua</p>
          <Segmented
            label="Trả qua"
            wide
            value={via}
            options={returnChannels.map((value) => ({ value, label: returnChannelLabels[value] }))}
            onChange={setVia}
          />
        </div>
      </div>
      <div className={styles.pair}>
        <LabelledField
          label="Người nhận kết quả"
          value={recipient.name}
          onChange={(name) => setRecipient({ name })}
          fault={faults['recipient.name']}
        />
        <LabelledField
          label="Số giấy tờ người nhận"
          value={recipient.idNumber}
          {...(isFetching && { placeholder: 'đang lấy số của hồ sơ' })}
          onChange={(idNumber) => setRecipient({ idNumber })}
          fault={faults['recipient.idNumber']}
        />
        <LabelledField
          label="Điện thoại"
          value={recipient.phone}
          numeric
          onChange={(phone) => setRecipient({ phone })}
          fault={faults['recipient.phone']}
        />
        {whom !== 'applicant' && (
          <LabelledField
            label="Quan hệ với chủ hồ sơ"
            value={recipient.relation}
            onChange={(relation) => setRecipient({ relation })}
            fault={faults['recipient.relation']}
            placeholder="con đẻ, được ủy quyền"
          />
        )}
      </div>
      {via === 'postal' && (
        <div className={styles.pair}>
          <LabelledField
            label="Số bưu gửi"
            value={postal.trackingNo}
            onChange={(trackingNo) => setPostal({ ...postal, trackingNo })}
            fault={faults['postal.trackingNo']}
          />
          <LabelledField
            label="Gửi đến địa chỉ"
            value={postal.address}
            onChange={(address) => setPostal({ ...postal, address })}
            fault={faults['postal.address']}
          />
        </div>
      )}
      {held.length > 0 && (
        <OriginalsTicks held={held} off={off} onChange={(name) => setOff(unticked(off, name))} />
      )}
      <NoteField value={note} onChange={setNote} fault={isUnpaid ? undefined : faults.note} />
    </ActFrame>
  );
}

const unpaidWord = 'Trả, chưa thu';

/** The reason is asked now: the keyboard is there. */
function focusReason(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('textarea:not([aria-hidden])')?.focus();
}

type Typed = Record<keyof Recipient, string>;

/** While the whole numbers are on their way, or cannot be had: none rather than a masked one. */
function withoutNumbers(state: CaseState): CaseState {
  const { applicant, submitter } = state;
  return {
    ...state,
    applicant: { ...applicant, idNumber: null },
    submitter: submitter && { ...submitter, idNumber: null },
  };
}

/** Whether the dossier has a number of him. */
function takesKnownNumber({ applicant, submitter }: CaseState, whom: Whom): boolean {
  if (whom === 'submitter') return (submitter?.idNumber ?? null) !== null;
  return whom === 'applicant' && applicant.kind === 'citizen' && applicant.idNumber !== null;
}

/** What is known of the one who takes it. */
function recipientOf({ applicant, submitter }: CaseState, whom: Whom): Typed {
  if (whom === 'submitter' && submitter !== null) {
    const { name, idNumber, phone, relation } = submitter;
    return { name, idNumber: idNumber ?? '', phone: phone ?? '', relation };
  }
  // An organisation sends somebody: his own name is asked.
  if (whom === 'other' || applicant.kind === 'organisation')
    return { name: '', idNumber: '', phone: '', relation: '' };
  return {
    name: applicant.name,
    idNumber: applicant.idNumber ?? '',
    phone: applicant.phone ?? '',
    relation: '',
  };
}
