import { expect, it } from 'vitest';
import { provinces } from '../../../shared/domain/provinces.ts';
import { findProvinceNames } from './province-names.ts';

const names = provinces.map(({ name }) => name);

it.each(['Sơn', 'sơn', 'son', ' Sơn ', 'Sơn'.normalize('NFD')])(
  'offers Sơn La before Lạng Sơn for “%s”',
  (typed) => {
    expect(findProvinceNames(names, typed)).toEqual(['Sơn La', 'Lạng Sơn']);
  },
);

it('offers every province that there is before those that were merged', () => {
  expect(findProvinceNames(names, 'ha').slice(0, 2)).toEqual(['Hà Nội', 'Hà Tĩnh']);
  expect(findProvinceNames(names, 'Hà Giang')).toEqual(['Hà Giang']);
  expect(findProvinceNames(names, '')).toHaveLength(names.length);
});
