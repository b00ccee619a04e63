import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { WebContents } from './web-contents.ts';

/** A window is a page of Chromium; nobody sees a hidden one, so it loads without a page. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  /** Not Electron's: what the window was made with, for the specs. */
  readonly options: BrowserWindowConstructorOptions;
  #isVisible: boolean;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.#isVisible = options.show ?? true;
    this.webContents = new WebContents(options.webPreferences?.partition ?? '');
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
  }

  static getAllWindows(): BrowserWindow[] {
    return [...app.windows].filter((window) => window instanceof BrowserWindow);
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);
  isVisible = (): boolean => this.#isVisible;
  isDestroyed = (): boolean => this.#isDestroyed;
  isMinimized = (): boolean => false;
  restore = (): void => {};
  focus = (): void => {};

  show(): void {
    this.#isVisible = true;
  }

  showInactive(): void {
    this.#isVisible = true;
  }

  setBounds(bounds: object): void {
    Object.assign(this.options, bounds);
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    app.windows.delete(this);
    void this.webContents.closePage();
    this.emit('closed');
  }
}
