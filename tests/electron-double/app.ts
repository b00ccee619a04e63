import { EventEmitter } from 'node:events';
import { closeChromium, openChromium } from './chromium-window.ts';

/** An event that its listeners can call off. */
export class CallableOff {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

interface Closable {
  destroy(): void;
}

class App extends EventEmitter {
  readonly windows = new Set<Closable>();
  readonly #switches = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  #ready: Promise<void> | undefined;
  #isReady = false;

  commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.#switches.set(name, value),
    hasSwitch: (name: string): boolean => this.#switches.has(name),
  };

  isReady = (): boolean => this.#isReady;

  /** Electron becomes ready after the main's top level has run; here Chromium starts when somebody waits for that. */
  whenReady(): Promise<void> {
    this.#ready ??= openChromium().then(() => {
      this.#isReady = true;
      this.emit('ready');
    });
    return this.#ready;
  }

  requestSingleInstanceLock = (): boolean => true;
  setPath = (name: string, path: string): void => void this.#paths.set(name, path);
  getPath = (name: string): string => this.#paths.get(name) ?? '';

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.commandLine.appendSwitch('enable-sandbox');
  }

  quit(): void {
    const before = new CallableOff();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of [...this.windows]) window.destroy();
    const will = new CallableOff();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    void closeChromium().finally(() => process.exit(code));
  }
}

export const app = new App();

process.on('SIGTERM', () => app.quit());
process.on('disconnect', () => app.quit());
