import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { fold } from '../../../shared/domain/text.ts';
import { formatDay } from '../../../shared/format.ts';
import type { OfficeTime } from '../slip-data.ts';
import type { LetterPart } from '../slip-parts.ts';
import { dueWords } from '../wording.ts';
import { addresseeOf, contactOf, requestName, type WordSource, youOf } from './source.ts';

/**
 * Letters with a result. The ward writes the text; places in braces are filled here, and one that is not known is left
 * as it was written, so that whoever reads the preview sees the mistake.
 */
export function letterWords(source: WordSource): LetterPart & { issuedAt: OfficeTime } {
  const { state, text, now } = source;
  const places = placesOf(source);
  return {
    issuedAt: state.returnedAt ?? state.endedAt ?? now,
    addressee: addresseeOf(state.applicant),
    paragraphs: text.body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole)),
    signer: text.signer,
  };
}

function placesOf({ state, settings }: WordSource): Record<string, string> {
  const { office } = settings;
  const { phone } = contactOf(null, settings);
  return {
    applicant: addresseeOf(state.applicant),
    you: youOf(state.applicant),
    procedure: lowerFirst(requestName(state.procedure.name)),
    summary: state.summary,
    occasion: occasionOf(state.procedure),
    caseCode: state.caseCode,
    receivedDay: formatDay(state.receivedAt),
    dueAt: state.dueAt === null ? '…………' : dueWords(state.dueAt),
    unit: office.parentAgency,
    office: office.name,
    place: office.place,
    contact: phone === null ? office.name : `${office.name}, điện thoại ${phone}`,
  };
}

/** What the letter is sent for, by the kind of procedure. */
const occasions: readonly [part: string, words: string][] = [
  ['khai sinh', 'gia đình chào đón thêm một thành viên mới'],
  ['ket hon', 'ngày thành hôn'],
  ['khai tu', 'người thân của gia đình từ trần'],
  ['mai tang', 'người thân của gia đình từ trần'],
  ['kinh doanh', 'khởi sự kinh doanh'],
];

function occasionOf({ name, shortName }: CaseState['procedure']): string {
  const folded = fold(`${shortName} ${name}`);
  const known = occasions.find(([part]) => folded.includes(part));
  return known?.[1] ?? lowerFirst(requestName(name));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
