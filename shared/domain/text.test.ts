import { expect, test } from 'vitest';
import { linesField } from './forms.ts';
import { textField } from './person.ts';
import { tidy } from './text.ts';

const controls = [...Array(32).keys(), 0x7f, 0x85, 0x200b, 0x200e, 0x200f, 0xfeff]
  .concat([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069])
  .map((code) => String.fromCharCode(code));

test.each(controls.map((sign) => [sign.charCodeAt(0).toString(16), sign]))(
  'U+%s stays in no text field, and takes no letter with it',
  (_, sign) => {
    for (const text of [tidy(`Hằng${sign}`), textField(40).parse(`${sign}Hằng`)]) expect(text).toBe('Hằng');
    expect(tidy(`Thu${sign}Hằng`)).toMatch(/^Thu ?Hằng$/);
    expect(linesField(40).parse(`Thu${sign}Hằng`)).toMatch(/^Thu[ \n]?Hằng$/);
  },
);
