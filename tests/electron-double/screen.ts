import { EventEmitter } from 'node:events';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Display {
  id: number;
  bounds: Bounds;
}

/** One display until a spec plugs in another. */
class Screen extends EventEmitter {
  #displays: Display[] = [{ id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }];

  getPrimaryDisplay = (): Display | undefined => this.#displays[0];
  getAllDisplays = (): Display[] => [...this.#displays];

  /** Not Electron's: the cable, for the specs. */
  plug(display: Display): void {
    this.#displays.push(display);
    this.emit('display-added', {}, display);
  }

  /** Not Electron's: another resolution. */
  change(display: Display): void {
    this.#displays = this.#displays.map((each) => (each.id === display.id ? display : each));
    this.emit('display-metrics-changed', {}, display, ['bounds']);
  }

  unplug(id: number): void {
    this.#displays = this.#displays.filter((display) => display.id !== id);
    this.emit('display-removed', {}, { id });
  }
}

export const screen = new Screen();
