import { findSigner, makeSigningKey } from '../../register/signing-keys.ts';
import type { CommandScope } from '../door.ts';

/** An office that has no key gets one; also an office whose agency code was changed, since the code is signed with. */
export function keepSigningKey(scope: CommandScope, agencyCode: string): void {
  if (findSigner(scope.tx, agencyCode) === undefined) replaceSigningKey(scope, agencyCode);
}

/** From now on slips are signed with a new key; the old one checks what it signed. */
export function replaceSigningKey(scope: CommandScope, agencyCode: string): void {
  const number = makeSigningKey(scope.tx, agencyCode, scope.now.today);
  scope.record('signing.keyMade', 'signing', { number, agencyCode });
}
