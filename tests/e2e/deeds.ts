import { expect } from '@playwright/test';
import type { Hand, Visitor } from './hand.ts';

/** What a clerk does beside the acts on an open case, by the keyboard alone. */

/** Receives a visitor's dossier; answers its case code. */
export async function receive(hand: Hand, visitor: Visitor): Promise<string> {
  await hand.fillIntake(visitor);
  await hand.press('Control+Enter');
  return hand.takenDown();
}

/** Refused at the intake: in the book, without a date. */
export async function refuseAtIntake(hand: Hand, visitor: Visitor): Promise<string> {
  await hand.fillIntake(visitor);
  await hand.chooseOutcome('Từ chối tiếp nhận');
  await hand.fill('Lý do', 'Không thuộc thẩm quyền');
  await hand.press('Control+Enter');
  return hand.takenDown();
}

/** Sent home for what is missing, with the sheet that says what is wanted. */
export async function sendForPapers(hand: Hand, visitor: Visitor): Promise<string> {
  await hand.fillIntake(visitor);
  await hand.chooseOutcome('Chưa đủ, hướng dẫn bổ sung');
  const papers = hand.dialog.getByRole('list').getByRole('checkbox');
  await hand.reach(papers.first());
  if (!(await papers.first().isChecked())) await hand.press('Space');
  await hand.fill('Lý do', 'Thiếu giấy tờ theo thành phần hồ sơ');
  await hand.tick('Phiếu hướng dẫn hồ sơ');
  await hand.press('Control+Enter');
  return hand.takenDown();
}

/** Filed online: in the book, and waits to be accepted. */
export async function registerOnline(hand: Hand, visitor: Visitor): Promise<string> {
  await hand.fillIntake(visitor);
  await hand.choose('Kênh nộp', 'Trực tuyến');
  await hand.chooseOutcome('Đăng ký, chờ tiếp nhận');
  return hand.takenDown(false);
}

/** One giver, several dossiers, one list; answers the case codes. */
export async function receiveList(
  hand: Hand,
  giver: string,
  visitors: readonly Visitor[],
): Promise<string[]> {
  const { page } = hand;
  await hand.press('F2');
  await hand.push(page.getByRole('link', { name: 'Theo danh sách' }));
  await expect(page.getByLabel('Người hoặc đơn vị giao')).toBeFocused();
  await hand.type(giver);
  await hand.reach(page.getByLabel('Tìm thủ tục'));
  await hand.type(visitors[0]?.procedure ?? '');
  await hand.press('Enter');
  for (const [row, { name, idNumber, birth, phone, address }] of visitors.entries()) {
    await hand.reach(page.getByLabel(`Họ và tên, dòng ${row + 1}`));
    for (const text of [name, idNumber, birth, phone, address]) {
      await hand.type(text);
      await hand.press('Enter');
    }
  }
  await hand.press('Control+Enter');
  await hand.putPapersAway();
  const rows = page.getByRole('main').getByRole('link', { name: /^H52/ });
  await expect(rows).toHaveCount(visitors.length);
  return rows.allTextContents();
}

/** The open case entered once more, for another procedure; answers the new code. */
export async function copyCase(hand: Hand, procedure: string): Promise<string> {
  const { page } = hand;
  await hand.push(page.getByRole('link', { name: 'Sao chép hồ sơ' }));
  await expect(page.getByRole('heading', { name: 'Tiếp nhận', exact: true })).toBeVisible();
  await typeProcedure(hand, procedure);
  await hand.press('Control+Enter');
  return hand.takenDown();
}

/** The name in the open case put right. */
export async function correctName(hand: Hand, name: string): Promise<void> {
  await openCorrection(hand);
  await hand.replace(name);
  await saveCorrection(hand, 'Gõ nhầm tên');
}

/** The open case was taken down under a wrong procedure; its date moves. */
export async function correctProcedure(hand: Hand, procedure: string): Promise<void> {
  await openCorrection(hand);
  await typeProcedure(hand, procedure);
  await expect(hand.page.getByRole('region', { name: 'Ngày hẹn' })).toContainText('Sau khi sửa');
  await saveCorrection(hand, 'Chọn nhầm thủ tục');
}

async function openCorrection(hand: Hand): Promise<void> {
  await hand.push(hand.page.getByRole('link', { name: 'Sửa', exact: true }));
  await expect(hand.page.getByLabel('Họ và tên', { exact: true })).toBeFocused();
}

/** Over the procedure that stands there. */
async function typeProcedure(hand: Hand, procedure: string): Promise<void> {
  const { page } = hand;
  await hand.reach(page.locator('button[data-enter="next"]').filter({ hasText: /\d\.\d{6}/ }));
  await hand.type(procedure);
  await hand.press('Enter');
  await expect(page.getByRole('button', { name: procedure })).toBeVisible();
}

async function saveCorrection(hand: Hand, reason: string): Promise<void> {
  await hand.fill('Lý do sửa', reason);
  await hand.press('Control+Enter');
  await hand.putPapersAway();
  await expect(hand.page.getByRole('region', { name: /Diễn biến/ })).toContainText(reason);
}

/** The code that the national system gave the open case. */
export async function attachCode(hand: Hand, nationalCode: string): Promise<void> {
  const { page } = hand;
  await hand.push(page.getByRole('link', { name: 'Chép lên hệ thống quốc gia' }));
  await hand.fill('Mã hồ sơ quốc gia', nationalCode);
  const attached = page.waitForResponse((response) => response.url().includes('national.attachCode'));
  await hand.press('Enter');
  expect((await attached).ok()).toBe(true);
}

/** A holiday added in the calendar, its cases moved and their new slips printed. */
export async function addHoliday(hand: Hand, month: number, day: number, name: string): Promise<void> {
  const { page } = hand;
  await hand.press('Alt+9');
  const days = page.getByRole('table', { name: `Tháng ${month}`, exact: true });
  await hand.reach(page.getByRole('button', { name: /, hôm nay$/ }));
  await hand.reach(days.getByRole('button', { name: String(day), exact: true }), 'ArrowRight');
  await hand.press('Enter');
  await expect(page.getByLabel('Ngày này là')).toBeFocused();
  await hand.press('ArrowDown');
  await hand.fill('Tên ngày nghỉ', name);
  await hand.push(page.getByRole('button', { name: 'Thêm vào danh sách đổi' }));
  await expect(page.getByText(/\d+ hồ sơ đổi ngày hẹn/)).toBeVisible();
  await hand.push(page.getByRole('button', { name: 'Xem danh sách' }));
  await expect(hand.dialog.getByRole('heading', { name: /hồ sơ đổi ngày hẹn$/ })).toBeVisible();
  await hand.press('Control+Enter');
  await hand.putPapersAway();
  await expect(page.getByText(/giấy hẹn mới vào danh sách in/)).toBeVisible();
}
