import { useQueryClient } from '@tanstack/react-query';
import { type FieldPath, useFormContext } from 'react-hook-form';
import type { CitizenCard } from '../../../shared/domain/citizen-card.ts';
import { personNameSchema } from '../../../shared/domain/person.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { issueWords, missingWords } from './card-words.ts';
import { emptyApplicant, type IntakeValues } from './intake-values.ts';
import { applicantValues, readEntry } from './person.ts';

/** What the last scan or pick told, in a few words. */
export interface PersonNote {
  tone: 'ok' | 'due' | 'late';
  text: string;
  /** A quiet second line. */
  more?: string | undefined;
  /** Name and address as a doubtful card gave them, when they may be right all the same. */
  heard?: Heard | undefined;
}

interface Heard {
  name: string;
  address: string;
}

/** Takes what came from a scanner, a list or the keyboard into the applicant's fields. */
export function usePersonEntry(onNote: (note: PersonNote | null) => void) {
  const { setValue, getValues, setFocus: focusSoon, setError, clearErrors } = useFormContext<IntakeValues>();
  const client = useQueryClient();
  const trpc = useTRPC();

  /** At once where the page has the field's name: keys typed before the form's own turn comes would still land in the scan field. */
  const setFocus = (name: FieldPath<IntakeValues>) => {
    const [field] = document.getElementsByName(name);
    if (field) field.focus();
    else focusSoon(name);
  };

  const pick = (hint: CitizenHint) => {
    setValue('applicant', applicantValues(hint.applicant), { shouldDirty: true });
    clearErrors('applicant');
    onNote({ tone: 'ok', text: `Đã có dữ liệu, ${hint.caseCount} hồ sơ trước đây` });
    setFocus('procedureCode');
    if (hint.maskedIdNumber !== null) void takeWhole(hint);
  };

  /** His number comes now that he is taken; a form that went on to somebody else, or has a number, is left as it is. */
  const takeWhole = async ({ id, applicant: { name } }: CitizenHint) => {
    const asked = { ...trpc.citizens.whole.queryOptions({ id }), staleTime: 0, gcTime: 0 };
    const whole = await client.fetchQuery(asked).catch(() => null);
    const now = getValues('applicant');
    if (now.name !== name || now.idNumber !== '') return;
    if (whole === null)
      return onNote({ tone: 'due', text: 'Chưa lấy được số định danh của người này. Gõ số theo thẻ.' });
    setValue('applicant.idNumber', whole.idNumber ?? '', { shouldDirty: true });
  };

  /** The citizen of this number, when the register knows one. */
  const known = async (idNumber: string): Promise<CitizenHint | undefined> => {
    const question = { idNumber, phone: null, name: '', birthOn: null };
    const asked = { ...trpc.citizens.recognise.queryOptions(question), staleTime: 0 };
    const found = await client.fetchQuery(asked).catch(() => []);
    return found.find(({ applicant, matched }) => matched === 'idNumber' && applicant.kind === 'citizen');
  };

  const takeCard = async (card: CitizenCard, values: IntakeValues['applicant']) => {
    setValue('applicant', values, { shouldDirty: true });
    clearErrors('applicant');
    onNote(cardNote(card, missingWords(card)));
    if (card.name === null) {
      setError('applicant.name', { message: `Cần gõ lại. Máy quét đọc ra “${card.heard.slice(0, 60)}”.` });
      setFocus('applicant.name');
    } else setFocus('procedureCode');
    const hint = await known(card.idNumber);
    const now = getValues('applicant');
    // Somebody else has been scanned, or typed over it, meanwhile.
    if (!hint || now.idNumber !== card.idNumber || now.name !== values.name) return;
    const before = applicantValues({ ...hint.applicant, idNumber: card.idNumber });
    const filled = Object.fromEntries(
      Object.entries(now).map(([field, value]) => [field, value || before[field as keyof typeof before]]),
    ) as typeof now;
    setValue('applicant', filled, { shouldDirty: true });
    onNote(knownNote(card, hint, filled));
    if (card.name !== null) return;
    clearErrors('applicant.name');
    setFocus('procedureCode');
  };

  const enter = (text: string) => {
    const entered = readEntry(text);
    if (entered.kind === 'refused') return onNote({ tone: 'late', text: entered.sentence });
    if (entered.kind === 'card') return void takeCard(entered.card, entered.applicant);
    const { applicant } = entered;
    setValue('applicant', { ...getValues('applicant'), ...applicant }, { shouldDirty: true });
    onNote(applicant.phone ? phoneNote : null);
    setFocus(applicant.name ? 'applicant.idNumber' : 'applicant.name');
    if (applicant.idNumber) void takeNumber(applicant.idNumber);
  };

  /** A whole number is one person: who has come before is taken, unless a name is being typed meanwhile. */
  const takeNumber = async (idNumber: string) => {
    const hint = await known(idNumber);
    const now = getValues('applicant');
    if (hint && now.idNumber === idNumber && now.name.trim() === '') pick(hint);
  };

  /** A scan that landed in a field of the applicant or the submitter: the field gives it up. */
  const enterAt = (field: string, text: string) => {
    if (!field.startsWith('submitter.')) {
      setValue(field as 'applicant.name', '');
      return enter(text);
    }
    const entered = readEntry(text);
    if (entered.kind !== 'card') {
      setValue(field as 'submitter.name', '');
      if (entered.kind === 'refused') onNote({ tone: 'late', text: entered.sentence });
      return;
    }
    const { card } = entered;
    const { relation } = getValues('submitter');
    setValue('submitter', { name: card.name ?? '', idNumber: card.idNumber, phone: '', relation });
    if (card.name === null) {
      setError('submitter.name', { message: `Cần gõ lại. Máy quét đọc ra “${card.heard.slice(0, 60)}”.` });
      setFocus('submitter.name');
    } else setFocus('submitter.relation');
  };

  const takeHeard = ({ name, address }: Heard) => {
    const now = getValues('applicant');
    setValue('applicant', { ...now, name, address: now.address || address }, { shouldDirty: true });
    clearErrors('applicant.name');
    onNote({ tone: 'ok', text: 'Đã đọc thẻ, họ tên theo máy quét' });
    setFocus('procedureCode');
  };

  /** Everything of the applicant is replaced by what another record says. */
  const replace = (values: Partial<IntakeValues['applicant']>) => {
    setValue('applicant', { ...emptyApplicant, ...values }, { shouldDirty: true });
    clearErrors('applicant');
  };

  return { pick, enter, enterAt, takeHeard, replace };
}

/** Ten digits may also be a number cut short. */
const phoneNote: PersonNote = { tone: 'due', text: 'Đã ghi 10 số vào ô điện thoại. Số định danh có 12 số.' };

function cardNote(card: CitizenCard, missing: readonly string[]): PersonNote {
  const more = issueWords(card);
  if (missing.length === 0) return { tone: 'ok', text: 'Đã đọc thẻ', more };
  const isNameLost = card.name === null;
  const mayBeRight = isNameLost && personNameSchema.safeParse(card.heard).success;
  const heard = mayBeRight ? { name: card.heard, address: card.heardAddress } : undefined;
  const advice = isNameLost ? ', hoặc tắt bộ gõ (Unikey, EVKey) rồi quét lại' : '';
  return { tone: 'due', text: `Đã lấy số và ngày. Gõ lại ${missing.join(', ')}${advice}.`, more, heard };
}

function knownNote(card: CitizenCard, hint: CitizenHint, filled: IntakeValues['applicant']): PersonNote {
  const more = issueWords(card);
  const before = `${hint.caseCount} hồ sơ trước đây`;
  if (card.name === null) {
    const text = `Máy quét sai dấu, họ tên theo ${hint.caseCount} hồ sơ trước. Tắt bộ gõ khi quét.`;
    return { tone: 'due', text, more };
  }
  if (fold(hint.applicant.name) !== fold(filled.name))
    return { tone: 'due', text: `Sổ đang ghi số này của ${hint.applicant.name}; đối chiếu với thẻ.`, more };
  return { tone: 'ok', text: `Đã đọc thẻ, ${before}`, more };
}
