import { AppError } from '../../shared/errors.ts';
import type { StoredLanDoor } from '../register/lan.ts';
import { type LanAddress, suggestedHostName } from './addresses.ts';

/** What an administrator asks for; without a name the one that it had. */
export interface DoorWish {
  address: string;
  hostName: string | undefined;
}

/**
 * What there would be to open: with an authority that may vouch for this address, and a certificate by it. Throws lanFault.
 * @param held addresses of this machine.
 */
export async function doorAt(
  { address, hostName }: DoorWish,
  stored: StoredLanDoor | undefined,
  held: LanAddress[],
  nowMs: number,
): Promise<StoredLanDoor> {
  const chosen = held.find((each) => each.address === address);
  if (chosen === undefined) throw new AppError('lanFault', { why: 'addressGone' });
  const { isLeafGood, makeAuthority, makeLeaf, mayVouchFor } = await import('./certificates.ts');
  const host = { ...chosen, hostName: hostName ?? stored?.hostName ?? suggestedHostName() };
  if (stored && isLeafGood(stored.leaf, stored.authority, host, nowMs))
    return { ...stored, ...host, isOn: true };
  const authority =
    stored && mayVouchFor(stored.authority, host, nowMs)
      ? { certificate: stored.authority, key: stored.authorityKey }
      : await makeAuthority(host, nowMs);
  const leaf = await makeLeaf(authority, host, nowMs);
  return {
    ...host,
    isOn: true,
    authority: authority.certificate,
    authorityKey: authority.key,
    leaf: leaf.certificate,
    leafKey: leaf.key,
  };
}

/**
 * What opens now of what was switched on once: another address of the same interface, a certificate that holds. Itself where
 * nothing has changed. Throws lanFault.
 * @param held addresses of this machine.
 */
export async function refreshedDoor(
  stored: StoredLanDoor,
  held: LanAddress[],
  nowMs: number,
): Promise<StoredLanDoor> {
  const same =
    held.find(({ address }) => address === stored.address) ??
    held.find(({ interfaceName }) => interfaceName === stored.interfaceName);
  if (same === undefined) throw new AppError('lanFault', { why: 'addressGone' });
  const { isInForce, isLeafGood, makeLeaf, mayVouchFor } = await import('./certificates.ts');
  const door = { ...stored, ...same };
  if (isLeafGood(door.leaf, door.authority, door, nowMs))
    return same.address === stored.address ? stored : door;
  // Whoever trusts the authority would have to trust another one: a person decides that.
  if (!isInForce(door.authority, nowMs)) throw new AppError('lanFault', { why: 'authorityOld' });
  if (!mayVouchFor(door.authority, door, nowMs)) throw new AppError('lanFault', { why: 'addressGone' });
  const authority = { certificate: door.authority, key: door.authorityKey };
  const leaf = await makeLeaf(authority, door, nowMs);
  return { ...door, leaf: leaf.certificate, leafKey: leaf.key };
}
