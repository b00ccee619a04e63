import { expect, test } from 'vitest';
import { digitalIndicator } from '../../../shared/domain/target.ts';
import { openDesk } from '../../../tests/desk.ts';

test('targets of people are those that run on the day, for the whole office, under the name the dialog gives them', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  const on = '2025-04-24';
  expect(await clerk.digital.targets({ on })).toEqual([]);
  const year = { from: '2025-01-01', to: '2025-12-31', unit: 'count', scope: {} } as const;
  const complete = { ...year, id: 'a', indicator: digitalIndicator('complete'), value: 1000 };
  const vneid = { ...complete, id: 'd', indicator: digitalIndicator('vneid') };
  await clerk.setup.save({
    targets: [
      complete,
      { ...complete, id: 'b', from: '2024-01-01', to: '2024-12-31' },
      { ...complete, id: 'c', scope: { channel: 'online' } },
      vneid,
      { ...complete, id: 'e', indicator: 'online', unit: 'share' },
    ],
  });
  expect(complete.indicator).toBe('digital.complete');
  expect(await clerk.digital.targets({ on })).toEqual([complete, vneid]);
  expect(await clerk.digital.targets({ on: '2024-12-31' })).toMatchObject([{ id: 'b' }]);
});
