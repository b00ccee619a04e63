import type { BackupFault } from './domain/backup.ts';
import type { KitOffice } from './domain/campaign-files.ts';
import type { OpeningHours } from './domain/opening-hours.ts';
import type { Role } from './domain/person.ts';
import type { ReceptionPoint } from './domain/reception-point.ts';
import type { Printing } from './domain/settings.ts';
import type { RefusedNotice, RestoreNotice } from './views-backup.ts';

/** What the window knows of itself, and how people stand with their accounts. */

export interface Session {
  /** False until the first run is done; then `office` and `hours` are set. */
  setUp: boolean;
  isSample: boolean;
  /** Before the first run, on a laptop that a kit has set up: what it logs, and for whom. It does nothing else. */
  team: { campaignId: string; office: KitOffice } | null;
  now: string;
  version: string;
  office: {
    unit: string;
    name: string;
    parentAgency: string;
    place: string;
    province: string;
    agencyCode: string;
    counterName: string;
    phone: string | null;
  } | null;
  /** Of this window's counter: a paired device has a name of its own. */
  counterName: string;
  hours: OpeningHours | null;
  printing: Printing | null;
  codePattern: string | null;
  /** Who is signed in at this window, also while it is locked; null asks who it is. */
  person: { id: number; name: string; roles: Role[]; title: string } | null;
  isLocked: boolean;
  /** A PIN reopens this window, beside the password. */
  hasPin: boolean;
  /** A sample asks for a name alone; in a register from before passwords its administrator sets the first one. */
  signsInBy: 'name' | 'first' | 'password';
  /** Milliseconds without a key or a pointer after which this window locks; null: it does not. */
  idleMs: number | null;
  people: { id: number; name: string; roles: Role[]; title: string }[];
  /** Ids of those who manage the office and can approve what whoever sits here does: in a sample without a password. */
  approvers: number[];
  /** Reception points beside the counter itself, the ended ones too. */
  points: ReceptionPoint[];
  /** This window came in by the local network: what only the PC of the register may do is not offered. */
  isRemote: boolean;
  /** The roles that may be used at this device of the local network; null: every one. */
  deviceRoles: readonly Role[] | null;
  /** 'electron' prints silently; 'browser' opens the browser's own dialog. */
  platform: 'electron' | 'browser';
  printers: string[];
  unprinted: number;
  failedPrints: number;
  /** The last verified backup, an instant in UTC ISO, null when none yet; and why the last try failed, until one succeeds. */
  backup: { lastAt: string | null; fault: BackupFault | null; isRunning: boolean };
  /** Since when, in office time, this register stands in for a damaged one; null of any other, and to whoever is not signed in. */
  emergencyAt: string | null;
  /** A restore that nobody has acknowledged yet; null to whoever is not signed in. */
  restored: RestoreNotice | null;
  /** One that was asked for and did not take place, likewise; before the first run to everybody. */
  restoreRefused: RefusedNotice | null;
}

/** The answer that tells the sealed recovery code, once. */
export type SessionWithCode = Session & { recoveryCode: string };

/** How the sealed recovery code stands. Times are office times. */
export interface EnvelopeView {
  /** When it last spoke for a second person; null: never since it was made. */
  openedAt: string | null;
  /** By whom and when it was made with one password alone, and from which day it holds; null once it does. */
  madeAlone: { by: string; at: string; holdsFrom: string } | null;
  /** Who came back by a sealed code within a week, and until which day he takes no part in what needs two. */
  recovered: { name: string; at: string; until: string }[];
}

/** How somebody stands with his account. */
export interface AccountRow {
  personId: number;
  /** `code`: a start code waits to be replaced. */
  state: 'code' | 'set';
  /** Until when the start code holds, an instant in UTC ISO. */
  codeUntil: string | null;
  hasPin: boolean;
  /** Sign-ins that have not ended. */
  open: number;
}
