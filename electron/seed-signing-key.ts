import { nowAt } from './now.ts';
import { appendEntry } from './register/journal.ts';
import type { Register } from './register/register.ts';
import { findSettings } from './register/settings.ts';
import { findSigner, makeSigningKey } from './register/signing-keys.ts';

/** A register from before slips were signed gets its key when it is opened; a new one gets it with the first run. */
export function seedSigningKey({ read: db, transact }: Register, clock: () => number): void {
  const { today, instant } = nowAt(clock());
  const agencyCode = findSettings(db, today)?.office.agencyCode;
  if (agencyCode === undefined || findSigner(db, agencyCode) !== undefined) return;
  transact((tx) => {
    const number = makeSigningKey(tx, agencyCode, today);
    const entry = { at: instant, personId: null, device: '', kind: 'signing.keyMade', subject: 'signing' };
    appendEntry(tx, { ...entry, data: { number, agencyCode } });
  });
}
