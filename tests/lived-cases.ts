import { type Random, seededRandom } from '../electron/samples/random.ts';
import type { CaseMove, RememberedCase } from '../shared/domain/early-warning/past-warnings.ts';

/**
 * A ward's work day by day, as desks work: every officer has a pile, does so many steps a day, takes what is due first (or what
 * came first, or what is easy first), is away now and then; cases differ in steps, seasons in how many come; some change hands, wait
 * for papers and get a new date, or are withdrawn. Nobody asks how long a case takes: it comes out.
 */
interface Officer {
  id: number;
  fields: number[];
  stepsPerDay: number;
  order: 'due' | 'arrival' | 'easy';
  away: number;
}

interface Work extends RememberedCase {
  holderId: number;
  receivedOn: number;
  dueOn: number | null;
  endedOn: number | null;
  isGone: boolean;
  moves: CaseMove[];
  limit: number;
  /** What will happen to it, by day; whatever comes after its end does not. */
  fate: Map<number, 'handed' | 'waits' | 'back' | 'gone'>;
  steps: number;
  /** With another office until then. */
  backOn: number;
}

const procedures = [
  { code: 'HT-1', field: 'Hộ tịch', limit: 3, steps: 2, share: 0.2 },
  { code: 'HT-2', field: 'Hộ tịch', limit: 5, steps: 4, share: 0.14 },
  { code: 'CT-1', field: 'Chứng thực', limit: 2, steps: 1, share: 0.26 },
  { code: 'BT-1', field: 'Bảo trợ', limit: 10, steps: 7, share: 0.14 },
  { code: 'BT-2', field: 'Bảo trợ', limit: 15, steps: 9, share: 0.07, outside: 0.5 },
  { code: 'DD-1', field: 'Đất đai', limit: 20, steps: 12, share: 0.1, outside: 0.6 },
  { code: 'DD-2', field: 'Đất đai', limit: 12, steps: 8, share: 0.07 },
  { code: 'XD-1', field: 'Xây dựng', limit: 15, steps: 14, share: 0.02, outside: 0.3 },
];
/** Each as often as it comes. */
const drawer = procedures.flatMap((one) => Array<typeof one>(Math.round(one.share * 100)).fill(one));
const fields = [...new Set(procedures.map(({ field }) => field))];

export const yearDays = 250;

/** Cases received in `years` of 250 working days, in the order they came. */
export function livedCases(seed: number, years: number): RememberedCase[] {
  const random = seededRandom(seed);
  const officers: Officer[] = [
    { id: 1, fields: [0, 2], stepsPerDay: 32, order: 'due', away: 0 },
    { id: 2, fields: [0, 1], stepsPerDay: 16, order: 'arrival', away: 0 },
    { id: 3, fields: [1, 2], stepsPerDay: 24, order: 'easy', away: 0 },
    { id: 4, fields: [3], stepsPerDay: 22, order: 'due', away: 0 },
    { id: 5, fields: [3, 4], stepsPerDay: 30, order: 'arrival', away: 0 },
  ];
  const all: Work[] = [];
  const piles = new Map<number, Work[]>(officers.map(({ id }) => [id, []]));
  for (let day = 1; day <= years * yearDays; day += 1) {
    // The month before Tết is full, the weeks after it are empty; the summer has its school papers.
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * day) / yearDays) + (day % yearDays < 15 ? 0.4 : 0);
    const coming = Math.floor(15 * season * (day % 5 === 1 ? 1.5 : 0.9) * (0.6 + 0.8 * random.next()));
    for (let count = 0; count < coming; count += 1) {
      const procedure = random.pick(drawer);
      const able = officers.filter((officer) => officer.fields.includes(fields.indexOf(procedure.field)));
      const officer = random.pick(able);
      const steps = Math.max(
        1,
        Math.round(procedure.steps * (0.5 + random.next() + (random.next() < 0.06 ? 2 : 0))),
      );
      const isOutside = random.next() < (procedure.outside ?? 0);
      const work: Work = {
        procedureCode: procedure.code,
        field: procedure.field,
        holderId: officer.id,
        receivedOn: day,
        dueOn: day + procedure.limit,
        endedOn: null,
        isGone: false,
        moves: [{ on: day, holderId: officer.id, dueOn: day + procedure.limit }],
        limit: procedure.limit,
        fate: fateOf(random, day, procedure.limit),
        steps,
        backOn: isOutside ? day + random.integer(2, Math.floor(procedure.limit * 0.9)) : day,
      };
      all.push(work);
      piles.get(officer.id)?.push(work);
    }
    for (const pile of [...piles.values()])
      for (const work of [...pile]) befall(work, day, piles, officers, random);
    for (const officer of officers) {
      if (officer.away > 0) {
        officer.away -= 1;
        continue;
      }
      if (random.next() < 0.012) officer.away = random.integer(2, 9);
      const pile = piles.get(officer.id) ?? [];
      workOn(pile, officer, officer.stepsPerDay * 0.93 * (0.7 + 0.6 * random.next()), day);
    }
  }
  return all;
}

/** One of eight changes hands, one of ten waits for papers, one of thirty is withdrawn. */
function fateOf(random: Random, day: number, limit: number): Work['fate'] {
  const fate: Work['fate'] = new Map();
  const within = () => day + random.integer(1, Math.max(2, limit));
  if (random.next() < 0.12) fate.set(within(), 'handed');
  if (random.next() < 0.1) {
    const from = within();
    fate.set(from, 'waits').set(from + random.integer(1, 8), 'back');
  }
  if (random.next() < 0.03) fate.set(within(), 'gone');
  return fate;
}

function befall(
  work: Work,
  day: number,
  piles: ReadonlyMap<number, Work[]>,
  officers: readonly Officer[],
  random: Random,
): void {
  const what = work.fate.get(day);
  if (what === undefined) return;
  const pile = piles.get(work.holderId) ?? [];
  if (what === 'gone') {
    work.endedOn = day;
    work.isGone = true;
    pile.splice(pile.indexOf(work), 1);
    return;
  }
  if (what === 'handed') {
    pile.splice(pile.indexOf(work), 1);
    work.holderId = random.pick(officers).id;
    piles.get(work.holderId)?.push(work);
  }
  const isLate = work.dueOn !== null && work.dueOn < day;
  if (what === 'waits' && !isLate) {
    work.dueOn = null;
    work.backOn = Number.POSITIVE_INFINITY;
  }
  if (what === 'back' && work.dueOn === null) {
    work.dueOn = day + work.limit;
    work.backOn = day;
  }
  work.moves.push({ on: day, holderId: work.holderId, dueOn: work.dueOn });
}

function workOn(pile: Work[], { order }: Officer, steps: number, day: number): void {
  const keys = {
    due: ({ dueOn }: Work) => dueOn ?? Number.POSITIVE_INFINITY,
    arrival: ({ receivedOn }: Work) => receivedOn,
    easy: (work: Work) => work.steps,
  };
  const key = keys[order];
  pile.sort((a, b) => key(a) - key(b) || a.receivedOn - b.receivedOn);
  let left = steps;
  for (const work of [...pile]) {
    if (left <= 0) return;
    if (work.backOn > day) continue;
    const done = Math.min(left, work.steps);
    left -= done;
    work.steps -= done;
    if (work.steps > 0.01) continue;
    work.endedOn = day;
    pile.splice(pile.indexOf(work), 1);
  }
}
