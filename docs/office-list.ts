import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCheckScript } from '../build/check-page.ts';
import { connect } from '../electron/register/connection.ts';
import { findSigner } from '../electron/register/signing-keys.ts';
import { signSlip } from '../electron/signing/slip-signing.ts';
import { checkPage } from '../renderer/check-page/page.ts';
import type { SubjectWish } from '../shared/domain/subject-right-settings.ts';
import { officeOfTests } from '../tests/desk.ts';
import { passwordOfTests } from '../tests/sign-in.ts';
import { applicantOf, finish, type Office, type OfficePicture, receive, stickOf } from './picture-office.ts';

/** What the office has behind it before the first picture: an old year, closed; a shift; some copies. */
export async function liveInOffice(office: Office): Promise<void> {
  for (const visitor of [0, 1, 2]) await finish(office, await receive(office, visitor, 'cash'));
  await closeShift(office);
  office.setTime('2025-01-02T08:10');
  await office.clerk().books.close({ year: 2024 });
  await office.clerk().catalogue.save({
    ...{ code: '1.004873', effectiveFrom: '2025-01-02', feeVnd: 10_000 },
    timeLimit: { kind: 'workingDays', value: 3 },
    retention: { months: 12, source: 'Quyết định 12/QĐ-UBND ngày 02/01/2025' },
  });
  office.setTime('2025-04-23T16:40');
  await office.comeIn();
  await finish(office, await receive(office, 3, 'cash'));
  await receive(office, 4, 'cash');
  await closeShift(office);
  const { code } = await office.clerk().backups.choosePlace({ place: stickOf(office) });
  await office.clerk().backups.proveCode({ code: code ?? '' });
  await office.clerk().backups.write();
  office.setTime('2025-04-24T08:05');
  for (const visitor of [0, 1]) await receive(office, visitor, 'transfer');
  await office.clerk().backups.write();
  office.setTime('2025-04-24T09:15');
  for (const visitor of [2, 3, 4]) await receive(office, visitor, 'transfer');
}

async function closeShift(office: Office): Promise<void> {
  const { shift } = await office.clerk().shifts.current();
  if (shift === null) throw new Error('No money was taken');
  const { id: shiftId, moves, expectedVnd } = shift;
  const pieces = { 10000: expectedVnd / 10_000 - 1 };
  const counted = { shiftId, moves, expectedVnd, pieces, witnessId: 2, reason: 'Trả thừa tiền lẻ' };
  await office.clerk().shifts.close(counted);
}

/** In this order: each may write, and what it wrote is there for the next. */
export const officeShots: OfficePicture[] = [
  {
    name: 'khoa-man-hinh',
    part: 'form',
    of: async (office) => {
      await office.clerk().accounts.setPin({ password: passwordOfTests, pin: '739204' });
      const page = await office.open('/');
      await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
      await page.keyboard.press('Alt+k');
      await page.getByRole('dialog', { name: 'Màn hình đang khóa' }).waitFor();
      return page;
    },
  },
  {
    name: 'hai-nguoi',
    dialog: true,
    of: async (office) => {
      await office.clerk().session.unlock({ password: passwordOfTests });
      const page = await office.open('/cai-dat#nguoi');
      const person = page.getByRole('listitem').filter({ hasText: 'Lường Thị Pâng' });
      await person.getByRole('button', { name: 'Vai trò' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Lãnh đạo' }).check({ force: true });
      await dialog.getByLabel('Mật khẩu của người xác nhận').fill(passwordOfTests);
      return page;
    },
  },
  {
    name: 'mo-lai-ca',
    dialog: true,
    of: async (office) => {
      const page = await office.open('/chot-ca');
      await page.getByRole('table').last().getByRole('button').first().click();
      await page.getByRole('button', { name: 'Mở lại ca…' }).click();
      await page.getByLabel('Lý do').fill('Đếm sót một tờ 10.000');
      return page;
    },
  },
  {
    name: 'sua-trung',
    dialog: true,
    of: async (office) => {
      const id = await receive(office, 0, 'transfer');
      const page = await office.open(`/ho-so/${id}/sua`);
      await page.getByLabel('Họ và tên', { exact: true }).fill('Lường Thị Thu Hà');
      await page.getByLabel('Lý do sửa').fill('Gõ nhầm tên');
      const { state } = await office.officer().cases.get({ id });
      await office.officer().cases.correct({
        ...{ id, version: state.version, reason: 'Theo căn cước' },
        changes: { applicant: { ...applicantOf(0), name: 'Lường Thị Thu Hoài', phone: '0912345678' } },
      });
      await page.getByText('Quàng Văn Hùng vừa sửa hồ sơ này').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').getByRole('radio', { name: 'Của tôi' }).first().check({ force: true });
      return page;
    },
  },
  {
    name: 'yeu-cau-du-lieu',
    of: async (office) => {
      await ask(office, 1, 'view', 'Xin một bản những gì quầy đang giữ về tôi');
      await ask(office, 2, 'restrict', 'Không dùng số điện thoại của tôi để mời tham gia');
      const id = await ask(office, 3, 'correct', 'Địa chỉ đã chuyển sang Tiểu khu 7');
      const act = { kind: 'acknowledge', note: 'Đưa giấy báo nhận tại quầy' } as const;
      await office.clerk().subjects.act({ id, version: 1, act });
      return office.open(`/du-lieu-ca-nhan/${id}`);
    },
  },
  {
    name: 'xoa-du-lieu',
    dialog: true,
    of: async (office) => {
      const id = await ask(office, 0, 'delete', 'Việc đã xong, xin xóa dữ liệu của tôi');
      await office.clerk().subjects.act({ id, version: 1, act: { kind: 'acknowledge' } });
      const page = await office.open(`/du-lieu-ca-nhan/${id}`);
      await page.getByRole('button', { name: 'Xóa dữ liệu' }).first().click();
      await page.getByRole('dialog').getByRole('heading', { name: 'Còn lại' }).waitFor();
      return page;
    },
  },
  {
    name: 'het-han-luu',
    of: (office) => office.open('/du-lieu-ca-nhan/het-han'),
  },
  {
    name: 'su-co',
    of: async (office) => {
      const unknown = { people: null, harm: '', measures: '', notifiedAt: null, notifiedTo: '' };
      const stick = {
        ...{ foundAt: '2025-04-23T17:20', people: 40, data: 'họ tên, số định danh, địa chỉ' },
        what: 'Mất một USB có tệp Excel danh sách hồ sơ xuất ngày 21/4. Tệp không đặt mật khẩu.',
        harm: 'Người khác biết ai làm thủ tục gì',
        measures: 'Tìm trong phòng, hỏi lại người đã dùng; thôi chép danh sách ra USB',
      };
      const screen = {
        ...{ foundAt: '2025-03-10T10:05', notifiedAt: '2025-03-11T09:00', notifiedTo: 'Công an tỉnh' },
        what: 'Màn hình quầy quay ra phía người chờ trong một buổi sáng.',
        ...{ data: 'họ tên', people: 12, measures: 'Xoay lại màn hình, dán kính lọc' },
      };
      for (const breach of [screen, stick])
        await office.clerk().breaches.save({ breach: { ...unknown, ...breach }, known: null });
      return office.open('/du-lieu-ca-nhan/su-co');
    },
  },
  {
    name: 'kiem-tra-phieu',
    of: async (office) => {
      const page = await office.open('/kiem-tra-phieu');
      await page.getByLabel('Nội dung mã QR').fill(await oldSlip(office));
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'Trong sổ hôm nay' }).waitFor();
      return page;
    },
  },
  {
    name: 'trang-kiem-tra',
    of: async (office) => {
      const file = join(office.folder, '..', 'kiem-tra-phieu.html');
      const keys = await office.clerk().signing.keyFile();
      writeFileSync(file, await checkPage(await buildCheckScript(), keys, '2025-04-24'));
      const page = await office.open(pathToFileURL(file).href);
      await page.getByLabel('Nội dung mã QR').fill(await oldSlip(office));
      await page.keyboard.press('Enter');
      return page;
    },
  },
];

/** Somebody asks something of the data about himself. */
async function ask(office: Office, visitor: number, wish: SubjectWish, words: string): Promise<number> {
  const { state } = await office.clerk().cases.get({ id: visitor + 1 });
  const { id } = await office.clerk().subjects.receive({
    ...{ formKey: randomUUID(), citizenId: state.citizenId ?? 0, wish, words },
    asker: { capacity: 'self' },
  });
  return id;
}

/** What the QR of a slip says whose appointment was another. */
async function oldSlip(office: Office): Promise<string> {
  const db = connect(join(office.folder, 'register.db'), 'read');
  const signer = findSigner(db, officeOfTests.agencyCode);
  db.close();
  if (signer === undefined) throw new Error('The office signs nothing');
  const { state } = await office.clerk().cases.get({ id: 5 });
  return signSlip(signer, { slipCode: state.slipCode, dueAt: '2025-04-25T16:40' });
}
