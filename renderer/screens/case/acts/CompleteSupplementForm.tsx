import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import type { CaseState, SupplementItem } from '../../../../shared/domain/case-flow.ts';
import type { Paper } from '../../../../shared/domain/intake.ts';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { isShownOnly } from '../../intake/papers.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';
import { newPaper, PapersField } from './PapersField.tsx';

/** What was asked for is here: the papers as they are now, the old date and the new one. */
export function CompleteSupplementForm({ detail, hints, frame }: ActFormProps) {
  const { state } = detail;
  const asked = state.supplements.at(-1);
  const [papers, setPapers] = useState(() => withAsked(state.papers, asked?.items ?? []));
  const [inPerson, setInPerson] = useState(true);
  const [note, setNote] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'completeSupplement', papers, inPerson, note }} wide>
      <PapersField papers={papers} onChange={setPapers} />
      <DateLines>
        {state.dueAt !== null && <DateLine label="Ngày hẹn trước" at={state.dueAt} />}
        <DateLine label="Ngày hẹn mới" at={hints.newDueAt ?? null} />
        <DateNote>{policyWords(state)}</DateNote>
      </DateLines>
      <FormControlLabel
        control={<Checkbox checked={inPerson} onChange={({ target }) => setInPerson(target.checked)} />}
        label="Người dân đến quầy nộp, tính một lượt đến"
      />
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}

/** Which of the two readings of the law the appointment follows (rules §4.4). */
function policyWords({ appointment, supplements }: CaseState): string {
  const last = supplements.at(-1);
  if (last?.beforeAcceptance) return 'Chưa tiếp nhận trước đó nên thời hạn bắt đầu từ lúc này.';
  if (last?.wasLate) return 'Hồ sơ đã quá hạn khi yêu cầu bổ sung nên vẫn tính là quá hạn.';
  return appointment.policies.supplement === 'pause'
    ? 'Thời gian chờ không tính; phần còn lại tính tiếp từ lúc này.'
    : 'Tính lại từ đầu kể từ lúc đủ giấy tờ (NĐ 118/2025 Điều 19.5).';
}

/** What was asked for stands in the list with the counts that were asked for. */
function withAsked(papers: readonly Paper[], items: readonly SupplementItem[]): Paper[] {
  const askedFor = (name: string) => items.find((item) => item.name === name);
  const known = papers.map((paper) => {
    const item = askedFor(paper.name);
    if (item === undefined) return paper;
    const { originals, certifiedCopies, photocopies } = item;
    return {
      ...paper,
      originals: Math.max(paper.originals, originals),
      certifiedCopies: Math.max(paper.certifiedCopies, certifiedCopies),
      photocopies: Math.max(paper.photocopies, photocopies),
    };
  });
  const fresh = items
    .filter(({ name }) => papers.every((paper) => paper.name !== name))
    // What is only looked at does not stay with the office.
    .map(({ name, note: _, ...counts }) => newPaper(name, isShownOnly(name) ? { shown: true } : counts));
  return [...known, ...fresh];
}
