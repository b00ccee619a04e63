import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shapeOfPdf } from '../../electron/printing/page-sizes.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { picturesOfPages, textOfPages } from './poppler.ts';
import { acknowledgementSample, fontsFolder, trackingSample, workerFile } from './sample-slip.ts';

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

describe('tracking slip', () => {
  it('names the case and the due date, never the person', async () => {
    const text = textOfPages(await renderer.render(trackingSample)).join(' ');
    const { applicant } = acknowledgementSample;
    for (const secret of [applicant.name, applicant.idNumber, applicant.address, applicant.phone]) {
      expect(text).not.toContain(secret);
    }
    for (const shown of ['250424-0008-31', 'Thứ Hai', 'ngày 28 tháng 4 năm 2025', '0900 000 100', '11:30']) {
      expect(text).toContain(shown);
    }
  });

  it.each(['Cấp bản sao', 'Đăng ký biến động quyền sử dụng đất '.repeat(6)])(
    'is as long as what it says: %s',
    async (name) => {
      const pdf = await renderer.render({
        ...trackingSample,
        request: name,
      });
      const shape = shapeOfPdf(pdf);
      expect(shape).toMatchObject({ pages: 1, widthMicrons: 80_000 });
      const ink = inkOf(picturesOfPages(pdf, dotsPerInch)[0]);
      const lengthMm = shape.heightMicrons / 1000;
      expect(lengthMm - ink.bottomMm).toBeGreaterThan(5);
      expect(lengthMm - ink.bottomMm).toBeLessThan(9);
      // The head reaches 72 of the 80 millimetres.
      expect(ink.leftMm).toBeGreaterThan(3.8);
      expect(ink.rightMm).toBeLessThan(76.2);
    },
  );
});

const dotsPerInch = 100;

function inkOf(picture: { width: number; data: Buffer } | undefined) {
  if (picture === undefined) throw new Error('No page');
  const { width, data } = picture;
  let [left, right, bottom] = [width, 0, 0];
  for (let index = 0; index * 4 < data.length; index++) {
    if ((data[index * 4] ?? 255) >= 128) continue;
    left = Math.min(left, index % width);
    right = Math.max(right, (index % width) + 1);
    bottom = Math.floor(index / width) + 1;
  }
  const millimetres = (dots: number) => (dots / dotsPerInch) * 25.4;
  return { leftMm: millimetres(left), rightMm: millimetres(right), bottomMm: millimetres(bottom) };
}
