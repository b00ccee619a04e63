/**
 * The order of electron, the ground first: a file imports its own layer and those before it, types too (architecture, house rule 1).
 * What stands on one line may know each other. A longer address has its own place.
 */
const layers: readonly (readonly string[])[] = [
  [
    'electron/disk-full.ts',
    'electron/door.ts',
    'electron/now.ts',
    'electron/platform.ts',
    'electron/qr-drawing.ts',
    'electron/resources.ts',
    'electron/sealing.ts',
    'electron/start-error.ts',
    'electron/turns.ts',
  ],
  ['electron/signing/'],
  ['electron/register/'],
  ['electron/accounts/'],
  ['electron/backup/'],
  ['electron/locking/'],
  ['electron/excel/'],
  ['electron/reading/'],
  ['electron/printing/'],
  ['electron/display/'],
  ['electron/http/'],
  ['electron/lan/'],
  ['electron/api/'],
  ['electron/display/display-routes.ts', 'electron/http/incoming.ts'],
  ['electron/http/handler.ts'],
  ['electron/damage/'],
  ['electron/samples/'],
  ['electron/national-data.ts', 'electron/seed-signing-key.ts', 'electron/sweep.ts'],
  ['electron/contexts.ts', 'electron/rooms.ts'],
  ['electron/counter.ts'],
  ['electron/headless.ts', 'electron/launch/'],
  ['electron/desktop/'],
  ['electron/main.ts', 'electron/start.mjs'],
];

const places = layers
  .flatMap((layer, index) => layer.map((place) => ({ place, index })))
  .sort((one, other) => other.place.length - one.place.length);

/** How high a file of electron stands; undefined where no layer names it, and for what is not of electron. */
export function layerOf(path: string): number | undefined {
  return places.find(({ place }) => (place.endsWith('/') ? path.startsWith(place) : path === place))?.index;
}
