import { expect, test } from 'vitest';
import type { DigitalEvent } from './digital.ts';
import { foldDigital, standingOf } from './digital-fold.ts';
import { redactedDigital } from './digital-redaction.ts';

const by = { at: '2025-04-24T09:00', by: { id: 1, name: 'Lò Thị Mai' } };
const said = { name: 'Xa Thị Hoài Phương', birthYear: 1961, area: 'Bản Riêng' };
const entry = {
  ...{ id: 'a', campaignId: 'b', at: '2025-04-24T09:00', stampedAt: 1, removed: false },
  ...{ personKey: 'c', source: 'idNumber', ...said, topic: 'vneid', level: 'guided', minutes: 5 },
  ...{ teamId: 'd', memberId: null, helperName: 'Lò Thị Mai', marks: ['vneid'] },
} as unknown as Extract<DigitalEvent, { kind: 'entered' }>['entry'];

const erasure = (keeps: boolean) => ({ area: said.area, keepsArea: () => keeps, personKey: 'e' });
const eventsOf = (details: ({ phone: null } & typeof said) | null): DigitalEvent[] => [
  { ...by, kind: 'added', source: 'idNumber', details },
  { ...by, kind: 'entered', entry },
];

test('an erased person is nobody, whoever wrote him down; his lượt and what he reached stay', () => {
  for (const details of [null, { ...said, phone: null }])
    for (const keeps of [false, true]) {
      const events = eventsOf(details);
      const before = standingOf([foldDigital(events)]);
      expect(before.details).toMatchObject(said);
      const after = standingOf([foldDigital(events.map((event) => redactedDigital(event, erasure(keeps))))]);
      expect(after.details).toEqual({
        ...{ name: 'Đã xóa dữ liệu', birthYear: null, phone: null },
        area: keeps ? said.area : '',
      });
      expect({ ...after, details: null }).toEqual({ ...before, details: null });
    }
});

test('what is written down of an erased person afterwards is shown', () => {
  const erased = eventsOf(null).map((event) => redactedDigital(event, erasure(false)));
  const details = { ...said, area: '', birthYear: null, phone: null };
  const told: DigitalEvent = { ...by, kind: 'described', details };
  expect(standingOf([foldDigital([...erased, told])]).details).toEqual(details);
});
