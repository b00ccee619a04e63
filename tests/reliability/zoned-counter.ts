import { openDesk, reception } from '../desk.ts';

// Receives around the edges of the calendar by an office clock that also jumps back, and says what the counter made of it: nothing of
// that may hang on the zone of the machine.
const times = [
  '2024-01-01T00:05',
  '2024-01-02T07:30',
  '2024-02-29T00:15',
  '2024-02-29T23:45',
  '2024-12-31T23:59',
  '2025-01-01T00:00',
  // Set back by a day, then by an hour, then forward: of a clock that nobody may trust.
  '2024-12-31T10:00',
  '2025-03-09T02:30',
  '2025-03-09T01:30',
  '2025-04-06T03:15',
  '2025-09-28T02:30',
];
await using desk = await openDesk('2024-01-01T00:00');
const said: unknown[] = [];
for (const at of times) {
  desk.setTime(at);
  // Money is not taken by a clock that was set back.
  const form = reception({ fee: { amountVnd: 0, method: 'cash', reason: 'Được miễn' } });
  const { id, caseCode } = await desk.clerk.cases.receive(form);
  const { state, timeliness, minutesLeft, timeline } = await desk.clerk.cases.get({ id });
  const { receivedAt, dueAt } = state;
  said.push({
    at,
    caseCode,
    receivedAt,
    dueAt,
    timeliness,
    minutesLeft,
    acts: timeline.map((one) => one.at),
  });
}
const { figures } = await desk.clerk.cases.board();
const { rows } = await desk.clerk.cases.list({ view: 'open', sort: 'dueAt', direction: 'asc' });
process.send?.({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  told: {
    said,
    figures,
    rows: rows.map(({ caseCode, dueAt, receivedAt }) => ({ caseCode, dueAt, receivedAt })),
  },
});
