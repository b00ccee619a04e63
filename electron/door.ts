import type { Role } from '../shared/domain/person.ts';

/** Which door a request came through. Set by the adapter, never by headers or body. */
export type Door = CounterDoor | DisplayDoor;

/** A window of the counter, with somebody seated at it. */
export interface CounterDoor {
  /** `lan`: a paired device of the local network, 'lan:3'. */
  kind: 'window' | 'loopback' | 'lan';
  device: string;
  /** The roles that may be used here; without them every one. */
  roles?: readonly Role[] | null;
  /** Every adapter has its own; without one the counter keeps one for the device, for callers in this process. */
  jar?: TokenJar;
}

/**
 * Where a caller keeps the reference of his sign-in, written by signing in and out: a cookie of the browser, or main's own memory
 * for a partition of Electron, whose pages never see it.
 */
export interface TokenJar {
  token: string | null;
}

/** A screen for citizens: nobody sits there, and it may do nothing but what is made for it. */
export interface DisplayDoor {
  kind: 'display';
  device: string;
  /** The counter's window whose citizen it serves. */
  desk: string;
  /** A tablet for ratings: of a screen it may do that alone. */
  ratesOnly?: boolean;
}

/** Who tries codes here, for the limit of guesses: the screen of a desk, or a window. */
export function askerOf(door: Door): string {
  return door.kind === 'display' ? `${door.desk} ${door.device}` : door.device;
}
