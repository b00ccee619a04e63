/** Read models of emergency registers: what was received while the register lay damaged, and whether it is in the register again. */

/** Why an emergency register cannot be brought in. */
export const mergeFaults = [
  'unreadable',
  'otherVersion',
  'unsound',
  'clash',
  'bookClosed',
  'gone',
  'done',
  'partTaken',
] as const;
export type MergeFault = (typeof mergeFaults)[number];

/** What a merge brings, told before it is done. */
export interface EmergencyWork {
  cases: number;
  firstCode: string;
  lastCode: string;
  payments: number;
  /** What stayed in the office of them. */
  keptVnd: number;
  /** People known by their number already, and those who come as records of their own: new, or without a number. */
  knownPeople: number;
  newPeople: number;
  /** Cashiers whose open shift of the emergency goes on in the one they have open now. */
  joinedShifts: string[];
  /** Who was added in the emergency, or cannot be told from a namesake: comes as somebody else, who left. */
  newStaff: string[];
  /** Requests about one's own data, and breaches that were written down. */
  requests: number;
  breaches: number;
  feedback: number;
  ratings: number;
  /** Entries of digital support and its campaigns. */
  digital: number;
  /**
   * What stays behind in the file, by what it is. `people`: records that were merged, told apart or linked; `digital` only where its
   * people cannot be told from those of the register.
   */
  left: {
    tickets: number;
    digital: number;
    drafts: number;
    /** Of the settings, the catalogue, the calendar and who works here. */
    settings: number;
    people: number;
  };
}

/** What a file holds beyond another of the same emergency that was brought in. */
export interface EmergencyRest {
  cases: number;
  firstCode: string;
  lastCode: string;
  payments: number;
  /** Acts of all kinds. */
  entries: number;
}

export interface EmergencyRow {
  /** The folder it lies in. */
  name: string;
  /** When it was opened, office time. */
  at: string;
  /** When it was brought in, and by whom; null: it was not. */
  merged: { at: string; by: string } | null;
  fault: MergeFault | null;
  /** Null but of one of which another file was brought in that does not hold all of it. */
  rest: EmergencyRest | null;
  /** Another file of the same emergency went on differently: only one of them can be brought in. */
  hasTwin: boolean;
  /** Null where it cannot be read. */
  work: EmergencyWork | null;
}
