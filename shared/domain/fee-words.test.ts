import { expect, it } from 'vitest';
import type { FeeLine } from './fee.ts';
import { citizenLines } from './fee-words.ts';

const line = (name: string, amountVnd: number, charge: FeeLine['charge'], how = ''): FeeLine => ({
  name,
  charge,
  quantity: 1,
  unitVnd: amountVnd,
  amountVnd,
  how,
});

it('leaves out what costs nothing, and says why another amount is taken', () => {
  const names = citizenLines([
    line('Lệ phí khai sinh quá hạn', 0, 'charge'),
    line('Bản sao trích lục', 24_000, 'charge'),
    line('Miễn', 0, 'exemption'),
    line('Thu khác mức tính', -4500, 'override', 'trả thiếu một bản'),
  ]).map(({ name }) => name);
  expect(names).toEqual(['Bản sao trích lục', 'Giảm: trả thiếu một bản']);
});
