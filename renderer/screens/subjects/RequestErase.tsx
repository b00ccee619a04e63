import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personShown } from '../../../shared/shown-erasure.ts';
import type { CitizenRow } from '../../../shared/views-people.ts';
import type { PersonErasure } from '../../../shared/views-retention.ts';
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
  factWords,
  goesWords,
  openFeedbackWords,
  staysMeanwhile,
  staysOfDigital,
  staysWithOthers,
  staysWords,
  unsureWords,
} from '../retention/retention-words.ts';
import { useErasing } from '../retention/use-erasing.ts';

/** Erases what a person asked to have erased, as far as no duty holds it: says what goes and what stays, with a second manager. */
export function RequestErase(props: {
  requestId: number;
  person: CitizenRow;
  code: string;
  onClose: () => void;
}) {
  const { requestId, person, code, onClose } = props;
  const { id: citizenId, name, birthOn, address } = person;
  const facts = factWords({ ...person, birthYear: birthOn?.slice(0, 4) ?? null, area: address });
  const trpc = useTRPC();
  const client = useQueryClient();
  const rehearsal = useQuery({ ...trpc.retention.rehearsePerson.queryOptions({ citizenId }), gcTime: 0 });
  const [ground, setGround] = useState('Điều 14 Luật 91/2025/QH15');
  const {
    shown: counts,
    approval,
    moved,
    error,
    erase,
  } = useErasing(rehearsal, async (erasure, given) => {
    const [shown, reason] = [personShown(erasure), `Theo yêu cầu ${code}`];
    await api.retention.erasePerson.mutate({ citizenId, shown, requestId, reason, ground, approval: given });
    await client.invalidateQueries();
    onClose();
  });
  const why = counts && heldBy(counts);
  return (
    <FormDialog
      title={`Xóa dữ liệu của ${[name, ...facts].join(', ')}`}
      word={erase.pending ? 'Đang xóa…' : 'Xóa hẳn'}
      pending={erase.pending}
      error={error}
      disabled={why !== null || ground.trim() === '' || approval.given === null}
      wide
      onSubmit={() => void erase.run()}
      onClose={onClose}
    >
      {rehearsal.isError && <ErrorNotice error={rehearsal.error} />}
      {counts && (
        <GoesAndStays
          {...(why && { title: 'Chưa xóa được gì' })}
          goes={why ? [why] : goesWords(counts)}
          stays={why ? [allStays, ...heldCases(counts)] : staysOf(counts)}
          moved={moved}
        />
      )}
      {!why && (
        <>
          {counts && <DoubtfulCards cards={counts.unsure} onLeave={onClose} />}
          <LabelledField label="Căn cứ" value={ground} onChange={setGround} />
          <ApprovalFields approval={approval} />
        </>
      )}
    </FormDialog>
  );
}

const allHeld = 'Mọi hồ sơ của người này còn việc phải làm theo luật. Trả lời là chưa xóa được, nêu căn cứ.';

/** Why nothing may be erased yet; null where something may. */
function heldBy({ cases, held, openFeedback }: PersonErasure): string | null {
  if (held.length > 0) return cases === 0 ? allHeld : null;
  return openFeedback.length > 0 ? feedbackOpenSentence(openFeedback) : null;
}

const heldCases = ({ held }: Pick<PersonErasure, 'held'>): string[] =>
  held.length > 0
    ? [
        `${held.length} hồ sơ đang giải quyết hoặc còn việc, chưa xóa được: ${held.map(({ caseCode }) => caseCode).join(', ')}.`,
      ]
    : [];

const staysOf = ({ held, openFeedback, digital, visits, stays, ...unsure }: PersonErasure): string[] => [
  ...heldCases({ held }),
  ...staysMeanwhile(stays),
  ...openFeedbackWords(openFeedback),
  ...unsureWords(unsure),
  'Yêu cầu về dữ liệu: còn lời đã ghi, không còn tên, số và điện thoại của người này.',
  ...(digital + visits > 0 ? staysOfDigital : []),
  staysWithOthers,
  ...staysWords,
];
