/** Which door a request came through. Set by the adapter, never by headers or body. */
export type Door = CounterDoor | DisplayDoor;

/** A window of the counter, with somebody seated at it. */
export interface CounterDoor {
  kind: 'window' | 'loopback';
  device: string;
}

/** A screen for citizens: nobody sits there, and it may do nothing but what is made for it. */
export interface DisplayDoor {
  kind: 'display';
  device: string;
  /** The counter's window whose citizen it serves. */
  desk: string;
}

/** Who tries codes here, for the limit of guesses: the screen of a desk, or a window. */
export function askerOf(door: Door): string {
  return door.kind === 'display' ? `${door.desk} ${door.device}` : door.device;
}
