import type { LookupFacts } from './domain/lookup.ts';
import type { Ticket, WaitEstimate } from './domain/queue.ts';
import type { QueueSettings } from './domain/queue-settings.ts';
import type { SecondScreenSettings } from './domain/second-screen.ts';

/** Read models of what people wait for: the light queue, the lookup by slip code, quiet hours. */

/** What a screen answers to a slip code. */
export type LookupAnswer =
  | ({ kind: 'found' } & LookupFacts)
  /** No slip code at all, or a digit is wrong: nothing was looked up. */
  | { kind: 'mistyped' }
  /** `waitSeconds`: until the next code may be tried. */
  | { kind: 'unknown'; waitSeconds: number }
  | { kind: 'wait'; waitSeconds: number };

/** The queue as the clerk's window sees it. */
export interface QueueView {
  isOn: boolean;
  groups: QueueSettings['groups'];
  priorities: QueueSettings['priorities'];
  /** Who is being served at this window. */
  serving: Ticket | null;
  /** Whom the other windows serve. */
  elsewhere: Ticket[];
  /** Everybody who waits, in the order of the calls to come. */
  line: Ticket[];
  /** Calls of the day so far. */
  calls: number;
  served: number;
  left: number;
  /** For whoever takes a number now. */
  estimate: WaitEstimate | null;
}

/** A number that was called, as everybody may see it. */
export interface CalledTicket {
  number: number;
  desk: string;
  /** Grows when the same call is said again. */
  calls: number;
  callNumber: number;
  isServed: boolean;
}

/** The queue as citizens see it. */
export interface QueueOnScreen {
  isOn: boolean;
  groups: QueueSettings['groups'];
  priorities: QueueSettings['priorities'];
  speaks: boolean;
  /** The last four calls, newest first. */
  called: CalledTicket[];
  /** People waiting, altogether and in each line. */
  waiting: number;
  byGroup: Record<string, number>;
  estimate: WaitEstimate | null;
}

/** The number that somebody just took. */
export interface TakenTicket {
  id: number;
  number: number;
  group: string | null;
  priority: string | null;
  /** Called before this one. */
  before: number;
  estimate: WaitEstimate | null;
  /** A paper comes out; else the number must be remembered. */
  isPrinted: boolean;
}

/** The part of the settings that concerns who waits. */
export interface WaitingSettings {
  secondScreen: SecondScreenSettings;
  queue: QueueSettings;
}
