import { describe, expect, it } from 'vitest';
import procedures from '../../resources/procedures.json' with { type: 'json' };
import type { CatalogueRow } from '../../shared/views.ts';
import { everydayWords } from './everyday-words.ts';
import { favouriteProcedures, findProcedures } from './find-procedures.ts';

const rows = procedures.map(
  (procedure): CatalogueRow => ({
    code: procedure.code,
    name: procedure.name,
    shortName: procedure.shortName,
    field: procedure.field,
    initials: procedure.initials,
    onlineLevel: null,
    confidence: 'confirmed',
    limit: { kind: 'none', value: 0 },
    feeVnd: null,
    recent: procedure.code === '3.000722' ? 90 : procedure.code === '2.000815' ? 200 : 0,
  }),
);
const first = (typed: string) => findProcedures(rows, typed)[0]?.shortName;

describe('findProcedures', () => {
  it('takes the very initials first, as the catalogue has them, whatever was used most', () => {
    expect(first('ks')).toBe('Đăng ký khai sinh');
    expect(first('KS')).toBe('Đăng ký khai sinh');
    expect(first('xntt')).toBe('Xác nhận tình trạng hôn nhân');
    expect(first('sy')).toBe('Chứng thực bản sao');
  });

  it('knows the names that people use, in a new register too', () => {
    const unused = rows.map((row) => ({ ...row, recent: 0 }));
    const firstOf = (typed: string) => findProcedures(unused, typed)[0]?.shortName;
    expect(firstOf('khai sinh')).toBe('Đăng ký khai sinh');
    expect(first('khai sinh')).toBe('Đăng ký khai sinh');
    expect(firstOf('khai sinh có yếu tố')).toBe('Khai sinh có yếu tố nước ngoài');
    expect(firstOf('hộ kinh doanh')).toBe('Thành lập hộ kinh doanh');
    expect(firstOf('kết hôn')).toBe('Đăng ký kết hôn');
    expect(firstOf('sao y')).toBe('Chứng thực bản sao');
    expect(firstOf('sao y bản chính')).toBe('Chứng thực bản sao');
    expect(firstOf('ly hôn')).toBe('Xác nhận tình trạng hôn nhân');
    expect(firstOf('độc th')).toBe('Xác nhận tình trạng hôn nhân');
    expect(firstOf('bản sao')).toBe('Chứng thực bản sao');
  });

  it('has everyday words only for procedures that exist', () => {
    const names = rows.map(({ shortName }) => shortName);
    for (const [said, meant] of Object.entries(everydayWords)) {
      for (const name of meant) expect(names).toContain(name);
      expect(meant).toContain(first(said));
    }
  });

  it('finds words without accents, in any order, and codes', () => {
    expect(first('khai tu')).toBe('Đăng ký khai tử');
    expect(first('hôn nhân xác')).toBe('Xác nhận tình trạng hôn nhân');
    expect(first('1.00487')).toBe('Xác nhận tình trạng hôn nhân');
  });

  it('finds every procedure by its first initials and by its name', () => {
    for (const row of rows) {
      expect(findProcedures(rows, row.initials[0] ?? '').map(({ code }) => code)).toContain(row.code);
      expect(findProcedures(rows, row.shortName).map(({ code }) => code)).toContain(row.code);
    }
  });

  it('answers nothing for what is not there and the most used for nothing typed', () => {
    expect(findProcedures(rows, 'qqqq')).toEqual([]);
    expect(first('')).toBe('Chứng thực bản sao');
    expect(favouriteProcedures(rows, 4).map(({ code }) => code)).toEqual(['2.000815', '3.000722']);
  });
});
