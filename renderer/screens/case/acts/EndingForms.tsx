import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { type StopGround, stopGrounds } from '../../../../shared/domain/case-flow.ts';
import { stopGroundLabels } from '../../../../shared/labels.ts';
import { DateLines, DateNote } from '../../../components/DateLines.tsx';
import styles from '../../../components/FormDialog.module.css';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { MoneyField } from './MoneyField.tsx';

/** Refused at the counter: the case was never received, and keeps its number in the book. */
export function RejectForm({ frame, faults }: ActFormProps) {
  const [reason, setReason] = useState('');
  const [papersReturned, setReturned] = useState(true);
  return (
    <ActFrame frame={frame} input={{ kind: 'reject', reason, papersReturned }}>
      <ReasonField value={reason} onChange={setReason} phrases={reasonPhrases.reject} fault={faults.reason} />
      <PapersReturned checked={papersReturned} onChange={setReturned} />
      <DateLines>
        <DateNote>Việc này không hoàn tác được: phiếu đã giao cho người dân.</DateNote>
      </DateLines>
    </ActFrame>
  );
}

/** After 15 days without the papers, by law, or on the leader's decision. */
export function StopForm({ detail, frame, faults }: ActFormProps) {
  const isAwaited = detail.state.status === 'awaitingSupplement';
  const [ground, setGround] = useState<StopGround>(isAwaited ? 'noSupplement' : 'law');
  const [reason, setReason] = useState<string>(isAwaited ? reasonPhrases.stopNoSupplement[0] : '');
  const [papersReturned, setReturned] = useState(true);
  const [refundVnd, setRefund] = useState<number | null>(null);
  const grounds = stopGrounds.filter((value) => isAwaited || value !== 'noSupplement');
  return (
    <ActFrame frame={frame} input={{ kind: 'stop', ground, reason, papersReturned, refundVnd }}>
      <div>
        <p className={styles.label}>Căn cứ dừng</p>
        <div className={styles.stacked}>
          <Segmented
            label="Căn cứ dừng"
            value={ground}
            options={grounds.map((value) => ({ value, label: stopGroundLabels[value] }))}
            onChange={setGround}
          />
        </div>
      </div>
      <ReasonField
        value={reason}
        onChange={setReason}
        phrases={ground === 'noSupplement' ? reasonPhrases.stopNoSupplement : reasonPhrases.stop}
        fault={faults.reason}
      />
      <PapersReturned checked={papersReturned} onChange={setReturned} />
      <MoneyField
        label="Hoàn lệ phí, nếu có"
        value={refundVnd}
        onChange={setRefund}
        fault={faults.refundVnd}
      />
    </ActFrame>
  );
}

/** The citizen takes his dossier back before the result is issued. */
export function WithdrawForm({ frame, faults }: ActFormProps) {
  const [reason, setReason] = useState('');
  const [papersReturned, setReturned] = useState(true);
  const [refundVnd, setRefund] = useState<number | null>(null);
  return (
    <ActFrame frame={frame} input={{ kind: 'withdraw', reason, papersReturned, refundVnd }}>
      <ReasonField
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.withdraw}
        fault={faults.reason}
      />
      <PapersReturned checked={papersReturned} onChange={setReturned} />
      <MoneyField
        label="Hoàn lệ phí, nếu có"
        value={refundVnd}
        onChange={setRefund}
        fault={faults.refundVnd}
      />
      <DateLines>
        <DateNote>Rút được khi chưa có kết quả (NĐ 118/2025 Điều 21).</DateNote>
      </DateLines>
    </ActFrame>
  );
}

function PapersReturned({ checked, onChange }: { checked: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <FormControlLabel
      control={<Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)} />}
      label="Đã trả lại giấy tờ cho người nộp"
    />
  );
}
