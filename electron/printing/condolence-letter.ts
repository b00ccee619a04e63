import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterCard } from './letter-card.ts';
import type { Fit } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';

/** "Thư chia buồn" with a death certificate. */
export function condolenceLetter(
  data: SlipDataOf<'condolenceLetter'>,
  fit: Fit = 'usual',
): TDocumentDefinitions {
  return letterCard(data, 'mourning', fit);
}
