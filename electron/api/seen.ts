import type { Staff } from '../../shared/domain/person.ts';
import type { Now } from '../now.ts';
import type { ApiContext } from './context.ts';

/**
 * Looking at personal data. case: its page or its versions with telephone or address, and with the whole numbers where a form took
 * them · citizen: a person's page or household · search: that somebody searched, for what kind of thing and how many were found,
 * never the text · slip: whose slip was held up · print: a paper that was opened to be printed · feedback, digital, campaign: who
 * sent it, a person's card, the people of a campaign · list: names in a list that is no search · draft: a form that was left half
 * filled.
 */
export type SeenKind = `seen.${
  | 'case'
  | 'citizen'
  | 'search'
  | 'slip'
  | 'print'
  | 'feedback'
  | 'digital'
  | 'campaign'
  | 'list'
  | 'draft'}`;

/** How a scope notes what it showed. */
export function seenBy({ register, door }: ApiContext, now: Now, person: Staff | null) {
  return (kind: SeenKind, subject: string, data: unknown = {}): void => {
    const { device } = door;
    register.noteSeen({ at: now.instant, personId: person?.id ?? null, device, kind, subject, data });
  };
}

/** What a typed text looks like, which is all that is kept of it: a name or a number must not enter a journal that is for ever. */
export function searchSubject(among: 'cases' | 'citizens', text: string): string {
  const what = /^[\d\s.]+$/u.test(text) ? 'number' : /\d/u.test(text) ? 'code' : 'name';
  return `search:${among}.${what}`;
}
