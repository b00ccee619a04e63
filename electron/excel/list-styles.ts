import type { Borders, Style } from 'exceljs';
import type { ListKind } from '../../shared/list-sheet.ts';

/** The look of NĐ 30/2020/NĐ-CP, in the smaller sizes a table needs. */

const font = (size: number, more: { bold?: boolean; italic?: boolean; underline?: boolean } = {}) => ({
  name: 'Times New Roman',
  size,
  ...more,
});
const centre = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const thin = { style: 'thin' } as const;
const box: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

/** Every text column is text to the program too: what begins with = + - @ stays what was typed. */
const formats: Record<ListKind, string> = {
  text: '@',
  code: '@',
  number: '#,##0',
  share: '0.00\\ %',
  money: '#,##0',
  date: 'dd/mm/yyyy',
  time: 'hh:mm dd/mm/yyyy',
};

export const listStyles = {
  parentAgency: { font: font(12), alignment: centre },
  agency: { font: font(12, { bold: true }), alignment: centre },
  nation: { font: font(12, { bold: true }), alignment: centre },
  motto: { font: font(13, { bold: true, underline: true }), alignment: centre },
  placeAndDay: { font: font(13, { italic: true }), alignment: centre },
  title: { font: font(14, { bold: true }), alignment: centre },
  subtitle: { font: font(13, { italic: true }), alignment: centre },
  head: {
    font: font(11, { bold: true }),
    alignment: centre,
    border: box,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF1' } },
  },
  total: { font: font(11, { bold: true }), alignment: { vertical: 'middle' }, border: box },
  note: { font: font(11, { italic: true }), alignment: { vertical: 'top', wrapText: true } },
  receivers: { font: font(12, { bold: true, italic: true }) },
  receiver: { font: font(11) },
  signer: { font: font(13, { bold: true }), alignment: centre },
  name: { font: font(13, { bold: true }), alignment: centre },
  hint: { font: font(11, { italic: true }), alignment: centre },
} satisfies Record<string, Partial<Style>>;

const cells = Object.fromEntries(
  Object.entries(formats).map(([kind, numFmt]) => [
    kind,
    {
      font: font(11),
      border: box,
      numFmt,
      alignment: {
        vertical: 'top',
        wrapText: kind === 'text',
        horizontal:
          kind === 'number' || kind === 'share' || kind === 'money'
            ? 'right'
            : kind === 'text' || kind === 'code'
              ? 'left'
              : 'center',
      },
    },
  ]),
) as Record<ListKind, Partial<Style>>;

/** The style of a cell of the table. */
export function cellStyle(kind: ListKind): Partial<Style> {
  return cells[kind];
}
