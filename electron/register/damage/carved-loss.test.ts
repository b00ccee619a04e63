import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { lackOf } from '../backup/backup-lack.ts';
import { listBackups } from '../backup/backup-list.ts';
import { findRestoreNotice } from '../backup/restore-notice.ts';
import { connect } from '../connection.ts';
import { restoreBackup } from './restore.ts';
import { surveyBackups } from './survey.ts';

test('a copy is offered and taken with what a torn register shows beyond it, by the rule of a sound one', async () => {
  await using desk = await openDesk();
  const { clerk, folder, officerId } = desk;
  const { id, caseCode } = await clerk.cases.receive(reception());
  await clerk.backups.write();
  desk.setTime('2025-04-24T10:00');
  const handover = { kind: 'handover', toPersonId: officerId, note: '' } as const;
  await clerk.cases.act({ id, version: 1, act: handover });
  const { caseCode: later } = await clerk.cases.receive(reception());
  desk.setTime('2025-04-24T15:00');
  await clerk.session.signOut();
  const db = connect(join(folder, 'register.db'), 'read');
  const [copy] = listBackups(folder);
  if (copy === undefined) throw new Error('There is no copy');
  const sound = lackOf(db, copy);
  db.close();
  const torn = `${folder}-torn`;
  try {
    cpSync(folder, torn, { recursive: true });
    const file = join(torn, 'register.db');
    connect(file, 'write').close();
    writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
    expect(sound).toMatchObject({ cases: 1, lastCode: later, touched: 1 });
    expect(surveyBackups(torn)).toMatchObject([{ past: 'own', lack: sound }]);
    const aside = restoreBackup(torn, copy.name, '2025-04-25T01:00:00Z', '2025-04-25T08:00');
    const restored = connect(file, 'read');
    const notice = findRestoreNotice(restored);
    restored.close();
    expect(notice?.loss).toEqual({ ...sound, touchedCodes: [caseCode] });
    expect(aside).toBe(join(torn, notice?.aside ?? ''));
  } finally {
    rmSync(torn, { recursive: true, force: true });
  }
});
