import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { approval, inTheOffice, type Office, type OfficePicture, showPart } from './picture-office.ts';

/** Copies of the register, the way back, and the register under a key; the last leaves it shut. */
export const keepingShots: OfficePicture[] = [
  {
    name: 'sao-luu',
    of: async (office) => {
      await office.clerk().verification.run();
      await office.clerk().backups.drill();
      const page = await office.open('/sao-luu');
      await page.getByText('Sổ nguyên vẹn').waitFor();
      return inTheOffice(office, page);
    },
  },
  {
    name: 'khoi-phuc',
    of: async (office) => {
      const page = await office.open('/sao-luu/khoi-phuc');
      await page.getByText('Trên máy này').waitFor();
      return inTheOffice(office, page);
    },
  },
  {
    name: 'khoi-phuc-xem-lai',
    of: async (office) => {
      const page = await office.open('/sao-luu/khoi-phuc');
      await page.getByRole('button', { name: 'Dùng bản này' }).first().click();
      await page.getByRole('button', { name: 'Ghép và kiểm' }).click();
      await page.getByRole('heading', { name: 'Sổ sẽ có lại' }).waitFor({ timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'ma-hoa',
    dialog: true,
    of: async (office) => {
      const page = await office.open('/cai-dat');
      await showPart(page, 'Mã hóa sổ');
      await page.getByRole('button', { name: 'Mã hóa sổ…' }).click();
      await page.getByLabel('Mã của sổ', { exact: true }).locator('output').waitFor();
      await page.getByText(/^[0-9A-Z]{5}-/).waitFor();
      return page;
    },
  },
  {
    name: 'so-khoa',
    of: async (office) => {
      const { code } = await office.clerk().encryption.makeCode();
      await office.clerk().encryption.turnOn({ typed: code, approval });
      await reopened(office);
      await office.startAgain();
      const page = await office.open('/');
      await page.getByRole('heading', { name: 'Sổ này được khóa bằng mã.' }).waitFor();
      return inTheOffice(office, page);
    },
  },
];

/** A register of which the disk has lost some pages. */
export const damagedShot: OfficePicture = {
  name: 'so-hong',
  of: async (office) => {
    await office.startAgain(() => {
      const file = join(office.folder, 'register.db');
      const bytes = readFileSync(file);
      const page = 4096;
      bytes.fill(0, 40 * page, 44 * page);
      writeFileSync(file, bytes);
    });
    const page = await office.open('/');
    await page.getByText('Đang xem các bản sao lưu').waitFor({ state: 'hidden' });
    return inTheOffice(office, page);
  },
};

/** The counter is on its way into the encrypted register. */
async function reopened(office: Office): Promise<void> {
  const page = await office.open('/healthz');
  for (let tries = 0; tries < 100; tries += 1) {
    await page.waitForTimeout(200);
    const reply = await page.reload().catch(() => null);
    if (reply?.ok()) break;
  }
  await page.close();
}
