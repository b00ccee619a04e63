import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import formTexts from '../../resources/form-texts.json' with { type: 'json' };
import { allFormTextsSchema, type BatchForm } from '../../shared/domain/forms.ts';
import { type Desk, openDesk, reception } from '../../tests/desk.ts';
import { connect } from '../register/connection.ts';
import { findSettings } from '../register/settings.ts';
import { listOfBatch } from './list-of-batch.ts';
import type { PrintOccasion } from './slip-of-case.ts';
import { readBatchSource } from './slip-source.ts';

/** The words that a print of the list has now. */
function wordsOf<Form extends BatchForm>({ folder }: Desk, form: Form, batchId: number) {
  const db = connect(join(folder, 'register.db'), 'read');
  const settings = findSettings(db, '2025-04-24');
  const occasion = { settings, formTexts: allFormTextsSchema.parse(formTexts), reprint: 1, now: '' };
  const words = listOfBatch(form, readBatchSource(db, batchId), occasion as PrintOccasion);
  db.close();
  return words;
}

const names = ['Lò Văn Ón', 'Tòng Thị Diêu'];

async function handedOver({ clerk, officerId }: Desk, count: number) {
  const cases: { id: number; version: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await clerk.cases.receive(reception({ name: names[index] ?? '' }));
    const { state } = await clerk.cases.act({
      id,
      version: 1,
      act: { kind: 'handover', toPersonId: officerId },
    });
    cases.push({ id, version: state.version });
  }
  return cases;
}

test('results go from whoever had the dossiers to whoever lists them at the counter', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { batchId } = await desk.clerk.batches.handOverResults({ cases: await handedOver(desk, 2) });
  expect(wordsOf(desk, 'resultHandover', batchId)).toMatchObject({
    giver: 'Quàng Văn Hùng',
    taker: 'Lò Thị Mai',
  });
});

test('an officer who lists his own results is the giver; their taker writes his name', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { batchId } = await desk.officer.batches.handOverResults({ cases: await handedOver(desk, 2) });
  expect(wordsOf(desk, 'resultHandover', batchId)).toMatchObject({ giver: 'Quàng Văn Hùng', taker: null });
});

test('results of several hands leave the giver for the pen', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { id } = await desk.clerk.cases.receive(reception({ name: 'Cầm Thị Pâng' }));
  await desk.clerk.cases.act({
    id,
    version: 1,
    act: { kind: 'handover', toPersonId: desk.officerId, agency: 'Công an tỉnh Sơn La' },
  });
  const { batchId } = await desk.clerk.batches.handOverResults({
    cases: [...(await handedOver(desk, 1)), { id, version: 2 }],
  });
  expect(wordsOf(desk, 'resultHandover', batchId)).toMatchObject({ giver: null, taker: 'Lò Thị Mai' });
});

test('signed minutes printed again say what was signed, whatever was corrected or done since', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { clerk } = desk;
  const { name: _name, ...row } = { ...reception().applicant };
  const { batchId, caseIds } = await clerk.batches.receive({
    formKey: randomUUID(),
    giver: { name: 'Trường THCS số 2 Ít Ong', phone: '0900000100', relation: 'Nhà trường' },
    procedures: [{ code: '1.004873', papers: [], fee: { amountVnd: 10_000, method: 'cash' } }],
    rows: [{ ...row, name: 'Lò Thị Mai', procedureCode: '1.004873' }],
  });
  const [id = 0] = caseIds;
  const signed = wordsOf(desk, 'bulkMinutes', batchId);
  desk.setTime('2025-04-25T10:00');
  const { state } = await clerk.cases.whole({ id });
  const changes = { applicant: { ...state.applicant, name: 'Lò Thị Mây' }, sets: 2 };
  await clerk.cases.correct({ id, version: 1, reason: 'Sai tên', changes: changes as never });
  expect((await clerk.cases.get({ id })).state.applicant.name).toBe('Lò Thị Mây');
  expect(wordsOf(desk, 'bulkMinutes', batchId)).toEqual(signed);
  expect(signed.rows.map(({ applicantName, sets }) => [applicantName, sets])).toEqual([['Lò Thị Mai', 1]]);
});
