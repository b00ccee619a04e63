import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { kitPassphraseSchema } from '../../../shared/domain/campaign-files.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

/** Asks for what opens a kit; typed once on each laptop. */
export function OpenKitDialog(props: {
  text: string;
  onOpened: (campaignId: string) => void;
  onClose: () => void;
}) {
  const { text, onOpened, onClose } = props;
  const trpc = useTRPC();
  const invalidate = useInvalidateDigital();
  const [passphrase, setPassphrase] = useState('');
  const opening = useMutation(
    trpc.digital.campaign.openKit.mutationOptions({
      onSuccess: ({ campaignId }) => onOpened(campaignId),
      onSettled: invalidate,
    }),
  );
  return (
    <FormDialog
      title="Mở tệp đợt"
      word="Mở"
      pending={opening.isPending}
      error={opening.error}
      disabled={!kitPassphraseSchema.safeParse(passphrase).success}
      onSubmit={() => opening.mutate({ text, passphrase })}
      onClose={onClose}
    >
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
