import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shapeOfPdf } from '../../electron/printing/page-sizes.ts';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import type { SlipPapers } from '../../electron/printing/slip-parts.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { movedSentence, noDueSentence } from '../../electron/printing/wording.ts';
import { textOfPages } from './poppler.ts';
import {
  acknowledgementSample,
  controlSample,
  copyLabels,
  fontsFolder,
  trackingSample,
  weekdayTrace,
  workerFile,
} from './sample-slip.ts';
import { vietnameseLetters } from './vietnamese-letters.ts';

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

const pagesOf = async (data: SlipData) => textOfPages(await renderer.render(data));
type Acknowledgement = typeof acknowledgementSample;
const oneCopy = (data: Acknowledgement): Acknowledgement => ({
  ...data,
  copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
});
const withDue = (data: Acknowledgement, change: Partial<Acknowledgement['due']>): Acknowledgement => ({
  ...data,
  due: { ...data.due, ...change },
});
const papers = (count: number): SlipPapers => ({
  kind: 'components',
  rows: Array.from({ length: count }, (_, index) => ({
    name: `Giấy tờ thứ ${index + 1}/${count}`,
    originals: 1,
    certifiedCopies: 0,
    photocopies: 2,
  })),
});

describe('text of a slip', () => {
  it('gives back every Vietnamese letter in regular, bold and italic, NFC', async () => {
    const letters = vietnameseLetters();
    expect(letters).toHaveLength(186);
    const line = letters.join('');
    const words = line.match(/.{1,12}/gu)?.join(' ') ?? '';
    const data: Acknowledgement = {
      ...oneCopy(acknowledgementSample),
      applicant: { ...acknowledgementSample.applicant, name: `ĐẬM ${words}`.normalize('NFD') },
      submitter: { ...acknowledgementSample.applicant, name: 'Lò Văn Nam' },
      request: `THƯỜNG ${words}`.normalize('NFD'),
      papers: {
        kind: 'components',
        rows: [{ name: 'Giấy', originals: 1, certifiedCopies: 0, photocopies: 0, note: `NGHIÊNG ${words}` }],
      },
    };
    // Twice: what the first slip leaves behind must not change the second.
    for (const pages of [await pagesOf(data), await pagesOf(data)]) {
      const text = pages.join(' ');
      for (const face of ['ĐẬM', 'THƯỜNG', 'NGHIÊNG']) expect(text).toContain(`${face} ${words}`);
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  it('holds a name of 200 letters whole', async () => {
    const name = `Nguyễn ${'Phương Thảo Nguyên '.repeat(12)}`.slice(0, 200).trim();
    const data = { ...oneCopy(acknowledgementSample), clerkName: name };
    const text = (await pagesOf({ ...data, applicant: { ...data.applicant, name } })).join(' ');
    expect(text).toContain(`Tiếp nhận hồ sơ của: ${name}`);
    expect(text.split(name)).toHaveLength(5);
  });

  it('prints what a person typed as text, whatever it looks like', async () => {
    const name = 'data:image/png;base64,AAAA {"image":"/etc/passwd"} <svg> %PDF';
    const data = { ...oneCopy(acknowledgementSample), clerkName: '/etc/passwd' };
    const [page] = await pagesOf({ ...data, applicant: { ...data.applicant, name } });
    expect(page).toContain(name);
    expect(page).toContain('/etc/passwd');
  });

  it('leaves dots for the pen where a datum is missing', async () => {
    const { codes } = acknowledgementSample;
    const data = {
      ...oneCopy(acknowledgementSample),
      codes: codes && { ...codes, volume: null, serial: null },
      returnPlace: null,
    };
    const [page] = await pagesOf({
      ...data,
      applicant: { ...data.applicant, address: null, idNumber: '' },
    });
    for (const label of ['Địa chỉ', 'Số CMND/Thẻ căn cước/Hộ chiếu', 'Email', 'Quyển số']) {
      expect(page).toMatch(new RegExp(`${label}: …{3,}`));
    }
  });
});

describe('acknowledgement', () => {
  it('fits one paper on one A5 page with the signatures', async () => {
    const pdf = await renderer.render({
      ...oneCopy(acknowledgementSample),
      papers: papers(1),
    });
    expect(shapeOfPdf(pdf)).toEqual({ pages: 1, widthMicrons: 148_000, heightMicrons: 210_000 });
    const [page] = textOfPages(pdf);
    for (const text of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: H52.09.01-250424-0008',
      '250424-0008-31',
      'Ít Ong, ngày 24 tháng 4 năm 2025',
      'Quyển số: 01, Số thứ tự: 1147',
      '2. Số lượng hồ sơ: 01 (bộ)',
      '3. Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 24 tháng 4 năm 2025',
      '09 giờ 15 phút, Thứ Hai, ngày 28 tháng 4 năm 2025',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('is an A4 page when asked', async () => {
    const pdf = await renderer.render({
      ...oneCopy(acknowledgementSample),
      paper: 'A4',
    });
    expect(shapeOfPdf(pdf)).toEqual({ pages: 1, widthMicrons: 210_000, heightMicrons: 297_000 });
  });

  it('prints two copies one after the other, each with its label', async () => {
    const pages = await pagesOf(acknowledgementSample);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain(`(${copyLabels.office})`);
    expect(pages[1]).toContain(`(${copyLabels.submitter})`);
  });

  it('numbers the pages of each copy and repeats the heading of forty papers', async () => {
    const pages = await pagesOf({ ...acknowledgementSample, papers: papers(40) });
    const perCopy = pages.length / 2;
    expect(perCopy).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Trang ${(index % perCopy) + 1}/${perCopy}`);
      expect(page).toContain('MẪU');
      expect(page.includes('Giấy tờ thứ')).toBe(page.includes('TT Thành phần hồ sơ'));
      if (page.includes('NGƯỜI TIẾP NHẬN HỒ SƠ')) expect(page).toContain('5. Thời gian trả kết quả');
    }
    const text = pages.slice(0, perCopy).join(' ');
    for (let paper = 1; paper <= 40; paper++) expect(text).toContain(`Giấy tờ thứ ${paper}/40`);
  });

  it('has the columns of a request for certified copies', async () => {
    const [page] = await pagesOf({
      ...oneCopy(acknowledgementSample),
      papers: {
        kind: 'certifiedCopies',
        rows: [{ name: 'Bằng tốt nghiệp', pages: 2, copies: 3, electronic: true }],
      },
    });
    expect(page).toContain('Số trang Số bản giấy Ký bản điện tử');
    expect(page).toContain('Bằng tốt nghiệp 2 3 X');
  });

  it('says so when there is no due date', async () => {
    const [page] = await pagesOf(withDue(oneCopy(acknowledgementSample), { at: null, trace: [] }));
    expect(page).toContain(noDueSentence);
    expect(page).not.toContain('Thứ Hai');
  });

  it('shows hour and day of a same-day case moved on, and warns of a provisional year', async () => {
    const [page] = await pagesOf(
      withDue(
        { ...oneCopy(acknowledgementSample), receivedAt: '2026-01-02T15:01' },
        { at: '2026-01-05T17:00', movedToNextDay: true, provisionalYear: 2026, trace: [] },
      ),
    );
    expect(page).toContain('15 giờ 01 phút, ngày 02 tháng 01 năm 2026');
    expect(page).toContain('17 giờ 00 phút, Thứ Hai, ngày 05 tháng 01 năm 2026');
    expect(page).toContain(movedSentence);
    expect(page).toContain('lịch nghỉ năm 2026 chưa được công bố chính thức');
  });

  it.each([10, 15, 30, 60, 90])('explains %i working days without losing the page', async (workingDays) => {
    const trace = weekdayTrace('2025-05-05', workingDays);
    const pages = await pagesOf(withDue(oneCopy(acknowledgementSample), { trace }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(new RegExp(`nhận .*\\b${workingDays}\\b`));
  });

  it('lets only the receiver sign what came online', async () => {
    const [page] = await pagesOf({ ...oneCopy(acknowledgementSample), channel: 'online' });
    expect(page).toContain('Lường Thị Thu Hằng (trực tuyến)');
    expect(page).not.toContain('NGƯỜI NỘP HỒ SƠ');
  });

  it('prints number and legal line only when they are given', async () => {
    const data = oneCopy(acknowledgementSample);
    const formText = {
      ...data.formText,
      formNumberLine: 'Mẫu số 01',
      legalLine: '(Ban hành kèm theo Thông tư)',
    };
    expect((await pagesOf({ ...data, formText }))[0]).toContain('Mẫu số 01 (Ban hành kèm theo Thông tư)');
    expect((await pagesOf(data))[0]).not.toContain('Mẫu số');
  });
});

describe('control slip', () => {
  it.each(['A4', 'A5'] as const)('has four blank blocks on one %s page', async (paper) => {
    const pages = await pagesOf({ ...controlSample, paper });
    expect(pages).toHaveLength(1);
    expect(pages[0]?.match(/1\. Giao: …/g)).toHaveLength(4);
    expect(pages[0]?.match(/Người nhận \(Ký\)/g)).toHaveLength(4);
  });

  it('fills the blocks that happened and adds pages when asked', async () => {
    const handovers = [
      {
        giver: 'Bộ phận Một cửa',
        taker: 'Công chức Tư pháp',
        at: '2025-04-24T10:00',
        result: 'Đúng hạn',
        note: 'Kèm bản gốc',
      },
    ];
    const pages = await pagesOf({ ...controlSample, handovers, blocks: 7 });
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('1. Giao: Bộ phận Một cửa 10 giờ 00 phút, ngày 24 tháng 4 năm 2025');
    expect(pages[0]).toContain('Đúng hạn');
    expect(pages.join(' ').match(/2\. Nhận: …/g)).toHaveLength(9);
  });
});

describe('every slip', () => {
  const slips: SlipData[] = [acknowledgementSample, controlSample, trackingSample];

  it.each(slips)('$form carries the reprint and sample marks, or not', async (data) => {
    const marked = await pagesOf({ ...data, reprint: 2, codes: data.codes && { ...data.codes, version: 3 } });
    for (const page of marked) {
      expect(page).toContain('IN LẠI lần 2');
      expect(page).toContain('MẪU');
      expect(page).toContain('Phiên bản 3');
    }
    const first = (await pagesOf({ ...data, office: { ...data.office, isSample: false } })).join(' ');
    expect(first).not.toContain('IN LẠI');
    expect(first).not.toContain('MẪU');
  });

  it.each(slips)('$form has the same bytes whenever and wherever it is made', async (data) => {
    const pdf = await renderer.render(data);
    await renderer.render({ ...acknowledgementSample, clerkName: 'Đỗ Ưu Ỷ' });
    expect(Buffer.from(await renderer.render(data)).equals(pdf)).toBe(true);
    const other = openSlipRenderer({ worker: workerFile, fontsFolder });
    try {
      expect(Buffer.from(await other.render(data)).equals(pdf)).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('is refused on a paper it is not made for, and with a code that is not digits', async () => {
    await expect(renderer.render({ ...trackingSample, paper: 'A4' })).rejects.toMatchObject({
      reason: 'failed',
    });
    await expect(
      renderer.render({
        ...acknowledgementSample,
        codes: acknowledgementSample.codes && { ...acknowledgementSample.codes, slipCode: 'H52-0008' },
      }),
    ).rejects.toThrow('digits and hyphens only');
  });
});
