// The part of Electron that the counter uses, on Node and a real Chromium. It proves what our code asks of Electron,
// and that the counter works behind it; what Electron itself does is proved where its binary runs the same specs.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { safeStorage } from './safe-storage.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';

import { app } from './app.ts';

const registered: unknown[] = [];

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (registered.length > 0) throw new Error('called twice: the last call would win');
    registered.push(...schemes);
  },
  /** Not Electron's: what was registered, for the specs. */
  registered,
};

let menu: unknown = 'the default menu';
export const Menu = {
  setApplicationMenu: (value: unknown): void => {
    menu = value;
  },
  getApplicationMenu: (): unknown => menu,
};

export const dialog = {
  showErrorBox(title: string, content: string): void {
    process.send?.({ kind: 'error box', title, content });
  },
};
