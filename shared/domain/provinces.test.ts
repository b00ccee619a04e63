import { describe, expect, it } from 'vitest';
import { agencyCodeSchema } from './codes.ts';
import { findProvince, provinces } from './provinces.ts';

describe('provinces', () => {
  it('lists 34 of today and 29 merged ones, each with a code of its own', () => {
    expect(provinces.filter((province) => province.isCurrent)).toHaveLength(34);
    expect(provinces).toHaveLength(63);
    expect(new Set(provinces.map(({ code }) => code)).size).toBe(63);
    for (const { code } of provinces) expect(agencyCodeSchema.safeParse(code).success).toBe(true);
  });

  it('marks a code that was only derived', () => {
    expect(findProvince('Thanh Hóa')).toMatchObject({ code: 'H56', isCodeSeen: true });
    expect(findProvince('Sơn La')).toMatchObject({ code: 'H52', isCodeSeen: false });
  });
});
