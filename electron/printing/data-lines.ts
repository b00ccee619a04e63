import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { channelLabels } from '../../shared/labels.ts';
import { around, labelled, plain, roughWidth, type Sheet } from './sheet.ts';
import type { SlipChannel, SlipPerson } from './slip-parts.ts';
import { dots } from './wording.ts';

/** Lines of data that several slips share. */

export type Field = readonly [label: string, value: string | null, bold?: boolean];

/** Two data on one line when both fit, else one below the other. A missing one gets dots up to the right margin. */
export function sideBySide(sheet: Sheet, left: Field, right: Field): Content {
  const room = sheet.contentWidth / sheet.type(10);
  const gap = 2;
  const leftWidth =
    left[1] === null || left[1] === ''
      ? room * 0.5
      : roughWidth(`${left[0]}: `) + roughWidth(plain(left[1]), left[2]) + gap;
  const rightText = plain(right[1]);
  const rightWidth = rightText === '' ? room * 0.4 : roughWidth(`${right[0]}: ${rightText}`);
  if (leftWidth + rightWidth > room * 0.97) {
    return {
      stack: [left, right].map(([label, value, bold]) =>
        labelled(sheet, label, value, { bold: bold ?? false }),
      ),
    };
  }
  const cut = Math.max(leftWidth, room - Math.max(rightWidth * 1.06, room * 0.3)) * sheet.type(10);
  const rightRoom = sheet.contentWidth - cut;
  return {
    columns: [
      { width: cut, ...labelled(sheet, left[0], left[1], { bold: left[2] ?? false, width: cut }) },
      {
        width: rightRoom,
        alignment: 'right',
        text: `${right[0]}: ${rightText || dots(rightRoom / sheet.type(10) - roughWidth(right[0]) - 0.8)}`,
      },
    ],
    columnGap: 0,
  };
}

/** Address, telephone and e-mail of a person, as every slip of TT 01/2018/TT-VPCP has them. */
export function contactLines(sheet: Sheet, person: SlipPerson): Content[] {
  return [
    labelled(sheet, 'Địa chỉ', person.address),
    sideBySide(sheet, ['Số điện thoại', person.phone], ['Email', person.email]),
  ];
}

/** "Lường Thị Thu Hằng (trực tuyến)": the way in stands behind the name unless the person came. */
export function nameWithChannel(name: string, channel: SlipChannel): string {
  return channel === 'direct' ? plain(name) : `${plain(name)} (${channelLabels[channel].toLowerCase()})`;
}

/** A paragraph of running text. */
export function paragraph(sheet: Sheet, text: ContentText['text']): ContentText {
  return { text, alignment: 'justify', margin: around(sheet.mm(1), 0) };
}

/** A longer answer below its label, or dotted lines for the pen. */
export function answer(sheet: Sheet, label: string, value: string | null, blankLines = 2): Content {
  const text = plain(value);
  if (text !== '') {
    return { text: [`${label}: `, { text }], alignment: 'justify', margin: around(sheet.mm(1)) };
  }
  const line = dots(sheet.contentWidth / sheet.type(10) - 0.6);
  return {
    stack: [labelled(sheet, label, null), ...Array<string>(blankLines - 1).fill(line)],
    margin: around(sheet.mm(1)),
  };
}
