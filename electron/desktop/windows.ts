import { type App, BrowserWindow, type WebPreferences } from 'electron';
import { isOwn, origin, partitionName } from './address.ts';

/** Every page stays at the counter: it opens no window, no webview, and no address but its own. */
export function keepPagesAtHome(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
  });
}

/** The counter's window, shown when it has something to show. */
export function openCounterWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 1366,
    height: 820,
    minWidth: 1024,
    minHeight: 640,
    title: 'Một Cửa',
    webPreferences: pagePreferences,
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${origin}/`);
  return window;
}

/** Electron's own defaults, said aloud: a page has a sandbox and nothing of Node. `plugins` is the PDF viewer. */
export const pagePreferences: WebPreferences = {
  partition: partitionName,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  plugins: true,
  spellcheck: false,
};
