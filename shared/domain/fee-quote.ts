import type { FeeLine, FeeQuestion, FeeQuote } from './fee.ts';
import type { FeeItem } from './fee-rule.ts';
import { formatVnd, pageWords, plusDays, vietnameseDay } from './fee-words.ts';
import type { Paper } from './intake.ts';

/** The price of one case, line by line (rules §14). Pure: the door and the screen ask the same function. */

/** Every line of the price, and their sum: null while the ward has set no amount for one of them, or a page count is missing. */
export function quoteFee(question: FeeQuestion): FeeQuote {
  const charged = question.rule.items.flatMap((item) => linesOf(item, question));
  const lines = [...withExemption(charged, question), ...extraLines(question)];
  return { lines, totalVnd: sumOf(lines) };
}

/** Null when a line is not set. */
export function sumOf(lines: readonly Pick<FeeLine, 'amountVnd'>[]): number | null {
  return lines.reduce<number | null>(
    (sum, { amountVnd }) => (sum === null || amountVnd === null ? null : sum + amountVnd),
    0,
  );
}

interface Charged {
  line: FeeLine;
  exemptible: boolean;
}

/** No line where nothing of the kind was asked for. */
function linesOf(item: FeeItem, question: FeeQuestion): Charged[] {
  const { copies } = question.facts;
  if (item.onRequest && (copies ?? 0) === 0) return [];
  const { name, charge, exemptible } = item;
  const priced = pricedLines(item, question);
  return priced.map((line) => ({ line: { name, charge, ...line }, exemptible }));
}

type Priced = Pick<FeeLine, 'quantity' | 'unitVnd' | 'amountVnd' | 'how'>;

const unset = 'chưa có mức thu';

function pricedLines(item: FeeItem, question: FeeQuestion): Priced[] {
  const { channel, facts } = question;
  const own = item.channelVnd[channel];
  switch (item.per) {
    case 'case':
      return [once(own ?? item.amountVnd, own === undefined ? 'mỗi hồ sơ' : 'mỗi hồ sơ, theo kênh nộp')];
    case 'copy': {
      const quantity = facts.copies ?? 1;
      const unitVnd = own ?? item.amountVnd;
      const amountVnd = unitVnd === null ? null : unitVnd * quantity;
      const how = unitVnd === null ? `${quantity} bản, ${unset}` : `${quantity} bản × ${formatVnd(unitVnd)}`;
      return [{ quantity, unitVnd, amountVnd, how }];
    }
    case 'page':
      return pageLines(item, own, question);
    case 'lateCase':
      return [lateLine(item, own ?? item.amountVnd, question)];
  }
}

function once(amountVnd: number | null, how: string, unknown = unset): Priced {
  return { quantity: 1, unitVnd: amountVnd, amountVnd, how: amountVnd === null ? unknown : how };
}

type PageItem = Extract<FeeItem, { per: 'page' }>;

/** A line for each document; a channel's own price is the price of every page. */
function pageLines(item: PageItem, own: number | undefined, { documents }: FeeQuestion): Priced[] {
  if (documents === null)
    return [once(null, '', 'chưa rõ mỗi bản chính mấy bản sao: ghi số bản cạnh số trang')];
  const known = documents.filter(({ pages, copies }) => pages > 0 && copies > 0);
  if (known.length === 0) return [once(null, '', 'chưa ghi số trang của bản chính')];
  const tiers = own === undefined ? item.tiers : [{ fromPage: 1, amountVnd: own }];
  return known.map(({ pages, copies }) => {
    const steps = pageSteps(tiers, pages);
    const sum = steps.reduce((total, step) => total + step.pages * step.amountVnd, 0);
    const isCapped = item.capVnd !== null && sum > item.capVnd;
    const unitVnd = isCapped ? (item.capVnd ?? sum) : sum;
    return {
      quantity: copies,
      unitVnd,
      amountVnd: unitVnd * copies,
      how: [
        pageWords(steps),
        isCapped && `tối đa ${formatVnd(unitVnd)} một bản`,
        copies === 1 ? '1 bản' : `${copies} bản`,
      ]
        .filter(Boolean)
        .join(', '),
    };
  });
}

/** How many pages fall under each tier; pages before the first tier cost nothing. */
function pageSteps(tiers: PageItem['tiers'], pages: number): { pages: number; amountVnd: number }[] {
  const sorted = tiers.toSorted((one, other) => one.fromPage - other.fromPage);
  return sorted
    .map(({ fromPage, amountVnd }, index) => {
      const last = Math.min(pages, (sorted[index + 1]?.fromPage ?? Number.POSITIVE_INFINITY) - 1);
      return { pages: Math.max(0, last - fromPage + 1), amountVnd };
    })
    .filter((step) => step.pages > 0);
}

/**
 * Free up to `freeDays` after the event, the day of the event not counted. A last day on a rest day is not moved (Assumed), and
 * a day that was not given counts as in time; the line says so.
 */
function lateLine(
  item: Extract<FeeItem, { per: 'lateCase' }>,
  amountVnd: number | null,
  { facts, receivedOn }: FeeQuestion,
): Priced {
  if (facts.eventOn === null)
    return once(0, `chưa ghi ${item.since}, tính như còn trong ${item.freeDays} ngày`);
  const lastFreeOn = plusDays(facts.eventOn, item.freeDays);
  const last = `ngày cuối không thu ${vietnameseDay(lastFreeOn)} (${item.freeDays} ngày kể từ ${item.since})`;
  if (receivedOn <= lastFreeOn) return once(0, `đúng hạn, ${last}`);
  const late = `quá hạn, ${last}`;
  return { ...once(amountVnd, late), how: amountVnd === null ? `${late}; ${unset}` : late };
}

/** Who is exempt pays none of the procedure's own items, whatever their amount; nothing else is taken off. */
function withExemption(charged: readonly Charged[], { rule, settings, facts }: FeeQuestion): FeeLine[] {
  const { exemption } = facts;
  const isExempt = exemption !== null && rule.exemptGroups.includes(exemption.group);
  if (!isExempt) return charged.map(({ line }) => line);
  const lines = charged.map(({ line, exemptible }) =>
    exemptible && line.amountVnd === null
      ? { ...line, amountVnd: 0, how: `${line.how}; không thu vì miễn` }
      : line,
  );
  const off = charged.reduce(
    (sum, { line, exemptible }) => sum + (exemptible ? (line.amountVnd ?? 0) : 0),
    0,
  );
  const group = settings.exemptGroups.find(({ code }) => code === exemption.group)?.name ?? exemption.group;
  const how = [group, exemption.proof].filter((word) => word !== '').join(', ');
  const line = { name: 'Miễn', charge: 'exemption', quantity: 1 } as const;
  return [...lines, { ...line, unitVnd: null, amountVnd: off === 0 ? 0 : -off, how }];
}

/** Local charges that were asked for; what the settings no longer hold costs nothing. */
function extraLines({ settings, facts }: FeeQuestion): FeeLine[] {
  return facts.extras.flatMap(({ code, quantity }) => {
    const extra = settings.extras.find((known) => known.code === code);
    if (extra === undefined) return [];
    const { name, unit, unitVnd } = extra;
    const how = `${quantity} ${unit} × ${formatVnd(unitVnd)}`;
    return [{ name, charge: 'extra', quantity, unitVnd, amountVnd: unitVnd * quantity, how } as const];
  });
}

/**
 * The documents to be certified: those with a page count and copies. Where the copies stand in a row of their own, or nowhere,
 * each original with a page count is one. Null where originals and copies do not pair: what is left over would go unpaid.
 */
export function documentsOf(
  papers: readonly Pick<Paper, 'pages' | 'certifiedCopies' | 'photocopies'>[],
  copies: number | null = null,
): FeeQuestion['documents'] {
  const counted = papers.map(({ pages, certifiedCopies, photocopies }) => ({
    pages: pages ?? 0,
    copies: certifiedCopies > 0 ? certifiedCopies : photocopies,
  }));
  const whole = counted.filter((one) => one.pages > 0 && one.copies > 0);
  const originals = counted.filter((one) => one.pages > 0 && one.copies === 0);
  const beside = counted.reduce((sum, one) => sum + (one.pages > 0 ? 0 : one.copies), 0);
  if (whole.length > 0) return beside === 0 && areTheSame(originals, whole) ? whole : null;
  const each = copies ?? (beside === 0 ? 1 : originals.length > 1 ? null : beside);
  return each === null ? null : originals.map(({ pages }) => ({ pages, copies: each }));
}

/** Whether every original is counted with its copies in another row: "bản chính, 5 trang" and "bản sao, 5 trang, 2 bản". */
function areTheSame(originals: readonly { pages: number }[], whole: readonly { pages: number }[]): boolean {
  const left = whole.map(({ pages }) => pages);
  return originals.every(({ pages }) => {
    const index = left.indexOf(pages);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}
