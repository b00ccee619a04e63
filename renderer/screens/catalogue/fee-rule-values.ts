import {
  type ChargeKind,
  type FeeItem,
  type FeeRule,
  feeRuleSchema,
} from '../../../shared/domain/fee-rule.ts';
import { type Channel, channels } from '../../../shared/domain/procedure.ts';

/** The fee rule of a procedure as typed: its items, who is exempt, and what it rests on. */

export interface TierValues {
  fromPage: string;
  amount: string;
}

export interface FeeItemValues {
  /** Of the card on the screen: two items may have one name. */
  id: string;
  per: FeeItem['per'];
  name: string;
  charge: ChargeKind;
  onRequest: boolean;
  exemptible: boolean;
  /** '' is not set, which is not free. */
  amount: string;
  /** '' costs the same as the others. */
  channelAmounts: Record<Channel, string>;
  tiers: TierValues[];
  cap: string;
  freeDays: string;
  since: string;
}

export interface FeeRuleValues {
  items: FeeItemValues[];
  groups: string[];
  basis: string;
}

const money = (amountVnd: number | null | undefined) => amountVnd?.toLocaleString('vi-VN') ?? '';

export function feeRuleValues(rule: FeeRule | undefined): FeeRuleValues {
  return {
    items: (rule?.items ?? []).map(itemValues),
    groups: [...(rule?.exemptGroups ?? [])],
    basis: rule?.basis ?? '',
  };
}

function itemValues(item: FeeItem): FeeItemValues {
  return {
    ...emptyItem(),
    per: item.per,
    name: item.name,
    charge: item.charge,
    onRequest: item.onRequest,
    exemptible: item.exemptible,
    channelAmounts: channelTexts(({ channel }) => money(item.channelVnd[channel])),
    ...(item.per === 'page'
      ? {
          tiers: item.tiers.map((tier) => ({
            fromPage: String(tier.fromPage),
            amount: money(tier.amountVnd),
          })),
          cap: money(item.capVnd),
        }
      : { amount: money(item.amountVnd) }),
    ...(item.per === 'lateCase' && { freeDays: String(item.freeDays), since: item.since }),
  };
}

export function emptyItem(): FeeItemValues {
  return {
    id: crypto.randomUUID(),
    per: 'case',
    name: 'Lệ phí',
    charge: 'charge',
    onRequest: false,
    exemptible: true,
    amount: '',
    channelAmounts: channelTexts(() => ''),
    tiers: [{ fromPage: '1', amount: '' }],
    cap: '',
    freeDays: '',
    since: 'ngày sinh',
  };
}

function channelTexts(textOf: (of: { channel: Channel }) => string): Record<Channel, string> {
  return Object.fromEntries(channels.map((channel) => [channel, textOf({ channel })])) as Record<
    Channel,
    string
  >;
}

/** What the door takes, null for no rule; or the faults by field: `items.0.amount`. */
export function parseFeeRule(values: FeeRuleValues): {
  rule: FeeRule | null;
  faults: Record<string, string>;
} {
  const faults: Record<string, string> = {};
  const number = (text: string, path: string, isNeeded: boolean): number | null => {
    const compact = text.replaceAll(/[.\s₫đ]/g, '');
    if (compact === '' && !isNeeded) return null;
    if (!/^\d{1,9}$/.test(compact)) faults[path] = 'format';
    return Number(compact);
  };
  const items = values.items.map((item, index) => {
    const at = `items.${index}`;
    if (item.name.trim() === '') faults[`${at}.name`] = 'required';
    const channelVnd = channels.flatMap((channel) => {
      const amount = number(item.channelAmounts[channel], `${at}.${channel}`, false);
      return amount === null ? [] : [[channel, amount]];
    });
    const { per, name, charge, onRequest, exemptible } = item;
    const common = { per, name, charge, onRequest, exemptible, channelVnd: Object.fromEntries(channelVnd) };
    if (per === 'page') {
      const tiers = item.tiers.map((tier, row) => ({
        fromPage: number(tier.fromPage, `${at}.tiers.${row}.fromPage`, true),
        amountVnd: number(tier.amount, `${at}.tiers.${row}.amount`, true),
      }));
      if (tiers[0]?.fromPage !== 1) faults[`${at}.tiers.0.fromPage`] = 'format';
      return { ...common, tiers, capVnd: number(item.cap, `${at}.cap`, false) };
    }
    const priced = { ...common, amountVnd: number(item.amount, `${at}.amount`, false) };
    if (per !== 'lateCase') return priced;
    if (item.since.trim() === '') faults[`${at}.since`] = 'required';
    return { ...priced, freeDays: number(item.freeDays, `${at}.freeDays`, true), since: item.since };
  });
  if (Object.keys(faults).length > 0) return { rule: null, faults };
  if (items.length === 0 && values.groups.length === 0) return { rule: null, faults };
  const parsed = feeRuleSchema.safeParse({ items, exemptGroups: values.groups, basis: values.basis });
  if (parsed.success) return { rule: parsed.data, faults };
  for (const issue of parsed.error.issues) faults[issue.path.map(String).join('.')] = 'format';
  return { rule: null, faults };
}
