import type { FeeSettings } from '../../../shared/domain/fee-rule.ts';

/** Who is exempt and what the office charges beside the procedures, as typed. */
export interface FeeSettingsValues {
  exemptGroups: FeeSettings['exemptGroups'];
  extras: ExtraValues[];
}

export interface ExtraValues {
  code: string;
  name: string;
  unit: string;
  unitPrice: string;
  /** '' is none. */
  ceiling: string;
  basis: string;
}

const money = (amountVnd: number | null) => amountVnd?.toLocaleString('vi-VN') ?? '';

export function feeSettingsValues({ exemptGroups, extras }: FeeSettings): FeeSettingsValues {
  return {
    exemptGroups: [...exemptGroups],
    extras: extras.map(({ unitVnd, ceilingVnd, ...rest }) => ({
      ...rest,
      unitPrice: money(unitVnd),
      ceiling: money(ceilingVnd),
    })),
  };
}

/** What the door takes; a text that is no amount makes it faulty. */
export function toFeeSettings({ exemptGroups, extras }: FeeSettingsValues): FeeSettings {
  return {
    exemptGroups,
    extras: extras.map(({ unitPrice, ceiling, ...rest }) => ({
      ...rest,
      unitVnd: amountOf(unitPrice) ?? Number.NaN,
      ceilingVnd: amountOf(ceiling),
    })),
  };
}

function amountOf(text: string): number | null {
  const compact = text.replaceAll(/[.\s₫đ]/g, '');
  return compact === '' ? null : Number(compact);
}

/** Cases and rules name a group or a charge by its code: it is made once and never shown. */
export function newCode(): string {
  return crypto.randomUUID().slice(0, 8);
}
