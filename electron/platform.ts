/** What only a desktop can do. Everything else of the counter runs the same under plain Node. */
export interface Platform {
  /** 'electron' prints silently; 'browser' leaves the dialog to the browser that shows the slip. */
  readonly kind: 'electron' | 'browser';
  /** Names as the operating system lists them; empty where nobody can be asked. */
  printers(): Promise<PrinterInfo[]>;
  /** Resolves when the spooler took every copy; rejects with the reason otherwise. */
  print(sheet: Sheet): Promise<void>;
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

/** Plain Node: no printer of its own. The window's browser prints what is marked ready. */
export const browserPlatform: Platform = {
  kind: 'browser',
  printers: async () => [],
  print: () => Promise.reject(new Error('This platform prints through the browser')),
};
