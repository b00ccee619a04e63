import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { findProcedureVersion, getProcedure } from './catalogue.ts';
import { connect } from './connection.ts';
import { findSettings, saveSetting } from './settings.ts';

const day = '2025-04-24';

test('settings and rules are parsed once for a list of cases; a save is seen at once, also before it stands', async () => {
  await using desk = await openDesk(`${day}T09:15`);
  const db = connect(join(desk.folder, 'register.db'), 'write');
  const before = findSettings(db, day);
  expect(before?.flow.unclaimedAfterDays).toBe(10);
  expect(findSettings(db, day)).toBe(before);
  const takenBack = db.transaction(() => {
    if (before) saveSetting(db, 'flow', { ...before.flow, unclaimedAfterDays: 20 }, day);
    expect(findSettings(db, day)?.flow.unclaimedAfterDays).toBe(20);
    expect(findSettings(db, '2025-04-23')?.flow.unclaimedAfterDays).toBe(10);
    throw new Error('no');
  });
  expect(takenBack).toThrow('no');
  expect(findSettings(db, day)).toEqual(before);
  const { procedure, version } = getProcedure(db, reception().procedureCode, day);
  expect(findProcedureVersion(db, procedure.code, version)).toBe(procedure);
  db.close();
});
