import { limitText } from '../../../shared/appointment-words.ts';
import { type Channel, channels } from '../../../shared/domain/procedure.ts';
import { bareRule, type LimitKind, type TimeLimit } from '../../../shared/domain/time-limit.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';

/** Shorter limits of a procedure as typed: a channel's own, and one that the province or the ward published. */

export interface ChannelValues {
  /** `none`: as the usual limit. `factor`: a share of it, proposed until confirmed. */
  way: 'none' | 'rule' | 'factor';
  count: string;
  /** Percent of the usual limit. */
  percent: string;
  confirmed: boolean;
}

export interface LocalValues {
  count: string;
  decisionNo: string;
  from: string;
  to: string;
}

export interface LimitValues {
  channels: Record<Channel, ChannelValues>;
  /** Null: nothing published. */
  local: LocalValues | null;
}

const none: ChannelValues = { way: 'none', count: '', percent: '', confirmed: false };

export function limitValues(limit: TimeLimit): LimitValues {
  const local = ownLocal(limit);
  return {
    channels: Object.fromEntries(
      channels.map((channel) => [channel, channelValues(limit, channel)]),
    ) as LimitValues['channels'],
    local:
      local === undefined
        ? null
        : {
            count: String(local.rule.value ?? ''),
            decisionNo: local.decisionNo ?? '',
            from: formatDay(local.from),
            to: local.to === undefined ? '' : formatDay(local.to),
          },
  };
}

function channelValues(limit: TimeLimit, channel: Channel): ChannelValues {
  const own = limit.perChannel?.[channel];
  if (own?.rule) return { ...none, way: 'rule', count: String(own.rule.value ?? '') };
  if (own?.factor === undefined) return none;
  const percent = String(Math.round(own.factor * 1000) / 10).replace('.', ',');
  return { ...none, way: 'factor', percent, confirmed: own.confirmed ?? false };
}

/** The published limit that this small form edits: the latest of the procedure itself, not of a sub-case. */
function ownLocal(limit: TimeLimit) {
  return limit.local?.findLast(({ variant }) => variant === undefined);
}

/** Only limits of days or hours can be made shorter by a number. */
export function canBeShorter(kind: LimitKind): boolean {
  return kind === 'workingDays' || kind === 'days' || kind === 'hours';
}

/** The modifiers as the engine reads them, or the faults by field. What this form does not show stays as it is. */
export function parseLimitValues(
  before: TimeLimit,
  kind: LimitKind,
  values: LimitValues,
): { modifiers: Pick<TimeLimit, 'perChannel' | 'local'>; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const number = (text: string, most: number, path: string): number => {
    const value = Number(text.replace(',', '.'));
    if (!(value > 0 && value <= most)) faults[path] = 'format';
    return value;
  };
  const rule = (count: string, path: string) => ({ kind, value: number(count, 1000, path) });
  const perChannel: Record<string, unknown> = {};
  for (const channel of channels) {
    const { way, count, percent, confirmed } = values.channels[channel];
    if (way === 'rule') perChannel[channel] = { rule: rule(count, `channels.${channel}`) };
    if (way === 'factor')
      perChannel[channel] = {
        factor: Math.round(number(percent, 100, `channels.${channel}`) * 10) / 1000,
        ...(confirmed && { confirmed }),
      };
  }
  const own = ownLocal(before);
  const others = (before.local ?? []).filter((one) => one !== own);
  const local = [...others];
  if (values.local) {
    const { count, decisionNo, from, to } = values.local;
    const [first, last] = [parseTypedDay(from), parseTypedDay(to)];
    if (first === undefined) faults['local.from'] = 'day';
    if (to.trim() !== '' && last === undefined) faults['local.to'] = 'day';
    const published = {
      rule: rule(count, 'local.count') as (typeof local)[number]['rule'],
      from: first ?? '',
      ...(last && { to: last }),
      ...(decisionNo.trim() !== '' && { decisionNo: decisionNo.trim() }),
    };
    local.push(published);
  }
  return {
    modifiers: {
      ...(Object.keys(perChannel).length > 0 && { perChannel: perChannel as TimeLimit['perChannel'] }),
      ...(local.length > 0 && { local }),
    },
    faults,
  };
}

/** "50 % của 5 ngày làm việc là 3 ngày làm việc": rounded up to whole days, at least 1 (rules §4.2). */
export function factorWords(limit: TimeLimit, percent: string): string | undefined {
  const factor = Number(percent.replace(',', '.')) / 100;
  const base = bareRule(limit);
  if (!canBeShorter(base.kind) || !base.value || !(factor > 0 && factor <= 1)) return undefined;
  const value = Math.max(1, Math.ceil(Math.round(base.value * factor * 1000) / 1000));
  return `${percent} % của ${limitText(base)} là ${limitText({ ...base, value } as typeof base)}.`;
}
