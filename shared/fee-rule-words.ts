import type { FeeItem, FeeRule, FeeSettings } from './domain/fee-rule.ts';
import { channels } from './domain/procedure.ts';
import { formatMoney } from './format.ts';
import { channelLabels } from './labels.ts';

/** A fee rule in the words of the catalogue. */

/** "Phí bản sao trích lục" · "8.000 đ một bản, khi có yêu cầu": a line for each item. */
export function feeRuleLines(rule: FeeRule): { term: string; text: string }[] {
  return rule.items.map((item) => {
    const own = channels.flatMap((channel) => {
      const amount = item.channelVnd[channel];
      return amount === undefined ? [] : [`${channelLabels[channel].toLowerCase()} ${amountWords(amount)}`];
    });
    const text = [priceWords(item), ...own, item.onRequest && 'khi có yêu cầu'].filter(Boolean).join('; ');
    return { term: item.name, text };
  });
}

/** "Miễn: Hộ nghèo, Người khuyết tật."; undefined where nobody is. */
export function exemptWords(
  rule: FeeRule,
  { exemptGroups }: Pick<FeeSettings, 'exemptGroups'>,
): string | undefined {
  if (rule.exemptGroups.length === 0) return undefined;
  const names = rule.exemptGroups.map(
    (code) => exemptGroups.find((known) => known.code === code)?.name ?? code,
  );
  return `Miễn: ${names.join(', ')}.`;
}

function amountWords(amountVnd: number | null): string {
  if (amountVnd === null) return 'chưa đặt mức';
  return amountVnd === 0 ? 'không thu' : formatMoney(amountVnd);
}

function priceWords(item: FeeItem): string {
  switch (item.per) {
    case 'case':
      return amountWords(item.amountVnd);
    case 'copy':
      return `${amountWords(item.amountVnd)} một bản`;
    case 'lateCase':
      return `không thu trong ${item.freeDays} ngày kể từ ${item.since}, quá hạn ${amountWords(item.amountVnd)}`;
    case 'page': {
      const steps = item.tiers.map(({ fromPage, amountVnd }) =>
        fromPage === 1
          ? `${formatMoney(amountVnd)} một trang`
          : `từ trang ${fromPage} ${formatMoney(amountVnd)}`,
      );
      const cap = item.capVnd === null ? [] : [`tối đa ${formatMoney(item.capVnd)} một bản`];
      return [...steps, ...cap].join(', ');
    }
  }
}
