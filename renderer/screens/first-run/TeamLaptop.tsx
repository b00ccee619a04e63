import { useState } from 'react';
import { useNavigate } from 'react-router';
import { kitPassphraseSchema } from '../../../shared/domain/campaign-files.ts';
import { personNameSchema } from '../../../shared/domain/person.ts';
import type { Session } from '../../../shared/views-session.ts';
import { api } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useOnce } from '../../components/use-once.ts';

/** The laptop of a team has nothing to answer: its kit says whose office it is; only who logs and what opens it are asked. */
export function TeamLaptop(props: { text: string; onOpen: (session: Session) => void; onClose: () => void }) {
  const { text, onOpen, onClose } = props;
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<unknown>(null);
  const opening = useOnce(async () => {
    setError(null);
    try {
      await api.digital.campaign.setUpLaptop.mutate({ text, passphrase, name });
      await navigate('/');
      onOpen(await api.session.current.query());
    } catch (refusal) {
      setError(refusal);
    }
  });
  const isReady =
    personNameSchema.safeParse(name).success && kitPassphraseSchema.safeParse(passphrase).success;
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
    </FormDialog>
  );
}
