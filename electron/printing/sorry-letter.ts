import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterCard } from './letter-card.ts';
import type { Fit } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';

/** "Thư xin lỗi" with a result that comes late. Form 04 is another paper: it is numbered and moves the date. */
export function sorryLetter(data: SlipDataOf<'sorryLetter'>, fit: Fit = 'usual'): TDocumentDefinitions {
  return letterCard(data, 'none', fit);
}
