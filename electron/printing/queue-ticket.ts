import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatDay, formatHour } from '../../shared/format.ts';
import { rollDocument, rollRule } from './roll.ts';
import { around, balanced, plain } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { capitals } from './wording.ts';

/** A queue ticket on the 80 mm roll: the number at arm's length, never a name. */
export function queueTicket(data: SlipDataOf<'queueTicket'>): TDocumentDefinitions {
  const { office, number, group, priority, takenAt, before, formText } = data;
  const optional = (text: string, fontSize: number): Content[] =>
    text === '' ? [] : [{ text, fontSize, bold: true, margin: around(2) }];
  return rollDocument(data, (sheet) => [
    {
      text: balanced(capitals(office.oneStopUnit), sheet.contentWidth / 10.5, true),
      fontSize: 10.5,
      bold: true,
    },
    { text: capitals(formText.title), fontSize: 14, margin: around(8) },
    { text: String(number), fontSize: 76, bold: true, lineHeight: 0.95 },
    ...optional(plain(group), 15),
    ...optional(priority === '' ? '' : `Ưu tiên: ${plain(priority)}`, 13),
    rollRule(sheet),
    { text: `Lấy số lúc ${formatHour(takenAt)}, ${formatDay(takenAt)}`, fontSize: 11 },
    { text: beforeWords(before), fontSize: 13, bold: true, margin: around(2) },
    ...formText.notes.map((note) => ({
      text: balanced(plain(note), sheet.contentWidth / 10),
      fontSize: 10,
      margin: around(5),
    })),
  ]);
}

function beforeWords(before: number): string {
  return before === 0 ? 'Không có ai chờ trước' : `Có ${before} người chờ trước`;
}
