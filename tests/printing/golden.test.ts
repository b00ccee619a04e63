import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { formNames } from '../../shared/domain/forms.ts';
import { picturesOfPages } from './poppler.ts';
import { oneCopyOf, sampleOf } from './sample-forms.ts';
import {
  acknowledgementSample,
  controlSample,
  copyLabels,
  fontsFolder,
  trackingSample,
  transferSamples,
  weekdayTrace,
  workerFile,
} from './sample-slip.ts';

/**
 * Slips as they were last looked at by a person. After a wanted change: MOT_CUA_UPDATE_GOLDEN=1, then look at the
 * new pictures in tests/golden before they are committed.
 */
const goldenFolder = new URL('../golden/', import.meta.url);
const resultFolder = new URL('../../test-results/golden/', import.meta.url);
const isUpdate = process.env.MOT_CUA_UPDATE_GOLDEN === '1';
/** Another version of poppler smooths edges differently; a line of text lost is more than this. */
const mostDifference = 0.0025;

const forSubmitter: typeof acknowledgementSample = {
  ...acknowledgementSample,
  copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
};
const { codes } = forSubmitter;
const longName = 'Nguyễn Thị Phương Thảo Nguyên '.repeat(7).trim();
const dwelling = 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất';

const slips: Record<string, SlipData> = {
  'acknowledgement-a5': forSubmitter,
  'acknowledgement-a4': { ...forSubmitter, paper: 'A4' },
  'acknowledgement-certified-copies': {
    ...forSubmitter,
    office: { ...forSubmitter.office, isSample: false },
    reprint: 1,
    codes: codes && { ...codes, version: 2 },
    papers: {
      kind: 'certifiedCopies',
      rows: [
        { name: dwelling, pages: 4, copies: 3, electronic: true },
        { name: 'Bằng tốt nghiệp', pages: 1, copies: 2, electronic: false, note: 'bản dịch' },
      ],
    },
  },
  'acknowledgement-blank': {
    ...forSubmitter,
    applicant: { name: '', idNumber: null, address: null, phone: null, email: null },
    clerkName: null,
    papers: { kind: 'components', rows: [] },
    codes: codes && { ...codes, volume: null, serial: null },
    due: { ...forSubmitter.due, at: null, trace: [] },
    limitText: null,
    returnPlace: null,
    feeText: '',
  },
  'acknowledgement-long': {
    ...forSubmitter,
    applicant: { ...forSubmitter.applicant, name: longName, address: `${longName}, ${longName}` },
    submitter: forSubmitter.applicant,
    papers: {
      kind: 'components',
      rows: [1, 2, 3].map((originals) => ({
        name: dwelling,
        originals,
        certifiedCopies: 0,
        photocopies: 1,
      })),
    },
    due: { ...forSubmitter.due, trace: weekdayTrace('2025-05-05', 30), provisionalYear: 2027 },
  },
  'control-slip-a4': controlSample,
  'control-slip-a5': { ...controlSample, paper: 'A5' },
  'tracking-slip': trackingSample,
  'acknowledgement-transfer-a5': transferSamples.acknowledgement,
  'acknowledgement-transfer-a4': { ...transferSamples.acknowledgement, paper: 'A4' },
  'tracking-slip-transfer': transferSamples.trackingSlip,
  'fee-note-roll': { ...oneCopyOf(sampleOf('feeNote')), paper: 'roll80' } as SlipData,
  'fee-note-cancelled': cancelledNote(),
};

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

/** Those that stand above are looked at more closely. */
const otherForms = formNames.filter(
  (form) => !['acknowledgement', 'controlSlip', 'trackingSlip'].includes(form),
);

it.each(Object.entries(slips))('%s looks as it did', async (name, data) => {
  compare(name, picturesOfPages(await renderer.render(data), 80));
});

it.each(otherForms)('%s looks as it did', async (form) => {
  const name = form.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  compare(name, picturesOfPages(await renderer.render(oneCopyOf(sampleOf(form))), 60));
});

/** Nothing was noted of a receipt, a part went back, then the note was voided. */
function cancelledNote(): SlipData {
  const data = oneCopyOf(sampleOf('feeNote'));
  if (data.form !== 'feeNote') throw new Error('Not a fee note');
  return {
    ...data,
    receipt: null,
    reference: null,
    refunds: [{ at: '2025-04-24T10:05', amountVnd: 4_000, reason: 'Tính thừa 8 trang sao chụp' }],
    cancelled: { at: '2025-04-24T10:40', reason: 'Ghi nhầm người nộp tiền' },
  };
}

function compare(name: string, pages: readonly PNG[]): void {
  for (const [index, picture] of pages.entries()) {
    const fileName = `${name}${pages.length > 1 ? `-${index + 1}` : ''}.png`;
    const golden = new URL(fileName, goldenFolder);
    if (isUpdate) {
      save(golden, picture);
      continue;
    }
    expect(existsSync(golden), `${fileName} is not stored yet`).toBe(true);
    const stored = PNG.sync.read(readFileSync(golden));
    expect([picture.width, picture.height]).toEqual([stored.width, stored.height]);
    const { width, height } = stored;
    const difference = new PNG({ width, height });
    const dots = pixelmatch(stored.data, picture.data, difference.data, width, height, { threshold: 0.3 });
    if (dots > mostDifference * width * height) {
      mkdirSync(resultFolder, { recursive: true });
      save(new URL(fileName, resultFolder), picture);
      save(new URL(`difference-${fileName}`, resultFolder), difference);
    }
    expect(dots / (width * height), `${fileName}: see test-results/golden`).toBeLessThanOrEqual(
      mostDifference,
    );
  }
}

function save(file: URL, picture: PNG): void {
  // Sixteen greys are enough to see by and halve the file.
  for (let index = 0; index < picture.data.length; index++) {
    picture.data[index] = Math.round((picture.data[index] ?? 0) / 17) * 17;
  }
  writeFileSync(file, PNG.sync.write(picture, { colorType: 0, deflateLevel: 9 }));
}
