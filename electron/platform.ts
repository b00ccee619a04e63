/** What only a desktop can do. Everything else of the counter runs the same under plain Node. */
export interface Platform {
  /** 'electron' prints silently; 'browser' leaves the dialog to the browser that shows the slip. */
  readonly kind: 'electron' | 'browser';
  /** Names as the operating system lists them; empty where nobody can be asked. */
  printers(): Promise<PrinterInfo[]>;
  /** Resolves when the spooler took every copy; rejects with a PrintFault, or any error when nothing was taken. */
  print(sheet: Sheet): Promise<void>;
  /** Brings the screen for citizens to sight; a browser opens its address itself. */
  showSecondScreen?(): void;
  /** What the operating system keeps for the user of this machine; absent where nobody can be asked. */
  readonly secrets?: SecretStore;
  /** Milliseconds after which a printer that still says nothing is left alone. */
  readonly patienceMs?: number;
}

/** Keeps a short text under the user's own sign-in to the operating system. It is never the only one that holds something. */
export interface SecretStore {
  /** weak: the system has no store of its own, and what is sealed opens for whoever reads the disk. */
  kind(): Promise<'strong' | 'weak' | 'none'>;
  seal(text: string): Promise<string>;
  /** Rejects what it cannot open. */
  open(sealed: string): Promise<string>;
}

export interface PrinterInfo {
  name: string;
  isDefault: boolean;
}

export interface Sheet {
  /** Path of the slip on the counter's own handler, e.g. `/files/3f…ab.pdf`. */
  path: string;
  /** Name from `printers()`; undefined is the system's default printer. */
  printer: string | undefined;
  copies: number;
  /** Explicit paper in microns: drivers guess wrong when they are not told. */
  paper: { widthMicrons: number; heightMicrons: number };
}

/**
 * Why a sheet was not printed. gone: no such printer · refused: the spooler did not take it · silent: no answer came,
 * so a sheet may yet come out.
 */
export type PrintFaultReason = 'gone' | 'refused' | 'silent';

export class PrintFault extends Error {
  override name = 'PrintFault';
  readonly reason: PrintFaultReason;
  constructor(reason: PrintFaultReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Plain Node: no printer of its own. The window's browser prints what is marked ready. */
export const browserPlatform: Platform = {
  kind: 'browser',
  printers: async () => [],
  print: () => Promise.reject(new Error('This platform prints through the browser')),
};
