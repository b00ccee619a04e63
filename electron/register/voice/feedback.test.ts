import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../../tests/desk.ts';
import { connect, plansOf } from '../connection.ts';
import {
  findCaseByCode,
  listEndedFeedback,
  listFeedbackOf,
  listFeedbackOnCases,
  listOpenFeedback,
} from './feedback.ts';
import { listNotices } from './notices.ts';

test('what citizens say and are told is read by indexes', async () => {
  await using desk = await openDesk();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  listOpenFeedback(db, 5);
  listEndedFeedback(db, 5);
  listFeedbackOf(db, '2025-01-01', '2025-02-01');
  listFeedbackOnCases(db);
  findCaseByCode(db, 'H52.09.01-250424-0001');
  listNotices(db, 1);
  const plans = plansOf(db);
  expect(plans).toHaveLength(6);
  for (const { sql, plan } of plans)
    expect(plan, sql).not.toMatch(/SCAN (cases|feedbackCases|notices)(?! USING)/);
  db.close();
});
