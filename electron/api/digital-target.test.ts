import { expect, test } from 'vitest';
import { digitalIndicator } from '../../shared/domain/target.ts';
import { openDesk } from '../../tests/desk.ts';

test('the target of complete people is the one that runs today, for the whole office, under the name the dialog gives it', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  expect(await clerk.digital.target()).toBeNull();
  const year = { from: '2025-01-01', to: '2025-12-31', unit: 'count', scope: {} } as const;
  const complete = { ...year, id: 'a', indicator: digitalIndicator('complete'), value: 1000 };
  await clerk.setup.save({
    targets: [
      complete,
      { ...complete, id: 'b', from: '2024-01-01', to: '2024-12-31' },
      { ...complete, id: 'c', scope: { channel: 'online' } },
      { ...complete, id: 'd', indicator: digitalIndicator('vneid') },
    ],
  });
  expect(complete.indicator).toBe('digital.complete');
  expect(await clerk.digital.target()).toEqual(complete);
});
