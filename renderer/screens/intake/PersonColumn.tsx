import Link from '@mui/material/Link';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { sexLabels } from '../../../shared/labels.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { doubtSentence } from './card-words.ts';
import { DigitalLine } from './DigitalLine.tsx';
import { Duplicates } from './Duplicates.tsx';
import { FormField, PairFaults } from './FormField.tsx';
import styles from './Intake.module.css';
import type { IntakeValues } from './intake-values.ts';
import personStyles from './PersonColumn.module.css';
import { PersonHints } from './PersonHints.tsx';
import { PersonNoteLine } from './PersonNoteLine.tsx';
import { isScan, spacedPhone, tidyDay } from './person.ts';
import { ScanField } from './ScanField.tsx';
import { SubmitterFields } from './SubmitterFields.tsx';
import { type PersonNote, usePersonEntry } from './use-person-entry.ts';

/** Who it is for, and who brings it. */
export function PersonColumn(props: {
  scanRef: RefObject<HTMLInputElement | null>;
  note: PersonNote | null;
  onNote: (note: PersonNote | null) => void;
}) {
  const { scanRef, note, onNote } = props;
  const { setValue } = useFormContext<IntakeValues>();
  const kind = useWatch<IntakeValues, 'applicant.kind'>({ name: 'applicant.kind' });
  const onBehalf = useWatch<IntakeValues, 'onBehalf'>({ name: 'onBehalf' });
  const { pick, enter, enterAt, takeHeard, replace } = usePersonEntry(onNote);

  /** A scanner types into whatever has the focus, and ends with Enter. */
  const catchScan = (event: KeyboardEvent) => {
    const { target } = event;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (event.key !== 'Enter' || !isField || target === scanRef.current || !isScan(target.value)) return;
    event.preventDefault();
    event.stopPropagation();
    enterAt(target.name, target.value);
  };
  const changeWho = (value: Who) => {
    setValue('onBehalf', value === 'onBehalf', { shouldDirty: true });
  };

  return (
    <section
      className={`${styles.card} ${styles.person}`}
      aria-labelledby="intake-person"
      onKeyDownCapture={catchScan}
    >
      <div className={styles.cardHead}>
        <h2 id="intake-person">Người nộp</h2>
        <span className="grow" />
        <span data-enter="skip">
          <Segmented
            label="Nộp cho ai"
            value={onBehalf ? 'onBehalf' : 'self'}
            options={who}
            onChange={changeWho}
          />
        </span>
      </div>
      {onBehalf && <SubmitterFields />}
      <div>
        {onBehalf && (
          <h3 className={personStyles.ownerHead}>
            Chủ hồ sơ <small>quét hoặc tìm ở đây điền vào chủ hồ sơ</small>
          </h3>
        )}
        <ScanField inputRef={scanRef} onPick={pick} onText={enter} />
        {note && <PersonNoteLine note={note} onTakeHeard={takeHeard} />}
      </div>
      {kind === 'citizen' ? <CitizenFields /> : <OrganisationFields />}
      <ContactFields />
      <span className={styles.spring} />
      <PersonHints onPick={pick} onReplace={replace} />
      <DigitalLine />
      <Duplicates />
    </section>
  );
}

type Who = 'self' | 'onBehalf';
const who = [
  { value: 'self', label: 'Cho mình' },
  { value: 'onBehalf', label: 'Nộp thay' },
] as const;

function CitizenFields() {
  const applicant = useWatch<IntakeValues, 'applicant'>({ name: 'applicant' });
  const doubt = doubtSentence(applicant);
  return (
    <>
      <div className={personStyles.pairIdSex}>
        <FormField name="applicant.idNumber" label="Số định danh" inputMode="numeric" isNarrow />
        <FormField name="applicant.sex" label="Giới tính" options={sexOptions} />
        <PairFaults names={idFields} />
      </div>
      {doubt && (
        <p className={personStyles.doubt} role="status">
          <Shape tone="due" />
          {doubt}
        </p>
      )}
      <FormField name="applicant.name" label="Họ và tên" strong />
      <div className={personStyles.pairBirthPhone}>
        <FormField
          name="applicant.birthOn"
          label="Ngày sinh"
          inputMode="numeric"
          tidy={tidyDay}
          placeholder="8 số"
          isNarrow
        />
        <FormField name="applicant.phone" label="Điện thoại" inputMode="tel" tidy={spacedPhone} isNarrow />
        <PairFaults names={birthFields} />
      </div>
    </>
  );
}

const idFields = ['applicant.idNumber'] as const;
const birthFields = ['applicant.birthOn', 'applicant.phone'] as const;
const sexOptions = [
  { value: '', label: '–' },
  { value: 'male', label: sexLabels.male },
  { value: 'female', label: sexLabels.female },
];

function OrganisationFields() {
  return (
    <>
      <FormField name="applicant.idNumber" label="Mã số thuế hoặc mã tổ chức" inputMode="numeric" />
      <FormField name="applicant.name" label="Tên tổ chức" strong />
      <FormField name="applicant.phone" label="Điện thoại" inputMode="tel" tidy={spacedPhone} />
    </>
  );
}

function ContactFields() {
  const { setValue, setFocus } = useFormContext<IntakeValues>();
  const kind = useWatch<IntakeValues, 'applicant.kind'>({ name: 'applicant.kind' });
  const email = useWatch<IntakeValues, 'applicant.email'>({ name: 'applicant.email' });
  const [isOpen, setOpen] = useState(false);
  const isCitizen = kind === 'citizen';
  const changeKind = () => {
    setValue('applicant.kind', isCitizen ? 'organisation' : 'citizen', { shouldDirty: true });
    // The fields of the other kind take their names when they have been drawn.
    requestAnimationFrame(() => setFocus('applicant.name'));
  };
  return (
    <>
      <FormField name="applicant.address" label={isCitizen ? 'Nơi cư trú' : 'Địa chỉ'} multiline />
      {(isOpen || email !== '') && <FormField name="applicant.email" label="Thư điện tử" inputMode="email" />}
      <p className={personStyles.more} data-enter="skip">
        {!isOpen && email === '' && (
          <Link component="button" type="button" variant="body2" onClick={() => setOpen(true)}>
            Thêm thư điện tử
          </Link>
        )}
        <Link component="button" type="button" variant="body2" onClick={changeKind}>
          {isCitizen ? 'Là tổ chức' : 'Là cá nhân'}
        </Link>
      </p>
    </>
  );
}
