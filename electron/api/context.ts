import type { SignInLimits } from '../../shared/domain/account.ts';
import type { BankChoice } from '../../shared/domain/bank-list.ts';
import type { CalendarYear } from '../../shared/domain/calendar-year.ts';
import type { FormTexts } from '../../shared/domain/forms.ts';
import type { QuestionSet } from '../../shared/domain/rating-settings.ts';
import type { Secrets } from '../accounts/secrets.ts';
import type { BackupDesk } from '../backup/backup-desk.ts';
import type { DisplayHub } from '../display/display-hub.ts';
import type { Door } from '../door.ts';
import type { ExcelRoom } from '../excel/excel-room.ts';
import type { Attempts } from '../http/attempts.ts';
import type { BurstCounter } from '../http/burst-counter.ts';
import type { GuessLimit } from '../http/guess-limit.ts';
import type { LanDoor } from '../lan/lan-door.ts';
import type { LockDesk } from '../locking/lock-desk.ts';
import type { Platform } from '../platform.ts';
import type { Previews } from '../printing/previews.ts';
import type { PrintDesk } from '../printing/print-desk.ts';
import type { BookPress } from '../printing/register-book-press.ts';
import type { ReadingRoom } from '../reading/reading-room.ts';
import type { Register } from '../register/register.ts';
import type { ChangeFeed } from './change-feed.ts';

/** What every procedure finds: who knocks at which door, and the rooms of the counter. */
export interface ApiContext {
  door: Door;
  /** The key that a window gave its command, to be done once under it. */
  attempt?: string | undefined;
  attempts: Attempts;
  register: Register;
  platform: Platform;
  printDesk: PrintDesk;
  previews: Previews;
  /** National wording of the forms. */
  formTexts: FormTexts;
  /** Questions on satisfaction as they come with the program. */
  questionSets: readonly QuestionSet[];
  /** Banks to choose the office's account from. */
  banks: readonly BankChoice[];
  excel: ExcelRoom;
  bookPress: BookPress;
  /** Where what walks through many cases is read. */
  reading: ReadingRoom;
  backups: BackupDesk;
  lockDesk: LockDesk;
  /** Closes the counter and opens it anew; undefined where only the next start can. */
  reopen: (() => void) | undefined;
  /** The door for the local network. */
  lan: LanDoor;
  /** The calendar as it comes with the program; the register has the ward's own. */
  nationalYears: readonly CalendarYear[];
  changes: ChangeFeed;
  /** What the screens for citizens show. */
  displays: DisplayHub;
  /** Holds back whoever tries codes. */
  guesses: GuessLimit;
  /** Passwords, PINs and codes. */
  secrets: Secrets;
  /** How long a sign-in lasts, where it is not as usual: tests whose clock jumps. */
  signInLimits: Partial<SignInLimits>;
  /** Ratings of the running minute. */
  bursts: BurstCounter;
  clock: () => number;
  version: string;
  log: (line: string) => void;
  /** Plays a scene into this empty register, through these same commands. */
  fillSample: () => Promise<void>;
}
