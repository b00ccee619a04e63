import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reports } from '../../shared/domain/reports/index.ts';
import { figureSheet } from '../../shared/report-sheet.ts';
import { textOfPages } from '../../tests/printing/poppler.ts';
import { blankSlip } from './blank-slip.ts';
import { openBookPress } from './register-book-press.ts';

const office = { parentAgency: 'UBND phường Chiềng Lề', name: 'Bộ phận Một cửa', place: 'Chiềng Lề' };

/** Biểu 06 of a year with so many fields, taken out by the leader. */
function officialSheet(fields: number) {
  const report = reports.official;
  const figures = report.columns.map((_, index) => 1000 + index);
  const rows = Array.from({ length: fields }, (_, index) => ({
    key: `${index}`,
    label: `Lĩnh vực ${index + 1}`,
    isGroup: false,
    scope: {},
    figures,
  }));
  const view = { kind: 'figures' as const, rows, total: figures, noDeadline: 3, checks: [], shares: [] };
  const period = { from: '2024-01-01', to: '2024-12-31' };
  const context = { period, office, now: '2025-04-24T09:15', maker: '', chief: 'Cầm Văn Tuấn' };
  return figureSheet(report, 'field', view, context);
}

test('signatures stand with the total they sign, on the same page where it has room', async () => {
  const press = openBookPress({
    worker: new URL('render-worker.ts', import.meta.url),
    fontsFolder: fileURLToPath(new URL('../../resources/fonts', import.meta.url)),
  });
  try {
    for (const fields of [7, 9, 11]) {
      const paper = { sheet: officialSheet(fields), office: blankSlip.office, printedAt: '2025-04-24T09:15' };
      const pages = textOfPages(await press.report(paper));
      if (fields <= 7) expect(pages).toHaveLength(1);
      expect(pages.at(-1), `${fields} fields`).toMatch(/Tổng số 1\.000.*THỦ TRƯỞNG ĐƠN VỊ.*Cầm Văn Tuấn/);
    }
  } finally {
    await press.close();
  }
});
