import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../tests/desk.ts';
import { connect } from '../register/connection.ts';
import { verifyFolder } from './verify.ts';

/** What the terminal shows, and the exit code. */
function verify(folder: string): { code: number; lines: string[] } {
  const lines: string[] = [];
  const code = verifyFolder(folder, (line) => lines.push(line));
  return { code, lines: lines.slice(1) };
}

test('a register is whole until a row is changed by hand; each change is found in its part, without a name', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  const first = await clerk.cases.receive(reception());
  await clerk.cases.receive(reception());
  const met = { name: 'Lò Văn Ánh', birthYear: 1990 };
  await clerk.digital.mark({ formKey: randomUUID(), whose: { met }, criterion: 'vneid', check: 'seen' });
  const { code, lines } = verify(desk.folder);
  expect([code, lines.slice(0, -1).every((line) => line.endsWith(': khớp'))]).toEqual([0, true]);
  expect(lines).toHaveLength(13);

  const { caseCode } = (await clerk.cases.get({ id: first.id })).state;
  const changes: [sql: string, found: string][] = [
    [`UPDATE cases SET dueAt = '2025-12-31T17:00' WHERE id = ${first.id}`, `Hồ sơ: SAI, hồ sơ ${caseCode}`],
    ['DELETE FROM cases WHERE id = 2', 'Hồ sơ: SAI, hồ sơ số 2'],
    ["UPDATE digitalPeople SET name = 'Lò Thị Bình'", 'Hỗ trợ số: SAI, bảng digitalPeople, id 1'],
    ["UPDATE caseTallies SET total = total + 1 WHERE grain = 'office'", 'Số cộng dồn: SAI, office'],
    ['UPDATE digitalTallies SET value = value + 1', 'Số cộng dồn: SAI, office'],
    ["UPDATE journal SET data = data || ' ' WHERE kind = 'digital.added'", 'Chuỗi nhật ký: SAI, mục'],
    ["UPDATE journal SET data = '{}' WHERE kind = 'case.received'", 'Hồ sơ: SAI, không đọc được'],
  ];
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TRIGGER journalIsAppendOnlyUpdate');
  for (const [sql, found] of changes) {
    db.exec(sql);
    const changed = verify(desk.folder);
    const line = changed.lines.find((one) => one.startsWith(found));
    expect([changed.code, line], `${sql}\n${changed.lines.join('\n')}`).toEqual([1, expect.any(String)]);
    expect(changed.lines.join('\n')).not.toMatch(/Lò/);
  }
  db.close();
});

test('the program itself: a folder without a register is one sentence and exit code 1, and stays as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  const program = fileURLToPath(new URL('../headless.ts', import.meta.url));
  const run = spawnSync(process.execPath, [program, '--verify', '--data', folder], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('không có sổ nào')]);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
