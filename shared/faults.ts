import type { z } from 'zod';

/** What can be wrong with a field. The screen owns a sentence for each; the form and the door name them alike. */
export const faultKinds = [
  'required',
  'type',
  'tooLong',
  'tooBig',
  'tooSmall',
  'format',
  'choice',
  'personName',
  'noEmoji',
  'idNumber',
  'phone',
  'email',
  'day',
  'webAddress',
  'twice',
  'future',
  'openingHours',
  'promise',
  'noClerk',
  'noManager',
  'otherPerson',
  'beyondKept',
  'owing',
  'passwordShort',
  'passwordCommon',
  'passwordOwn',
  'passwordSame',
  'pin',
  'pinPlain',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const isKind = (text: string): text is FaultKind => (faultKinds as readonly string[]).includes(text);

/** Dotted field path → kind of fault, the first one of each field. */
export function faultsOf(error: z.ZodError): Record<string, FaultKind> {
  const faults: Record<string, FaultKind> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    faults[path] ??= faultOf(issue);
  }
  return faults;
}

function faultOf(issue: z.core.$ZodIssue): FaultKind {
  if (isKind(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? 'tooBig' : 'tooLong';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'tooSmall';
    case 'invalid_type':
      // The issue does not carry the input, its English message does.
      return /received (?:undefined|null)$/.test(issue.message) ? 'required' : 'type';
    case 'invalid_value':
    case 'invalid_union':
      return 'choice';
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'format';
    default:
      return 'format';
  }
}
