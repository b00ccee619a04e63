import { useState } from 'react';
import { tappedPersonSchema } from '../../../shared/domain/campaign-files.ts';
import type { AssistanceLevel } from '../../../shared/domain/digital.ts';
import { api } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { newEntryId } from './entry-id.ts';
import { rememberDigits } from './last-digits.ts';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

interface TallyPersonValues {
  number: string;
  name: string;
  birthYear: string;
  area: string;
}

const nobody: TallyPersonValues = { number: '', name: '', birthYear: '', area: '' };

export type Tally = ReturnType<typeof useTally>;

/** One person of a campaign day and what he was helped with. The area stays for the next one. */
export function useTally(campaignId: string, hasNames: boolean, onNext: () => void) {
  const invalidate = useInvalidateDigital();
  const [number, setNumber] = useState(0);
  const [person, setPerson] = useState(nobody);
  /** Each topic with the id of its lượt: pressed twice, it is still one. */
  const [entries, setEntries] = useState<ReadonlyMap<string, string>>(new Map());
  const [marks, setMarks] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<{ words: string; ids: readonly string[] } | null>(null);
  const next = () => {
    setPerson({ ...nobody, area: person.area });
    setEntries(new Map());
    setMarks([]);
    setFault(null);
    setError(null);
    setNumber((before) => before + 1);
    onNext();
  };
  const doing = useOnce(async (act: () => Promise<void>) => {
    setError(null);
    try {
      await act();
    } catch (refusal) {
      setError(refusal);
    } finally {
      invalidate();
    }
  });
  const log = async (said: {
    teamId: string;
    memberId: string | null;
    level: AssistanceLevel;
    on: string;
  }) => {
    const met = tappedPersonSchema.safeParse(metOf(person));
    const isNobody = !hasNames && person.number.trim() === '';
    setFault(isNobody ? noNumber : faultOf(met.error?.issues[0]?.path[0], entries.size));
    if (!met.success || isNobody || entries.size === 0) return;
    const number = met.data.idNumber ?? met.data.phone;
    await doing.run(async () => {
      let left = marks;
      let helps = 0;
      for (const [topic, id] of entries) {
        const logged = await api.digital.campaign.log.mutate({
          id,
          campaignId,
          met: met.data,
          topic,
          ...said,
          marks: [...left],
        });
        left = [];
        helps = logged.helps;
        if (number !== null) rememberDigits(id, number);
      }
      const who = met.data.name || `người có số …${number?.slice(-3)}`;
      const before = helps > entries.size ? ` Người này đã gặp, đây là lượt thứ ${helps}.` : '';
      setDone({ words: `Đã ghi ${entries.size} lượt cho ${who}.${before}`, ids: [...entries.values()] });
      next();
    });
  };
  const undo = () =>
    doing.run(async () => {
      for (const id of done?.ids ?? []) await api.digital.campaign.remove.mutate({ id });
      setDone({ words: 'Đã bỏ lượt vừa ghi.', ids: [] });
    });
  const toggleTopic = (topic: string) => {
    const changed = new Map(entries);
    if (!changed.delete(topic)) changed.set(topic, newEntryId());
    setEntries(changed);
  };
  const toggleMark = (criterion: string) =>
    setMarks(marks.includes(criterion) ? marks.filter((one) => one !== criterion) : [...marks, criterion]);
  const clear = () => {
    setDone(null);
    next();
  };
  const topics = [...entries.keys()];
  return {
    number,
    person,
    setPerson,
    topics,
    toggleTopic,
    marks,
    toggleMark,
    fault,
    error,
    done,
    log,
    undo,
    clear,
    pending: doing.pending,
  };
}

function metOf({ number, name, birthYear, area }: TallyPersonValues) {
  const digits = number.replaceAll(/[\s.]/g, '');
  const isPhone = /^(?:\+84|0)\d{9}$/.test(digits);
  return {
    name,
    area,
    idNumber: digits === '' || isPhone ? null : digits.toUpperCase(),
    phone: isPhone ? digits : null,
    birthYear: birthYear.trim() === '' ? null : Number(birthYear),
  };
}

const noNumber = 'Quét thẻ, gõ số định danh hoặc điện thoại để không đếm một người hai lần.';

function faultOf(field: PropertyKey | undefined, topics: number): string | null {
  if (field === 'name') return 'Ghi họ và tên của người này.';
  if (field === 'idNumber' || field === 'phone') return 'Số chưa đúng: 12 số căn cước hoặc 10 số điện thoại.';
  if (field !== undefined)
    return 'Cần số định danh, điện thoại hoặc năm sinh để không đếm một người hai lần.';
  return topics === 0 ? 'Chọn ít nhất một việc đã giúp.' : null;
}
