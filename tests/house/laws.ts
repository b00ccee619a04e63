import { layerOf } from './electron-layers.ts';
import type { ImportedModule, SourceFile } from './source-file.ts';

export interface Law {
  name: string;
  /** What breaks the law in this file, each in a few words; empty when it is kept. */
  broken(file: SourceFile): string[];
}

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');
const isIn = (path: string, ...places: string[]): boolean => places.some((place) => path.startsWith(place));
const isSource = (path: string): boolean => isIn(path, 'electron/', 'renderer/', 'shared/') && !isTest(path);

/** A law on what the files of some places may import. */
function imports(
  name: string,
  governs: (path: string) => boolean,
  isAllowed: (path: string, imported: ImportedModule) => boolean,
): Law {
  return {
    name,
    broken: ({ path, imports: all }) =>
      governs(path)
        ? all.filter((each) => !isAllowed(path, each)).map(({ target }) => `${path} imports ${target}`)
        : [],
  };
}

/** A law that keeps a package in some places. */
function keepsPackage(target: string, ...places: string[]): Law {
  return imports(
    `${target} only in ${places.join(', ')}`,
    isSource,
    (path, each) => each.target !== target || isIn(path, ...places),
  );
}

/** A law on what a source may say. */
function says(name: string, governs: (path: string) => boolean, breaks: (file: SourceFile) => string[]): Law {
  return {
    name,
    broken: (file) => (governs(file.path) ? breaks(file).map((each) => `${file.path}: ${each}`) : []),
  };
}

const sql =
  /\b(SELECT\b[\s\S]*\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\b|PRAGMA\s+\w)/;

/** Where the areas of the api come together, each at its own door. */
const sumsOfApi = ['electron/api/index.ts', 'electron/api/display/display.ts'];
const isApi = (path: string): boolean => isIn(path, 'electron/api/') && !isTest(path);
const isRouting = (name: string): boolean => /(Routes|Router)$/.test(name) || name === '*';

const bridges = ['preload', 'ipcMain', 'ipcRenderer', 'contextBridge', 'openExternal'];
const kindsOfThings = ['utils', 'util', 'types', 'lib', 'libs', 'helpers', 'common', 'misc'];

export const laws: readonly Law[] = [
  imports(
    'shared/domain imports only itself, zod and temporal-polyfill',
    (path) => isIn(path, 'shared/domain/') && !isTest(path),
    (_, { target }) => isIn(target, 'shared/domain/') || target === 'zod' || target === 'temporal-polyfill',
  ),
  imports(
    'shared imports nothing above it',
    (path) => isIn(path, 'shared/') && !isTest(path),
    (_, { isOurs, target }) =>
      isOurs ? isIn(target, 'shared/') : !isIn(target, 'node:', 'electron', 'react', '@mui'),
  ),
  imports(
    'renderer imports nothing of electron but the types of its two doors, each in one file',
    (path) => isIn(path, 'renderer/'),
    (path, { target, isTypeOnly, names }) =>
      !isIn(target, 'electron') ||
      (isTypeOnly &&
        [
          'renderer/api.ts electron/api/index.ts Api',
          'renderer/second-screen/display-api.ts electron/api/display/display.ts DisplayApi',
        ].includes(`${path} ${target} ${names.join()}`)),
  ),
  imports(
    'a screen runs without Node',
    (path) => isIn(path, 'renderer/') && !isTest(path),
    (_, { target }) => !isIn(target, 'node:'),
  ),
  imports(
    'electron imports nothing of renderer',
    (path) => isIn(path, 'electron/'),
    (_, { target }) => !isIn(target, 'renderer/'),
  ),
  says(
    'every file of electron has its place in the order of the layers',
    (path) => isIn(path, 'electron/') && !isTest(path),
    ({ path }) =>
      layerOf(path) === undefined ? ['named by no layer of tests/house/electron-layers.ts'] : [],
  ),
  imports(
    'within electron imports go down only',
    (path) => isIn(path, 'electron/') && !isTest(path),
    (path, { target }) => (layerOf(target) ?? 0) <= (layerOf(path) ?? 0),
  ),
  imports('sources import no test', isSource, (_, { isOurs, target }) => !(isOurs && isTest(target))),
  keepsPackage('electron', 'electron/main.ts', 'electron/desktop/'),
  keepsPackage('better-sqlite3', 'electron/register/'),
  keepsPackage('pdfmake', 'electron/printing/'),
  says(
    'SQL only in electron/register',
    (path) => isSource(path) && !isIn(path, 'electron/register/'),
    ({ texts }) => texts.filter((text) => sql.test(text)).map((text) => `SQL “${text.trim().slice(0, 60)}”`),
  ),
  imports(
    'a migration imports no app code',
    (path) => isIn(path, 'electron/register/migrations/'),
    (_, { isOurs, target }) => !isOurs || isIn(target, 'electron/register/migrations/'),
  ),
  imports(
    'an api area is imported by the sum of the areas alone',
    (path) => isApi(path) && !sumsOfApi.includes(path),
    (_, { target, names }) => !isIn(target, 'electron/api/') || !names.some(isRouting),
  ),
  says(
    'an api area exports its routes alone: what others need of it is ground of its own',
    (path) => isApi(path) && !sumsOfApi.includes(path),
    ({ exports }) => (exports.some(isRouting) ? exports.filter((name) => !isRouting(name)) : []),
  ),
  imports(
    'what is read aside knows of the register, what all share and itself alone',
    (path) => isIn(path, 'electron/reading/') && !isTest(path),
    (_, { isOurs, target }) => !isOurs || isIn(target, 'electron/reading/', 'electron/register/', 'shared/'),
  ),
  says('no bridge to Electron, nothing opened outside (Electron 15, 17, 20)', isSource, ({ names, texts }) =>
    bridges.filter((bridge) => names.has(bridge) || texts.includes(bridge)),
  ),
  says(
    'no default export outside configurations',
    (path) => !/\.config\.ts$/.test(path) && !isTest(path),
    ({ hasDefaultExport }) => (hasDefaultExport ? ['default export'] : []),
  ),
  says(
    'no folder is named after a kind of thing',
    () => true,
    ({ path }) =>
      path
        .split('/')
        .slice(0, -1)
        .filter((folder) => kindsOfThings.includes(folder)),
  ),
  says(
    'a file fits in the head: at most 300 lines',
    () => true,
    ({ lines }) => (lines > 300 ? [`${lines} lines`] : []),
  ),
  says(
    'a comment fits in the window: at most 140 letters a line',
    () => true,
    ({ wideComments }) => wideComments,
  ),
];
