import type { Page } from '@playwright/test';
import type { ReceiveInput } from '../../shared/domain/intake.ts';
import { reception } from '../desk.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './office.ts';

/** Calls the counter of a test as its window does. */
type Call = (path: string, data: unknown) => Promise<unknown>;

const papers: ReceiveInput['papers'] = [
  { name: 'Tờ khai theo mẫu', originals: 1 },
  { name: 'Giấy chứng sinh', originals: 1 },
];

const life = test.extend<{ call: Call; act: (id: number, act: object) => Promise<void> }>({
  call: async ({ request, counter }, use) => {
    await use(async (path, data) => {
      const reply = await request.post(`${counter.url}/api/${path}`, {
        headers: { origin: counter.url },
        data: data as object,
      });
      if (!reply.ok()) throw new Error(await reply.text());
      return (await reply.json()).result.data;
    });
  },
  act: async ({ call }, use) => {
    await use(async (id, act) => {
      const { state } = (await call('cases.get', { id })) as { state: { version: number } };
      await call('cases.act', { id, version: state.version, act });
    });
  },
});

const bar = (page: Page) => page.getByRole('region', { name: 'Việc có thể làm' });
const timeline = (page: Page) => page.getByRole('region', { name: /Diễn biến/ });
const dialog = (page: Page) => page.getByRole('dialog');
const handover = { kind: 'handover', toPersonId: 2 };

async function openCase(page: Page, id: number): Promise<void> {
  await page.goto(`/ho-so/${id}`);
  await timeline(page).waitFor();
}

/** Presses the key of an act and answers its dialog. */
async function ask(page: Page, key: string, title: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(dialog(page)).toContainText(title);
}

/** Does what the dialog asks; its slips are shown and put off. */
async function doIt(page: Page, withSlips: boolean): Promise<void> {
  await page.keyboard.press('Control+Enter');
  if (withSlips) {
    await expect(dialog(page)).toContainText('Phiếu của');
    await page.keyboard.press('Escape');
  }
  await expect(dialog(page)).toHaveCount(0);
}

async function openMenu(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Việc khác' }).press('Enter');
  await page.getByRole('menu').waitFor();
}

async function choose(page: Page, act: RegExp): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: act }).press('Enter');
  await dialog(page).waitFor();
}

life(
  'a case lives by the keyboard: supplement, completion, apology, result by post',
  async ({ page, call }) => {
    await call('cases.receive', reception({ papers }));
    await openCase(page, 1);
    const out = (name: RegExp) => bar(page).getByRole('button', { name });
    await expect(out(/^Yêu cầu bổ sung/)).toBeDisabled();
    await expect(out(/^Yêu cầu bổ sung/)).toContainText('Chuyển xử lý trước');
    await expect(out(/^Trả kết quả/)).toContainText('Chưa có kết quả');

    await ask(page, 'Control+Enter', 'Chuyển chậm nhất');
    await doIt(page, false);
    await expect(timeline(page)).toContainText('Quàng Văn Hùng nhận');

    await ask(page, 'F6', 'Chỉ được yêu cầu một lần');
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toContainText('Chọn ít nhất một giấy tờ');
    await dialog(page).getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await dialog(page).getByLabel('Lý do').focus();
    await page.keyboard.type('Tờ khai ghi thiếu ngày sinh');
    await doIt(page, true);
    await expect(page.locator('main header')).toContainText('Chờ bổ sung đến');
    await expect(out(/^Chuyển xử lý/)).toContainText('Hồ sơ đang chờ bổ sung');
    await openMenu(page);
    await expect(page.getByRole('menuitem', { name: /^Dừng giải quyết/ })).toContainText('Chưa quá 15 ngày');
    await page.keyboard.press('Escape');

    await ask(page, 'Control+Enter', 'Tính lại từ đầu');
    await doIt(page, true);
    await expect(timeline(page)).toContainText('Bổ sung đủ');
    await expect(out(/^Yêu cầu bổ sung/)).toContainText(
      'Chỉ được yêu cầu bổ sung một lần (NĐ 118/2025 Điều 11.2c, 16.3)',
    );

    await choose(page, /^Xin lỗi/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Chờ ý kiến cơ quan liên quan');
    await doIt(page, true);
    await expect(page.locator('main header')).toContainText('hẹn ban đầu');
    await openMenu(page);
    await expect(page.getByRole('menuitem', { name: /^Xin lỗi/ })).toContainText('Điều 19.6');
    await page.keyboard.press('Escape');

    await ask(page, 'Control+Enter', 'Loại kết quả');
    await doIt(page, false);
    await ask(page, 'F4', 'Trả cho');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await dialog(page).getByLabel('Số bưu gửi').focus();
    await page.keyboard.type('RR123456789VN');
    await doIt(page, true);
    await expect(timeline(page)).toContainText('bưu gửi RR123456789VN');
    await expect(page.getByText('Hồ sơ đã kết thúc: đã trả kết quả')).toBeVisible();
    await expect(page.getByText('đã trả hết bản chính')).toBeVisible();
  },
);

life(
  'the last act is taken back by Ctrl+Z and stays in the timeline, struck through',
  async ({ page, call }) => {
    await call('cases.receive', reception({ papers }));
    await openCase(page, 1);
    await ask(page, 'F9', 'Người nhận hồ sơ');
    await doIt(page, false);
    await expect(page.getByText('Đã ghi: giao hồ sơ.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(timeline(page).locator('s')).toHaveText('Giao hồ sơ');
    await expect(timeline(page)).toContainText('Lò Thị Mai hoàn tác giao hồ sơ');
    await expect(page.getByText('Được tiếp nhận, trong hạn')).toBeVisible();
  },
);

life(
  'a withdrawn case says why it ended, gives its originals back and cannot be undone',
  async ({ page, call, act }) => {
    await call('cases.receive', reception({ papers }));
    await act(1, handover);
    await openCase(page, 1);
    await choose(page, /^Rút hồ sơ/);
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toContainText('Ghi lý do.');
    await dialog(page).getByRole('button', { name: 'Người nộp không còn nhu cầu' }).press('Enter');
    await doIt(page, true);
    await expect(page.getByText('Hồ sơ đã kết thúc: công dân rút hồ sơ')).toBeVisible();
    await expect(page.getByText('đã trả hết bản chính')).toBeVisible();
    await openMenu(page);
    await expect(page.getByRole('menuitem', { name: /^Hoàn tác/ })).toContainText('đã báo cho người dân');
  },
);

life('a dossier is refused at intake: in the book, without a date', async ({ page, call }) => {
  await page.goto('/tiep-nhan');
  await page.getByLabel('Họ và tên', { exact: true }).fill('Lò Văn Thử');
  await page.getByLabel('Tìm thủ tục').fill('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hẹn trả kết quả' })).toContainText('ngày làm việc');
  await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).press('Enter');
  await expect(dialog(page)).toContainText('không có thời hạn');
  await page.keyboard.type('Không thuộc thẩm quyền');
  await doIt(page, true);
  await expect(page.getByText('Đã từ chối tiếp nhận.')).toBeVisible();
  const { state } = (await call('cases.get', { id: 1 })) as { state: object };
  expect(state).toMatchObject({
    status: 'rejected',
    dueAt: null,
    ending: { reason: 'Không thuộc thẩm quyền' },
  });
  await openCase(page, 1);
  await expect(page.getByText('Hồ sơ đã kết thúc: không được tiếp nhận')).toBeVisible();
});

/** A case in each state, and the acts whose dialogs are looked at there. */
const dialogs: { acts: object[]; registered?: true; open: RegExp[] }[] = [
  { acts: [], open: [/^Chuyển xử lý/, /^Trả bản chính/, /^Cất bản chính/] },
  {
    acts: [handover],
    open: [
      /^Giải quyết/,
      /^Yêu cầu/,
      /^Xin lỗi/,
      /^Nhận lại/,
      /^Chờ nghĩa vụ/,
      /^Rút/,
      /^Dừng/,
      /^Ghi lượt/,
      /^Hoàn tác/,
    ],
  },
  {
    acts: [handover, { kind: 'askSupplement', items: [{ name: 'Tờ khai' }], reason: 'Thiếu' }],
    open: [/^Đã bổ sung/],
  },
  { acts: [handover, { kind: 'requestPayment', note: 'Nộp thuế' }], open: [/^Đã nộp/] },
  { acts: [handover, { kind: 'resolve', outcome: 'granted' }], open: [/^Trả kết quả/] },
  { registered: true, acts: [], open: [/^Tiếp nhận hồ sơ/, /^Từ chối/] },
];

life('every dialog of a case is free of axe violations, light and dark', async ({ page, call, act }) => {
  life.setTimeout(180_000);
  for (const [index, { acts, registered, open }] of dialogs.entries()) {
    await call(registered ? 'cases.register' : 'cases.receive', reception({ papers }));
    for (const one of acts) await act(index + 1, one);
    await openCase(page, index + 1);
    for (const name of open) {
      const button = bar(page).getByRole('button', { name });
      if ((await button.count()) > 0) await button.click();
      else await choose(page, name);
      await dialog(page).waitFor();
      await expectAccessible(page, String(name), '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
    }
  }
});

life(
  'a case that was handed over elsewhere is not handed over again by an open question',
  async ({ page, call, act }) => {
    await call('cases.receive', reception());
    await openCase(page, 1);
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page)).toContainText('Người nhận hồ sơ');
    await act(1, handover);
    await expect(dialog(page).getByText('Hồ sơ vừa được Lò Thị Mai cập nhật')).toBeVisible();
    // On its way while the words came: it confirms nothing.
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    const { timeline: happened } = (await call('cases.get', { id: 1 })) as { timeline: { kind: string }[] };
    const kinds = happened.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'money')).toEqual(['received', 'handedOver']);
  },
);
