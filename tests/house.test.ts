import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../electron/launch/build-when-stale.ts';
import { laws } from './house/laws.ts';
import { readSource } from './house/source-file.ts';

/** Every source of the repository, also what is not committed yet. */
function sources(): string[] {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    '*.ts',
    '*.tsx',
    '*.mjs',
    '*.css',
  ];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return listed.filter((path) => path !== '');
}

describe('the house keeps its laws', () => {
  const files = sources().flatMap((path) => {
    try {
      return [readSource(path, readFileSync(join(root, path), 'utf8'))];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  });

  test('and there is a house', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  test.each(laws)('$name', ({ broken }) => {
    expect(files.flatMap(broken)).toEqual([]);
  });
});

/** For each law a snippet that breaks it, and one beside it that does not. */
const snippets: Record<string, { breaks: [string, string][]; keeps: [string, string][] }> = {
  'shared/domain imports only itself, zod and temporal-polyfill': {
    breaks: [
      ['shared/domain/a.ts', "import { labels } from '../labels.ts';"],
      ['shared/domain/a.ts', "import { readFileSync } from 'node:fs';"],
      ['shared/domain/a.ts', "import type { Counter } from '../../electron/counter.ts';"],
      ['shared/domain/a.ts', "const { day } = await import('date-fns');"],
    ],
    keeps: [['shared/domain/a.ts', "import { z } from 'zod'; import { b } from './b.ts';"]],
  },
  'shared imports nothing above it': {
    breaks: [
      ['shared/a.ts', "import { openCounter } from '../electron/counter.ts';"],
      ['shared/a.ts', "export * from '../renderer/tokens.ts';"],
      ['shared/a.ts', "import { useState } from 'react';"],
    ],
    keeps: [['shared/a.ts', "import { b } from './domain/b.ts';"]],
  },
  'renderer imports nothing of electron but the types of its two doors, each in one file': {
    breaks: [
      ['renderer/api.ts', "import { Api } from '../electron/api/index.ts';"],
      ['renderer/api.ts', "import type { Api, Door } from '../electron/api/index.ts';"],
      ['renderer/api.ts', "import type { Counter } from '../electron/counter.ts';"],
      ['renderer/screens/board/Board.tsx', "import type { Api } from '../../../electron/api/index.ts';"],
      ['renderer/api.ts', "import type { DisplayApi } from '../electron/api/display/display.ts';"],
      ['renderer/main.tsx', "type Api = import('../electron/api/index.ts').Api;"],
      ['renderer/main.tsx', "import { shell } from 'electron';"],
    ],
    keeps: [
      ['renderer/api.ts', "import type { Api } from '../electron/api/index.ts';"],
      ['renderer/api.ts', "import { type Api } from '../electron/api/index.ts';"],
      [
        'renderer/second-screen/display-api.ts',
        "import type { DisplayApi } from '../../electron/api/display/display.ts';",
      ],
    ],
  },
  'a screen runs without Node': {
    breaks: [['renderer/a.ts', "import { join } from 'node:path';"]],
    keeps: [['renderer/a.test.ts', "import { join } from 'node:path';"]],
  },
  'electron imports nothing of renderer': {
    breaks: [['electron/a.ts', "import type { Tokens } from '../renderer/tokens.ts';"]],
    keeps: [['electron/a.ts', "import { labels } from '../shared/labels.ts';"]],
  },
  'every file of electron has its place in the order of the layers': {
    breaks: [
      ['electron/cupboard/a.ts', ''],
      ['electron/cupboard.ts', ''],
    ],
    keeps: [
      ['electron/lan/a.ts', ''],
      ['electron/a.test.ts', ''],
    ],
  },
  'within electron imports go down only': {
    breaks: [
      ['electron/register/a.ts', "import { StartError } from '../launch/options.ts';"],
      ['electron/lan/a.ts', "import type { ApiContext } from '../api/context.ts';"],
      ['electron/api/a.ts', "import { handlerOf } from '../http/handler.ts';"],
      ['electron/samples/a.ts', "const { openCounter } = await import('../counter.ts');"],
    ],
    keeps: [
      ['electron/register/a.ts', "import { nowAt } from '../now.ts'; import { b } from './b.ts';"],
      ['electron/http/handler.ts', "import { apiRouter } from '../api/index.ts';"],
      ['electron/a.test.ts', "import { openCounter } from './counter.ts';"],
    ],
  },
  'sources import no test': {
    breaks: [['electron/a.ts', "import { desk } from '../tests/desk.ts';"]],
    keeps: [['electron/a.test.ts', "import { desk } from '../tests/desk.ts';"]],
  },
  'electron only in electron/main.ts, electron/desktop/': {
    breaks: [
      ['electron/counter.ts', "import { app } from 'electron';"],
      ['electron/counter.ts', "const { app } = require('electron');"],
    ],
    keeps: [['electron/desktop/a.ts', "import { app } from 'electron';"]],
  },
  'better-sqlite3 only in electron/register/': {
    breaks: [
      ['electron/api/a.ts', "import type Database from 'better-sqlite3';"],
      ['electron/api/a.ts', "import Database from 'better-sqlite3/linux-x64';"],
    ],
    keeps: [['electron/register/a.ts', "import Database from 'better-sqlite3';"]],
  },
  'pdfmake only in electron/printing/': {
    breaks: [['electron/api/a.ts', "import type { Content } from 'pdfmake/interfaces.js';"]],
    keeps: [['electron/printing/a.ts', "import type { Content } from 'pdfmake/interfaces.js';"]],
  },
  'SQL only in electron/register': {
    breaks: [
      ['electron/api/a.ts', "db.prepare('SELECT id FROM cases')"],
      ['electron/api/a.ts', 'db.exec(`INSERT OR IGNORE\n INTO cases VALUES (1)`)'],
      ['electron/a.ts', "db.exec('PRAGMA synchronous')"],
      ['shared/a.ts', "const text = 'UPDATE cases SET a = 1';"],
    ],
    keeps: [
      ['electron/register/a.ts', "db.prepare('SELECT id FROM cases')"],
      ['renderer/a.ts', "const hint = 'Select a person from the list';"],
    ],
  },
  'a migration imports no app code': {
    breaks: [
      ['electron/register/migrations/0002.ts', "import { fold } from '../../../shared/domain/text.ts';"],
    ],
    keeps: [['electron/register/migrations/index.ts', "import { sql } from './0001-register.ts';"]],
  },
  'an api area is imported by the sum of the areas alone': {
    breaks: [
      ['electron/api/cases/cases.ts', "import { intakeRoutes } from './intake.ts';"],
      ['electron/api/cases/cases.ts', "import * as intake from './intake.ts';"],
      ['electron/api/accounts/session.ts', "import { displayRouter } from './display.ts';"],
    ],
    keeps: [
      ['electron/api/index.ts', "import { caseRoutes } from './cases.ts';"],
      ['electron/api/display/display.ts', "import { displayQueueRoutes } from './display-queue.ts';"],
      ['electron/api/cases/cases.ts', "import { query } from './door.ts';"],
    ],
  },
  'an api area exports its routes alone: what others need of it is ground of its own': {
    breaks: [
      ['electron/api/cases/cases.ts', 'export const caseRoutes = {}; export function detailOf() {}'],
      ['electron/api/cases/cases.ts', 'export const caseRoutes = {}; export const { a } = { a: 1 };'],
    ],
    keeps: [
      [
        'electron/api/office/setup.ts',
        'export const setupRoutes = {}, peopleRoutes = {}; export type A = 1;',
      ],
      ['electron/api/cases/case-detail.ts', 'export function detailOf() {}'],
    ],
  },
  'what is read aside knows of the register, what all share and itself alone': {
    breaks: [
      ['electron/reading/a.ts', "import { requireSettings } from '../api/door.ts';"],
      ['electron/reading/a.ts', "import type { ApiContext } from '../api/context.ts';"],
      ['electron/reading/a.ts', "import { openExcelRoom } from '../excel/excel-room.ts';"],
    ],
    keeps: [
      [
        'electron/reading/a.ts',
        "import { labels } from '../../shared/labels.ts'; import { figuresOf } from '../register/figures.ts'; import { b } from './b.ts'; import { Worker } from 'node:worker_threads';",
      ],
      ['electron/api/a.ts', "import type { ReadingRoom } from '../reading/reading-room.ts';"],
    ],
  },
  'no bridge to Electron, nothing opened outside (Electron 15, 17, 20)': {
    breaks: [
      ['electron/main.ts', "new BrowserWindow({ webPreferences: { preload: 'x.js' } });"],
      ['electron/main.ts', "import { ipcMain } from 'electron';"],
      ['electron/main.ts', "shell.openExternal('https://example.com');"],
      ['electron/main.ts', "electron['contextBridge']"],
    ],
    keeps: [['electron/main.ts', '// There is no preload and no ipcMain.']],
  },
  'no default export outside configurations': {
    breaks: [
      ['renderer/a.tsx', 'export default function A() { return null; }'],
      ['renderer/a.tsx', 'const a = 1; export { a as default };'],
    ],
    keeps: [['vite.config.ts', 'export default {};']],
  },
  'no folder is named after a kind of thing': {
    breaks: [
      ['electron/utils/a.ts', ''],
      ['shared/types/a.ts', ''],
      ['renderer/lib/a.ts', ''],
      ['tests/helpers/a.ts', ''],
    ],
    keeps: [['shared/domain/a.ts', '']],
  },
  'a file fits in the head: at most 300 lines': {
    breaks: [['shared/a.ts', 'let a;\n'.repeat(301)]],
    keeps: [['shared/a.ts', 'let a;\n'.repeat(300)]],
  },
  'a comment fits in the window: at most 140 letters a line': {
    breaks: [['shared/a.ts', `  // ${'a'.repeat(136)}\n`]],
    keeps: [['shared/a.ts', `// ${'ệ'.repeat(137)}\nconst a = '${'a'.repeat(140)}';\n`]],
  },
};

describe('each law can be broken', () => {
  test.each(laws)('$name', ({ name, broken }) => {
    const { breaks, keeps } = snippets[name] ?? { breaks: [], keeps: [] };
    expect(breaks.length).toBeGreaterThan(0);
    for (const [path, text] of breaks) expect(broken(readSource(path, text)), text).not.toEqual([]);
    for (const [path, text] of keeps) expect(broken(readSource(path, text)), text).toEqual([]);
  });
});
