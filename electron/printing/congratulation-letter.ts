import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { letterCard } from './letter-card.ts';
import type { Fit } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';

/** "Thư chúc mừng" with a birth or a marriage. */
export function congratulationLetter(
  data: SlipDataOf<'congratulationLetter'>,
  fit: Fit = 'usual',
): TDocumentDefinitions {
  return letterCard(data, 'double', fit);
}
