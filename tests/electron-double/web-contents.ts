import { EventEmitter } from 'node:events';
import type { Page, Route } from '@playwright/test';
import { CallableOff } from './app.ts';
import { openChromium, showToTest } from './chromium-window.ts';
import { type Session, session } from './session.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Electron's names of the permissions that Chromium can be told about, and Chromium's. */
const permissions: Record<string, string> = {
  'clipboard-sanitized-write': 'clipboard-write',
  'clipboard-read': 'clipboard-read',
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'camera',
};

/** What a window shows: a Chromium page, or for a PDF the reply alone. */
export class WebContents extends EventEmitter {
  readonly #session: Session;
  #page: Page | undefined;
  #url = '';
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(partition: string) {
    super();
    this.#session = session.fromPartition(partition);
  }

  getURL = (): string => this.#url;
  getPrintersAsync = async (): Promise<{ name: string }[]> => [];
  /** There is no printer here; the specs put one in its place, as they do in Electron. */
  print = (_options: object, done: (success: boolean, reason: string) => void): void =>
    done(false, 'Print job failed');

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url;
    if (url.endsWith('.pdf')) {
      const reply = await this.#session.fetch(url);
      if (!reply.ok) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    } else {
      this.#page ??= await this.#openPage(url);
      await this.#page.goto(await this.#session.httpAddressOf(url));
    }
    this.emit('did-finish-load');
  }

  async closePage(): Promise<void> {
    await this.#page?.close();
  }

  async #openPage(url: string): Promise<Page> {
    const context = await openChromium();
    const page = await context.newPage();
    showToTest();
    const own = new URL(await this.#session.httpAddressOf(url)).origin;
    const granted = Object.entries(permissions).filter(([name]) => this.#session.isGranted(name, url));
    await context.grantPermissions(
      granted.map(([, name]) => name),
      { origin: own },
    );
    await page.route(
      (address) => address.origin !== own,
      (route) => this.#leave(page, route),
    );
    page.on('popup', (popup) => {
      if (this.#openHandler({ url: popup.url() }).action === 'deny') void popup.close();
    });
    return page;
  }

  /** A page may leave its address unless a listener of `will-navigate` prevents it. */
  async #leave(page: Page, route: Route): Promise<void> {
    const request = route.request();
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const event = Object.assign(new CallableOff(), { url: request.url() });
    if (leaves) this.emit('will-navigate', event);
    await (event.defaultPrevented ? route.abort('aborted') : route.continue());
  }
}
