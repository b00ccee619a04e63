import type { Page } from '@playwright/test';
import type { Role } from '../shared/domain/person.ts';
import type { PairingCode } from '../shared/views-lan.ts';
import { passwordOfTests } from '../tests/sign-in.ts';
import { inTheOffice, type Office, type OfficePicture, showPart } from './picture-office.ts';

/** The door for the local network, and the devices that come in by it. */
export const lanShots: OfficePicture[] = [
  {
    name: 'mang-noi-bo',
    of: async (office) => {
      await office.clerk().lan.switchOn({ address: '127.0.0.1', hostName: 'mot-cua.local' });
      const counter = counterFor('Quầy số 2', ['clerk', 'cashier']);
      const chairman = counterFor('Máy của chủ tịch', ['leader']);
      for (const device of [counter, chairman, { kind: 'rating', name: 'Máy cửa ra' } as const])
        await (await pair(office, await office.clerk().lan.newPairingCode(device))).close();
      const page = await office.open('/cai-dat');
      await page.getByText('Máy cửa ra').waitFor();
      await showPart(page, 'Mạng nội bộ');
      return inTheOffice(office, page);
    },
  },
  {
    name: 'ma-ghep',
    dialog: true,
    of: async (office) => {
      const page = await office.open('/cai-dat');
      await page.getByRole('button', { name: 'Thêm thiết bị…' }).click();
      await page.getByLabel('Tên thiết bị').fill('Quầy số 3');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status', { name: 'Mã ghép' }).waitFor();
      await office.tellTime(page);
      return inTheOffice(office, page);
    },
  },
  {
    name: 'ghep',
    part: 'main > div',
    of: async (office) => {
      const { url } = await office.clerk().lan.state();
      return office.open(`${url}/ghep`);
    },
  },
  {
    name: 'mat-mang',
    of: async (office) => {
      const device = counterFor('Quầy số 4', ['clerk', 'cashier']);
      const page = await pair(office, await office.clerk().lan.newPairingCode(device));
      await page.getByRole('link', { name: 'Mở' }).click();
      await page.getByRole('radio', { name: /Lường Thị Pâng/ }).click();
      await page.getByLabel('Mật khẩu', { exact: true }).fill(passwordOfTests);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
      await page.keyboard.press('F2');
      await page.getByLabel(/^Quét thẻ/).waitFor();
      await typeReception(page);
      await page.route('**/api/cases.receive*', async (route) => {
        await page.context().setOffline(true);
        await route.abort();
      });
      await page.keyboard.press('Control+Enter');
      await page.getByText(/^Chưa rõ đã tiếp nhận hay chưa/).waitFor();
      await page.getByRole('banner').getByText('Mất kết nối').waitFor();
      return page;
    },
  },
];

const counterFor = (name: string, roles: Role[]) => ({ kind: 'counter' as const, name, roles });

/** A new device, paired. */
async function pair(office: Office, { code, view }: PairingCode): Promise<Page> {
  const page = await office.open(`${view.url}/ghep`);
  await page.getByLabel('Mã ghép').fill(code);
  await page.keyboard.press('Enter');
  await page.getByText(/^Đã ghép/).waitFor();
  return page;
}

async function typeReception(page: Page): Promise<void> {
  for (const text of ['014196003003', 'Lường Thị Mỵ', '12091996', '0900000303', 'Tiểu khu 3']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('tình trạng hôn nhân');
  await page.keyboard.press('Enter');
  await page.getByText('Vì sao hẹn ngày này?').waitFor();
}
