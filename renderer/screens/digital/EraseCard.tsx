import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cardShown } from '../../../shared/shown-erasure.ts';
import type { UnsureCard } from '../../../shared/views-retention.ts';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields } from '../../components/ApprovalFields.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { feedbackOpenSentence } from '../../refused-sentences.ts';
import { DoubtfulCards } from '../retention/DoubtfulCards.tsx';
import { GoesAndStays } from '../retention/GoesAndStays.tsx';
import {
  allStays,
  cardWords,
  factWords,
  goesOfCard,
  staysOfCard,
  unsureWords,
} from '../retention/retention-words.ts';
import { useErasing } from '../retention/use-erasing.ts';

/** Erases somebody whom digital support alone knows, on his wish: says what goes and what stays, with a second manager. */
export function EraseCard(props: { card: UnsureCard; onClose: () => void }) {
  const { card, onClose } = props;
  const { personId, name } = card;
  const trpc = useTRPC();
  const client = useQueryClient();
  const rehearsal = useQuery({ ...trpc.retention.rehearseCard.queryOptions({ personId }), gcTime: 0 });
  const [reason, setReason] = useState('Theo yêu cầu của người này');
  const [ground, setGround] = useState('Điều 14 Luật 91/2025/QH15');
  const {
    shown: counts,
    approval,
    moved,
    error,
    erase,
  } = useErasing(rehearsal, async (erasure, given) => {
    const shown = cardShown(erasure);
    await api.retention.eraseCard.mutate({ personId, shown, reason, ground, approval: given });
    await client.invalidateQueries();
    onClose();
  });
  // The office owes him an answer; once he is gone nothing would point to what he wrote.
  const isHeld = counts !== undefined && counts.openFeedback.length > 0;
  const isFilled = reason.trim() !== '' && ground.trim() !== '' && approval.given !== null;
  return (
    <FormDialog
      title={`Xóa dữ liệu của ${name === '' ? ['thẻ này', ...factWords(card)].join(', ') : cardWords(card)}`}
      word={erase.pending ? 'Đang xóa…' : 'Xóa hẳn'}
      pending={erase.pending}
      error={error}
      disabled={!isFilled || counts === undefined || isHeld}
      wide
      onSubmit={() => void erase.run()}
      onClose={onClose}
    >
      {rehearsal.isError && <ErrorNotice error={rehearsal.error} />}
      {counts && (
        <GoesAndStays
          {...(isHeld && { title: 'Chưa xóa được gì' })}
          goes={isHeld ? [feedbackOpenSentence(counts.openFeedback)] : goesOfCard(counts)}
          stays={isHeld ? [allStays] : [...unsureWords(counts), ...staysOfCard]}
          moved={moved}
        />
      )}
      {!isHeld && (
        <>
          {counts && <DoubtfulCards cards={counts.unsure} onLeave={onClose} />}
          <LabelledField label="Lý do" value={reason} onChange={setReason} />
          <LabelledField label="Căn cứ" value={ground} onChange={setGround} />
          <ApprovalFields approval={approval} />
        </>
      )}
    </FormDialog>
  );
}
