import { Temporal } from 'temporal-polyfill';
import { hung, type Life } from './case-fixture.ts';
import { undoableKinds } from './case-flow.ts';
import { classAt, isLate, type ModelCase, type WallCalendar } from './case-model.ts';
import type { Random } from './case-model-office.ts';
import type { Role } from './person.ts';

// For tests only: acts at random, and what the model says of each.

export interface Pair {
  life: Life;
  model: ModelCase;
  /** The model before each of its acts, for undo. */
  before: ModelCase[];
}

type Input = Parameters<Life['act']>[1];
type Step = [input: Input, isLawful: boolean, then: (model: ModelCase) => void];

/** One act at random, what the model says of it, and what it does to the model. */
export function stepOf(
  pair: Pair,
  random: Random,
  now: string,
  wall: WallCalendar,
  roles: readonly Role[],
): Step {
  const { model } = pair;
  const { status } = model;
  const today = now.slice(0, 10);
  const isLiving = status === 'received' || status === 'processing';
  const isAtCounter = roles.includes('clerk');
  const end = (kind: string, hasResult: boolean) => (one: ModelCase) => {
    one.class = classAt(one, now, hasResult);
    Object.assign(one, { status: kind, endedAt: now });
  };
  const begin = (one: ModelCase) => Object.assign(one, { status: 'received', startedAt: now });
  const kind = random.pick([
    'accept',
    'accept',
    'reject',
    'handover',
    'handover',
    'takeBack',
    'askSupplement',
    'completeSupplement',
    'completeSupplement',
    'requestPayment',
    'confirmPayment',
    'extend',
    'extend',
    'stop',
    'withdraw',
    'resolve',
    'resolve',
    'return',
    'setAside',
    'undo',
    'undo',
    'visit',
    'shelve',
  ] as const);
  switch (kind) {
    case 'accept':
      return [{ kind }, isAtCounter && status === 'registered', begin];
    case 'reject':
      return [
        { kind, reason: 'Không thuộc thẩm quyền' },
        isAtCounter && status === 'registered',
        (one) => {
          Object.assign(one, { status: 'rejected', endedAt: now, class: 'noDeadline' });
        },
      ];
    case 'handover':
      return [
        { kind, toPersonId: hung.id },
        // Never a second time to whoever has it.
        isAtCounter && isLiving && (status !== 'processing' || model.isWithUs),
        (one) => {
          Object.assign(one, { status: 'processing', isWithUs: false });
        },
      ];
    case 'takeBack':
      return [
        { kind },
        isAtCounter && status === 'processing' && !model.isWithUs,
        (one) => {
          one.isWithUs = true;
        },
      ];
    case 'askSupplement':
      return [
        { kind, items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' },
        (status === 'registered' || status === 'processing') &&
          (model.supplements === 0 || roles.includes('leader')),
        (one) => {
          const end15 = Temporal.PlainDate.from(today).add({ days: 15 }).toString();
          const lastDay = wall.isWorked(end15) ? end15 : wall.after(end15, 1);
          one.supplements += 1;
          one.mayStopFrom = wall.after(lastDay, 1);
          if (isLate(one, now)) Object.assign(one, { missed: one.counted, lateForPapers: true });
          one.waits.push({ isPayment: false, counts: one.startedAt !== null, asked: now, done: null });
          one.status = 'awaitingSupplement';
        },
      ];
    case 'completeSupplement':
      return [
        { kind },
        isAtCounter && status === 'awaitingSupplement',
        (one) => {
          one.waits = one.waits.map((wait) => ({ ...wait, done: wait.done ?? now }));
          if (one.startedAt === null) begin(one);
          else one.status = 'processing';
        },
      ];
    case 'requestPayment':
      return [
        { kind, note: 'Lệ phí' },
        isAtCounter && status === 'processing',
        (one) => {
          if (isLate(one, now)) one.missed ??= one.counted;
          one.waits.push({ isPayment: true, counts: one.pausesForPayment, asked: now, done: null });
          one.status = 'awaitingPayment';
        },
      ];
    case 'confirmPayment':
      return [
        { kind },
        isAtCounter && status === 'awaitingPayment',
        (one) => {
          one.waits = one.waits.map((wait) => ({ ...wait, done: wait.done ?? now }));
          one.status = 'processing';
        },
      ];
    case 'extend': {
      const due = model.due ?? today;
      const newDueAt = `${wall.after(due.slice(0, 10), 1 + random.below(5))}${random.pick([due.slice(10) || 'T09:00', 'T08:00'])}`;
      const isLawful =
        isAtCounter &&
        isLiving &&
        model.due !== null &&
        model.extendedTo === null &&
        today <= wall.lastBefore(due.slice(0, 10));
      return [
        { kind, newDueAt, reason: 'Chờ xác minh' },
        isLawful,
        (one) => {
          one.extendedTo = newDueAt;
        },
      ];
    }
    case 'stop': {
      const ground = random.pick(['noSupplement', 'leader'] as const);
      const isOver = status === 'awaitingSupplement' && today >= (model.mayStopFrom ?? '9999');
      const isOthers = ground === 'leader' && (status === 'processing' || status === 'awaitingPayment');
      return [{ kind, ground, reason: 'Dừng' }, isOver || isOthers, end('stopped', false)];
    }
    case 'withdraw':
      return [
        { kind, reason: 'Đổi ý' },
        isAtCounter && ['received', 'processing', 'awaitingSupplement', 'awaitingPayment'].includes(status),
        end('withdrawn', false),
      ];
    case 'resolve':
      return [
        { kind, outcome: 'granted' },
        isAtCounter && status === 'processing',
        (one) => {
          end('resolved', true)(one);
          one.isWithUs = true;
        },
      ];
    case 'return':
      return [
        { kind, recipient: { name: 'Lò Văn Inh', idNumber: '014196002187' }, via: 'counter' },
        isAtCounter && status === 'resolved',
        (one) => {
          one.status = 'returned';
        },
      ];
    case 'setAside': {
      const from =
        model.endedAt && Temporal.PlainDate.from(model.endedAt.slice(0, 10)).add({ days: 10 }).toString();
      const isLawful =
        isAtCounter && status === 'resolved' && !model.isAside && from !== null && today >= from;
      return [
        { kind, place: 'Tủ 2' },
        isLawful,
        (one) => {
          one.isAside = true;
        },
      ];
    }
    case 'visit':
      return [
        { kind, purpose: 'Hỏi' },
        isAtCounter && !['rejected', 'withdrawn', 'stopped', 'returned'].includes(status),
        () => {},
      ];
    case 'shelve':
      return [{ kind, shelf: 'A1' }, false, () => {}];
    case 'undo': {
      const { last } = model;
      const isLawful =
        last !== null && last.on === today && undoableKinds.some((undoable) => undoable === last.kind);
      return [{ kind }, isLawful, (one) => Object.assign(one, pair.before.pop())];
    }
  }
}
