import { useState } from 'react';
import { useNavigate } from 'react-router';
import { kitPassphraseSchema } from '../../../shared/domain/campaign-files.ts';
import { defaultOpeningHours } from '../../../shared/domain/opening-hours.ts';
import { personNameSchema } from '../../../shared/domain/person.ts';
import type { Session } from '../../../shared/views.ts';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { NewPasswordFields, newPasswordFaults, noPassword } from '../../components/NewPasswordFields.tsx';
import { useOnce } from '../../components/use-once.ts';

/** The laptop of a team has nothing to answer: its kit says whose office it is; only who logs and what opens it are asked. */
export function TeamLaptop(props: { text: string; onOpen: (session: Session) => void; onClose: () => void }) {
  const { text, onOpen, onClose } = props;
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [password, setPassword] = useState(noPassword);
  const faults = newPasswordFaults(password, [name]);
  const [error, setError] = useState<unknown>(null);
  const opening = useOnce(async () => {
    setError(null);
    try {
      const kit = { text, passphrase };
      // Read before anything is set up: a wrong number leaves the laptop as it was.
      const { office } = await api.digital.campaign.readKit.query(kit);
      const session = await api.setup.complete.mutate({
        office: { ...office, counterName: 'Máy của tổ' },
        hours: defaultOpeningHours,
        people: [{ name, title: '', roles: ['clerk', 'administrator'] }],
        password: password.text,
      });
      const { campaignId } = await api.digital.campaign.openKit.mutate(kit);
      onOpen(session);
      await navigate(`/ho-tro-so/ghi-dot?dot=${campaignId}`);
    } catch (refusal) {
      setError(refusal);
    }
  });
  const isReady =
    personNameSchema.safeParse(name).success &&
    kitPassphraseSchema.safeParse(passphrase).success &&
    Object.keys(faults).length === 0;
  return (
    <FormDialog
      title="Mở tệp đợt của tổ"
      word="Mở"
      pending={opening.pending}
      error={error}
      disabled={!isReady}
      onSubmit={() => void opening.run()}
      onClose={onClose}
    >
      <LabelledField label="Họ và tên người ghi" value={name} onChange={setName} />
      <LabelledField
        label="Mã mở tệp"
        value={passphrase}
        onChange={setPassphrase}
        hint="12 số trên giấy giao cùng tệp, gõ liền hay cách đều được."
        numeric
      />
      <NewPasswordFields
        value={password}
        onChange={setPassword}
        faults={password.again === '' ? {} : faults}
      />
    </FormDialog>
  );
}
