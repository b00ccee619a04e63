import { type ReactNode, useState } from 'react';
import styles from './ApprovalDialog.module.css';
import { type Approval, ApprovalFields, useApproval } from './ApprovalFields.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useOnce } from './use-once.ts';

/** One act that asks for nothing but a second person. It closes once the act is done; a refusal stays before both. */
export function ApprovalDialog(props: {
  title: string;
  /** The word on the button that does it. */
  word: string;
  about?: number;
  run: (approval: Approval) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, word, about, run, onClose, children } = props;
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const act = useOnce(async () => {
    if (approval.given === null) return;
    setError(null);
    try {
      await run(approval.given);
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <FormDialog
      title={title}
      word={word}
      pending={act.pending}
      error={error}
      disabled={approval.given === null}
      onSubmit={() => void act.run()}
      onClose={onClose}
    >
      <p className={styles.why}>{children}</p>
      <ApprovalFields approval={approval} {...(about !== undefined && { about })} />
    </FormDialog>
  );
}
