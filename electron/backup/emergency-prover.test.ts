import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsFor } from '../../tests/desk.ts';
import { connect } from '../register/connection.ts';
import { makeRegister } from '../register/register.ts';
import { openEmergencyProver } from './emergency-prover.ts';

test('what was proved is told again while the file stays; before a merge it is read anew; what cannot be read is not called another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-prover-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const lines: string[] = [];
  const prover = openEmergencyProver(optionsFor(folder).backupWorker, (line) => lines.push(line));
  try {
    const written = new Date('2025-04-24T02:00:00Z');
    utimesSync(file, written, written);
    expect(await prover.known(file)).toBeNull();
    const db = connect(file, 'write');
    db.exec("INSERT INTO ratingsToJournal (day, answers) VALUES ('2025-04-24', 3)");
    db.close();
    utimesSync(file, written, written);
    expect(await prover.known(file)).toBeNull();
    expect(await prover.prove(file)).toBe('unsound');
    utimesSync(file, written, new Date('2025-04-24T02:00:01Z'));
    expect(await prover.known(file)).toBe('unsound');
    expect(lines).toEqual([]);
    rmSync(file);
    expect(await prover.known(file)).toBe('unreadable');
    expect(lines).toHaveLength(1);
  } finally {
    await prover.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
