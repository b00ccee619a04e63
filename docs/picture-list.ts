import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Counter } from '../electron/counter.ts';
import type { Act, CaseState } from '../shared/domain/case-flow.ts';
import type { CaseAct, CasePage } from '../shared/views.ts';
import type { Frame } from './camera.ts';

const door = { kind: 'loopback', device: 'window' } as const;

/** One picture of the manual: a screen, and what is done there first. */
export interface Picture extends Frame {
  /** The screen; or how to find it among the cases of the sample. */
  at: string | ((counter: Counter) => Promise<string>);
  /** What a clerk would press before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

/** Nothing here writes into the register: each picture sees the sample as it was made. */
export const shots: Picture[] = [
  { name: 'ban-lam-viec', at: '/', dark: true },
  { name: 'tiep-nhan', at: '/tiep-nhan', before: fillIntake, dark: true },
  {
    name: 'chua-nhan-duoc',
    at: '/tiep-nhan',
    before: async (page) => {
      // The draft of the picture before.
      await page.keyboard.press('Escape');
      await page.waitForTimeout(1000);
      await page.reload();
      await fillIntake(page);
      await page.getByRole('button', { name: 'Chưa đủ, hướng dẫn bổ sung' }).click();
    },
  },
  { name: 'danh-sach', at: '/ho-so', dark: true },
  { name: 'ho-so', at: liveliestCase, dark: true },
  {
    name: 'viec-khac',
    at: caseThatMay('extend'),
    before: async (page) => {
      await page.getByRole('button', { name: 'Việc khác' }).click();
    },
  },
  {
    name: 'bo-sung',
    at: caseThatMay('askSupplement'),
    dialog: true,
    before: async (page) => {
      await page.keyboard.press('F6');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox').first().check();
      await dialog.getByRole('button', { name: 'Thiếu giấy tờ theo thành phần hồ sơ' }).click();
    },
  },
  {
    name: 'du-giay-to',
    at: caseWhere(({ status, acceptedAt }) => status === 'awaitingSupplement' && acceptedAt !== null),
    dialog: true,
    before: press('Control+Enter'),
  },
  {
    name: 'hen-lai',
    at: caseThatMay('extend'),
    dialog: true,
    before: async (page) => {
      await chooseAct(page, 'Xin lỗi, hẹn lại');
      await page.getByRole('button', { name: 'Chờ ý kiến cơ quan liên quan' }).click();
    },
  },
  {
    name: 'tra-buu-chinh',
    at: caseThatMay('return'),
    dialog: true,
    before: async (page) => {
      await page.keyboard.press('F4');
      await page.getByRole('radio', { name: 'Bưu chính' }).check({ force: true });
    },
  },
  {
    name: 'sua-ho-so',
    at: async (counter) => `${await caseThatMay('resolve')(counter)}/sua`,
    before: async (page) => {
      await page.getByLabel('Điện thoại', { exact: true }).fill('0900000777');
      await page.getByLabel('Lý do sửa').fill('Gõ nhầm số điện thoại');
    },
  },
  {
    name: 'phien-ban',
    at: caseWhere(({ contentVersion }) => contentVersion > 1),
    dialog: true,
    before: async (page) => {
      await page.getByRole('button', { name: /^Lần sửa/ }).click();
    },
  },
  { name: 'luu-giu', at: '/luu-giu?muc=ket-qua' },
  { name: 'hang-in', at: '/hang-in' },
  { name: 'nguoi-dan', at: personWithHousehold },
  {
    name: 'gop-ban-ghi',
    at: '/nguoi-dan/trung',
    dialog: true,
    before: async (page) => {
      await page.getByRole('button', { name: 'So sánh, gộp' }).first().click();
    },
  },
  { name: 'the-chep', at: '/chua-nhap' },
  { name: 'so-theo-doi', at: '/so-theo-doi' },
  { name: 'danh-muc', at: '/danh-muc' },
  { name: 'lich', at: '/lich' },
  {
    name: 'doi-lich',
    at: '/lich',
    before: async (page) => {
      const month = page.getByRole('table', { name: 'Tháng 4', exact: true });
      await month.getByRole('button', { name: '25', exact: true }).click();
      await page.getByLabel('Ngày này là').selectOption('holiday');
      await page.getByLabel('Tên ngày nghỉ').fill('Nghỉ phòng chống bão');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Xem danh sách' }).click();
      await page.getByRole('dialog').getByRole('row').nth(1).click();
    },
  },
  { name: 'quy-tac', at: '/cai-dat', before: scrollTo('Quy tắc tính hạn') },
  { name: 'mau-giay', at: '/cai-dat', before: scrollTo('Mẫu giấy') },
  { name: 'nap-tep', at: '/nap-tep', before: handInBook },
  { name: 'nhieu-ho-so', at: '/tiep-nhan/danh-sach', before: pasteList },
  { name: 'chot-ca', at: '/chot-ca' },
  { name: 'thu-phi', at: '/thu-phi' },
  { name: 'man-hinh', at: mirroredForm },
  { name: 'man-hinh-danh-gia', at: offeredRating },
];

const mirroredKey = randomUUID();

/** The citizens' screen while a form is being filled in: the clerk's window tells it what stands there. */
async function mirroredForm(counter: Counter): Promise<string> {
  await counter.caller(door).secondScreen.show({
    formKey: mirroredKey,
    name: 'Lường Thị Thu Hằng',
    procedureCode: '1.004873',
    originals: 2,
    copies: 1,
    fee: { amountVnd: 10_000, method: 'cash' },
  });
  return '/man-hinh';
}

/** The citizens' screen when a result was given back and the rating is offered. */
async function offeredRating(counter: Counter): Promise<string> {
  const at = await caseWhere(({ status }) => status === 'returned')(counter);
  await counter.caller(door).secondScreen.clear({ formKey: mirroredKey, ended: true });
  await counter.caller(door).secondScreen.offerRating({ caseId: Number(at.split('/').at(-1)) });
  return '/man-hinh';
}

/** The page of the newest case for which the act is allowed. */
function caseThatMay(act: Act): (counter: Counter) => Promise<string> {
  return caseWhere((_, acts) => acts.some((one) => one.act === act && one.refusal === null));
}

function caseWhere(
  isIt: (state: CaseState, acts: readonly CaseAct[]) => boolean,
): (counter: Counter) => Promise<string> {
  return async (counter) => {
    const clerk = counter.caller(door);
    let cursor: string | null = null;
    do {
      const page: CasePage = await clerk.cases.list({
        view: 'all',
        sort: 'receivedAt',
        direction: 'desc',
        cursor,
      });
      for (const { id } of page.rows) {
        const { state, acts } = await clerk.cases.get({ id });
        if (isIt(state, acts)) return `/ho-so/${id}`;
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
    throw new Error(`No case of the sample is ${isIt}`);
  };
}

/** The open case to which most has happened. */
async function liveliestCase(counter: Counter): Promise<string> {
  const clerk = counter.caller(door);
  const { rows } = await clerk.cases.list({ view: 'open', limit: 100 });
  const cases = await Promise.all(rows.map(({ id }) => clerk.cases.get({ id })));
  const [first] = cases.toSorted((a, b) => b.state.version - a.state.version);
  return `/ho-so/${first?.id}`;
}

/** Somebody for whom another one of the household handed in. */
async function personWithHousehold(counter: Counter): Promise<string> {
  const at = await caseWhere(({ submitter }) => typeof submitter?.idNumber === 'string')(counter);
  const { state } = await counter.caller(door).cases.get({ id: Number(at.split('/').at(-1)) });
  return `/nguoi-dan/${state.citizenId}`;
}

function press(key: string): (page: Page) => Promise<void> {
  return (page) => page.keyboard.press(key);
}

async function chooseAct(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name }).click();
}

function scrollTo(part: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('navigation', { name: 'Các mục cài đặt' }).getByText(part, { exact: true }).click();
    await page.waitForTimeout(1500);
  };
}

/** A reception half done, by the keyboard alone: a person who came before, and what he asks for. */
async function fillIntake(page: Page): Promise<void> {
  await page.getByLabel(/^Quét thẻ/).fill('luong thi');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await page.getByText('Vì sao hẹn ngày này?').waitFor();
}

/** A school's list, as a spreadsheet puts it on the clipboard. */
async function pasteList(page: Page): Promise<void> {
  for (const text of ['Trường THCS Ít Ong', 'nhà trường', '0900000100', '']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('bản sao trích lục');
  await page.keyboard.press('Enter');
  const names = [
    'Lò Thị Hoa',
    'Quàng Văn Ón',
    'Tòng Thị Diêu',
    'Cà Văn Thoan',
    'Lường Thị Pâng',
    'Mùa A Sáy',
  ];
  const rows = names.map(
    (name, index) =>
      `${name}\t01419601000${index}\t1${index}/09/2008\t090000020${index}\tTiểu khu ${index + 1}`,
  );
  await page.getByLabel('Họ và tên, dòng 1').focus();
  await page.evaluate(
    (table) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', table);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    ['Họ và tên\tSố CCCD\tNgày sinh\tĐiện thoại\tĐịa chỉ', ...rows].join('\n'),
  );
}

/** A ward's old book, one line of which has a day that does not exist. */
async function handInBook(page: Page): Promise<void> {
  const heads =
    'TT;Mã hồ sơ;Tên thủ tục hành chính;Tên cá nhân, tổ chức;Địa chỉ;Nhận hồ sơ;Hẹn trả kết quả;Ngày trả kết quả';
  const lines = ['02/01/2024', '31/02/2024', '04/01/2024'].map(
    (day, index) =>
      `${index + 1};H52.09.01-24010${index + 2}-0001;Chứng thực bản sao;Lò Văn ${index + 1};Bản Mé;${day};08/01/2024;08/01/2024`,
  );
  await page.locator('input[type=file]').setInputFiles({
    name: 'Sổ theo dõi 2024.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[heads, ...lines].join('\r\n')}`),
  });
  await page.getByRole('button', { name: /Kiểm tra tất cả dòng/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Kết quả kiểm tra' }).waitFor();
}
