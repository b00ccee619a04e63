import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildCheckScript } from '../../build/check-page.ts';
import { makeKeyPair, signSlip } from '../../electron/signing/slip-signing.ts';
import { checkPage } from '../../renderer/check-page/page.ts';

/** The page for checking slips, opened from a stick: one file, no network, a scanner that types. */

const office = { ...makeKeyPair(), number: '0421', agencyCode: 'H52.09.01' };
const text = signSlip(office, { slipCode: '250424-0008-31', dueAt: '2025-04-28T09:15' });
let folder: string;
let file: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-check-'));
  file = join(folder, 'kiem-tra-phieu.html');
  const publicKey = Buffer.from(office.publicKey).toString('base64url');
  const key = { number: '0421', agencyCode: 'H52.09.01', publicKey, madeOn: '2025-01-02', retiredOn: null };
  const keyFile = { format: 'mot-cua/slip-keys/1' as const, office: 'Ít Ong </script><b>', keys: [key] };
  writeFileSync(file, await checkPage(await buildCheckScript(), keyFile, '2025-04-24'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const hasWebCrypto of [true, false]) {
  test(`tells a genuine slip from an altered one ${hasWebCrypto ? 'with' : 'without'} WebCrypto`, async ({
    page,
  }) => {
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    if (!hasWebCrypto)
      await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await page.goto(pathToFileURL(file).href);
    const field = page.getByLabel('Nội dung mã QR');
    const answer = page.getByRole('status');
    await expect(field).toBeFocused();
    const scan = async (scanned: string) => {
      await field.fill(scanned);
      await field.press('Enter');
    };
    await scan(text);
    await expect(answer).toContainText('Phiếu thật');
    await expect(answer).toContainText('250424-0008-31');
    await expect(answer).toContainText('09:15, Thứ Hai, 28/04/2025');
    await scan(text.replace('0008', '0009'));
    await expect(answer).toContainText('Phiếu không đúng');
    await scan(text.slice(0, 100));
    await expect(answer).toContainText('Chưa đọc được hết');
    await scan('<img src=x onerror=alert(1)>');
    await expect(answer).toContainText('Không có chữ ký');
    expect(await page.locator('main b').count()).toBe(0);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    // The policy of the page itself lets nothing out.
    const isSent = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      ),
    );
    expect(isSent).toBe(false);
    expect(complaints.join()).toContain('Content Security Policy');
  });
}
