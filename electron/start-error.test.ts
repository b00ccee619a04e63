import { expect, test } from 'vitest';
import { findingOf } from './start-error.ts';

const withCode = (code: string) => Object.assign(new Error('disk I/O error'), { code });

test.each([
  ['ENOSPC', 'diskFull'],
  ['SQLITE_FULL', 'diskFull'],
  // Seen where the disk was full already when the counter was opened.
  ['SQLITE_IOERR_SHMSIZE', 'diskFull'],
  ['EROFS', 'readOnly'],
  ['SQLITE_CANTOPEN', 'readOnly'],
  ['SQLITE_IOERR_READ', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
])('%s stops a start as %s', (code, kind) => {
  expect(findingOf(withCode(code)).kind).toBe(kind);
});
