import Button from '@mui/material/Button';
import { useController, useWatch } from 'react-hook-form';
import { intakeForms, type SlipForm } from '../../../shared/domain/forms.ts';
import { returnChannels } from '../../../shared/domain/intake.ts';
import { channels } from '../../../shared/domain/procedure.ts';
import { channelLabels, returnChannelLabels, shortSlipLabels } from '../../../shared/labels.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import appointmentStyles from './AppointmentCard.module.css';
import { DossierLine } from './DossierLine.tsx';
import { Fee } from './Fee.tsx';
import { HandlingLine } from './HandlingLine.tsx';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';
import { missingPapers } from './papers.ts';
import { RegisterButtons, type RegisterKind } from './RegisterButtons.tsx';

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
      <DossierLine />
      <HandlingLine label="In">
        <span className={appointmentStyles.slips}>
          {intakeForms.map((form) => (
            <TickChip key={form} checked={slips.value.includes(form)} onChange={(isOn) => toggle(form, isOn)}>
              {shortSlipLabels[form]}
            </TickChip>
          ))}
        </span>
      </HandlingLine>
      <span className={styles.spring} />
      <div className={appointmentStyles.submit}>
        {isAsked && isIncomplete && (
          <p className={appointmentStyles.question} role="status">
            Vẫn nhận? Bấm lần nữa, hoặc hướng dẫn bổ sung.
          </p>
        )}
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

/** The fee, the way in and the way out; `receivedOn` of a case that is put right. */
export function HandlingFields({ receivedOn }: { receivedOn?: string }) {
  const channel = useController<IntakeValues, 'channel'>({ name: 'channel' }).field;
  const returnChannel = useController<IntakeValues, 'returnChannel'>({ name: 'returnChannel' }).field;
  return (
    <>
      <Fee receivedOn={receivedOn} />
      <HandlingLine label="Kênh nộp">
        <Segmented
          label="Kênh nộp"
          wide
          value={channel.value}
          options={channels.map((value) => ({ value, label: channelLabels[value] }))}
          onChange={channel.onChange}
        />
      </HandlingLine>
      <HandlingLine label="Nhận kết quả">
        <Segmented
          label="Nhận kết quả"
          wide
          value={returnChannel.value}
          options={returnChannels.map((value) => ({ value, label: returnChannelLabels[value] }))}
          onChange={returnChannel.onChange}
        />
      </HandlingLine>
    </>
  );
}
