import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { findUnfoldedCases } from './cases/cases.ts';
import { connect } from './connection.ts';
import { findBrokenLink } from './journal.ts';

describe('the journal', () => {
  test('every case is the fold of its events and the chain holds', async () => {
    await using desk = await openDesk();
    for (let one = 0; one < 5; one += 1) {
      const { id } = await desk.clerk.cases.receive(reception());
      await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
      await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
    }
    const db = connect(join(desk.folder, 'register.db'), 'read');
    expect(findBrokenLink(db)).toBeNull();
    expect(findUnfoldedCases(db)).toEqual([]);
    db.close();
  });

  test('entries can be neither changed nor removed (ASVS 16.4.2)', async () => {
    await using desk = await openDesk();
    await desk.clerk.cases.receive(reception());
    const db = new Database(join(desk.folder, 'register.db'));
    expect(() => db.exec("UPDATE journal SET kind = 'x'")).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM journal')).toThrow(/append-only/);
    const replace = 'INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1';
    expect(() => db.exec(replace)).toThrow(/append-only/);
    db.close();
  });

  test('an entry edited behind the triggers is named by the chain, an edited row by the fold', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception());
    const file = join(desk.folder, 'register.db');
    const db = new Database(file);
    db.exec('DROP TRIGGER journalIsAppendOnlyUpdate');
    db.exec(`UPDATE cases SET dueAt = '2030-01-01T09:00' WHERE id = ${id}`);
    db.exec("UPDATE journal SET data = json_set(data, '$.sets', 9) WHERE kind = 'case.received'");
    const { seq } =
      db.prepare<[], { seq: number }>("SELECT seq FROM journal WHERE kind = 'case.received'").get() ?? {};
    db.close();
    const reader = connect(file, 'read');
    expect(findBrokenLink(reader)).toEqual({ seq, why: 'data' });
    expect(findUnfoldedCases(reader)).toEqual([id]);
    const hand = new Database(file);
    hand.pragma('foreign_keys = OFF');
    hand.exec('DELETE FROM cases');
    hand.close();
    expect(findUnfoldedCases(reader)).toEqual([id]);
    reader.close();
  });
});
