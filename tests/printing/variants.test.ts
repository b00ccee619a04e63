import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlipData } from '../../electron/printing/slip-data.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { listedDueSentence } from '../../electron/printing/wording.ts';
import { textOfPages } from './poppler.ts';
import { oneCopyOf, sampleOf } from './sample-forms.ts';
import { acknowledgementSample, copyLabels, fontsFolder, workerFile } from './sample-slip.ts';

/** What a form prints in some cases only. */

let renderer: SlipRenderer;
beforeAll(() => {
  renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
});
afterAll(() => renderer.close());

const textOf = async (data: SlipData) => textOfPages(await renderer.render(data));
const slip: typeof acknowledgementSample = {
  ...acknowledgementSample,
  copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
};

describe.each(['A5', 'A4'] as const)('acknowledgement on %s', (paper) => {
  it('is stamped on a no-appointment day', async () => {
    const [page] = await textOf({
      ...slip,
      paper,
      stamp: ['Ngày không hẹn', 'Trả trong ngày'],
      due: { ...slip.due, at: '2025-04-24T17:00', lawfulAt: '2025-04-28T09:15', trace: [] },
    });
    expect(page).toContain('NGÀY KHÔNG HẸN TRẢ TRONG NGÀY');
    expect(page).toContain('Thời hạn theo quy định: 09 giờ 15 phút, Thứ Hai, ngày 28 tháng 4 năm 2025.');
  });

  it('gives the own date beside the total one', async () => {
    const pages = await textOf({ ...slip, paper, due: { ...slip.due, ownAt: '2025-04-25T09:15' } });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(
      'phần việc tại cơ quan tiếp nhận: đến 09 giờ 15 phút, Thứ Sáu, ngày 25 tháng 4 năm 2025.',
    );
  });

  it('has lines for a second stage, for the pen', async () => {
    const [page] = await textOf({ ...slip, paper, hasStageLines: true });
    expect(page).toMatch(/Thời gian nhận hồ sơ \(giai đoạn 2 nếu có\): …{3,}/);
    expect(page).toMatch(/Thời gian trả kết quả \(giai đoạn 2 nếu có\): Sau …{3,}/);
  });

  it('counts many dossiers and refers to their list', async () => {
    const [page] = await textOf({ ...slip, paper, bulk: 25 });
    expect(page).toContain('2. Số lượng hồ sơ: 25 (kèm theo danh sách)');
    expect(page).toContain(listedDueSentence);
    expect(page).not.toContain('Thứ Hai');
  });

  it('says title and notes in a second language', async () => {
    const { formText } = slip;
    const second = { secondTitle: 'Receipt of dossier', notes: [...formText.notes, 'Bring this receipt.'] };
    const pages = await textOf({ ...slip, paper, formText: { ...formText, ...second } });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Receipt of dossier');
    expect(pages[0]).toContain('bưu chính. Bring this receipt. Dữ liệu cá nhân được dùng');
  });
});

it('tells how data is used on the acknowledgement, and never at the price of a page', async () => {
  const { papers } = slip;
  if (papers.kind !== 'components') throw new Error('Other papers than the usual ones');
  const seen = { told: 0, dropped: 0 };
  const dataNotice = `${slip.formText.dataNotice} `.repeat(4);
  for (const count of [3, 7, 11, 15]) {
    const rows = Array.from({ length: count }, () => papers.rows.slice(0, 1)).flat();
    const data: SlipData = {
      ...slip,
      papers: { ...papers, rows },
      formText: { ...slip.formText, dataNotice },
    };
    const pages = await textOf(data);
    const without = await textOf({ ...data, formText: { ...slip.formText, dataNotice: undefined } });
    expect([count, pages.length]).toEqual([count, without.length]);
    const isTold = pages.at(-1)?.includes('Điều 19 Luật 91/2025/') ?? false;
    seen[isTold ? 'told' : 'dropped'] += 1;
  }
  // Both happen in this stretch: else nothing was tried.
  expect([seen.told > 0, seen.dropped > 0]).toEqual([true, true]);
});

describe('other forms', () => {
  it('sends a result by post with its number, and asks no signature of who is not there', async () => {
    const data = oneCopyOf(sampleOf('returnReceipt'));
    if (data.form !== 'returnReceipt') throw new Error('Not the receipt');
    const [page] = await textOf({ ...data, postal: { trackingNo: 'EI123456789VN', address: 'Bản Hua Ít' } });
    expect(page).toContain('Số hiệu bưu gửi: EI123456789VN');
    expect(page).not.toContain('NGƯỜI NHẬN KẾT QUẢ');
  });

  it('says of what came online when it came, and lets the receiver alone sign', async () => {
    const data = oneCopyOf(sampleOf('rejectionSlip'));
    if (data.form !== 'rejectionSlip') throw new Error('Not the rejection');
    const [page] = await textOf({ ...data, channel: 'online' });
    expect(page).toContain('Lường Thị Thu Hằng (trực tuyến)');
    expect(page).toContain('Thời gian nộp: 09 giờ 15 phút, ngày 24 tháng 4 năm 2025');
    expect(page).not.toContain('NGƯỜI NỘP HỒ SƠ');
  });

  it('leaves the lines of what has not happened for the pen', async () => {
    const apology = oneCopyOf(sampleOf('apologyLetter'));
    if (apology.form !== 'apologyLetter') throw new Error('Not the apology');
    const pages = await textOf({ ...apology, reason: null, newDueAt: null, returnPlace: null });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/Lý do: …{3,}/);
    expect(pages[0]).toMatch(/hẹn trả kết quả lại: …{3,} ?, tại …{3,}/);
  });

  it('heads a paper by the counter when nobody signs for the agency', async () => {
    const notice = oneCopyOf(sampleOf('stopNotice'));
    if (notice.form !== 'stopNotice') throw new Error('Not the notice');
    const signer = { authority: '', title: 'Giám đốc Trung tâm', name: 'Cầm Văn Tuấn' };
    const [page] = await textOf({ ...notice, signer });
    expect(page).toContain('UBND THỊ TRẤN ÍT ONG BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ');
    expect(page).toContain('GIÁM ĐỐC TRUNG TÂM Cầm Văn Tuấn');
  });
});
