import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { textOfPages } from '../printing/poppler.ts';
import { passwordOfTests } from '../sign-in.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './office.ts';

test.use({ hasTouch: true });

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];

type Post = <T>(procedure: string, data: unknown) => Promise<T>;

function posting(request: APIRequestContext, url: string): Post {
  return async <T>(procedure: string, data: unknown) => {
    const reply = await request.post(`${url}/api/${procedure}`, { headers: { origin: url }, data });
    expect(reply.ok(), await reply.text()).toBe(true);
    return ((await reply.json()) as { result: { data: T } }).result.data;
  };
}

/** Another person at the window, who comes with a start code. */
async function signIn(post: Post, personId: number): Promise<void> {
  const { code } = await post<{ code: string }>('accounts.startCode', { personId });
  await post('session.signIn', { personId, password: code, newPassword: passwordOfTests });
}

/** Receives a case and reads the code off its slip, as its citizen does. */
async function codeOfSlip(
  post: Post,
  request: APIRequestContext,
  url: string,
  name = 'Lường Thị Thu Hằng',
): Promise<string> {
  const { jobIds } = await post<{ jobIds: number[] }>('cases.receive', {
    formKey: randomUUID(),
    procedureCode: '1.004873',
    applicant: { kind: 'citizen', name, idNumber: '014196002187' },
    papers: [{ name: 'Tờ khai', originals: 1 }],
    fee: { amountVnd: null, method: 'cash' },
    slips: ['acknowledgement'],
  });
  let path = '';
  await expect(async () => {
    const [job] = await post<{ path: string | null }[]>('slips.jobs', { ids: jobIds });
    expect(job?.path).toBeTruthy();
    path = job?.path ?? '';
  }).toPass();
  const pdf = await request.get(`${url}${path}`);
  const code = /\d{4}-\d{4}-\d(?!\d)/.exec(textOfPages(await pdf.body()).join(' '))?.[0];
  if (code === undefined) throw new Error('no rating code on the slip');
  return code;
}

async function expectAccessibleAtSizes(screen: Page): Promise<void> {
  for (const size of sizes) {
    await screen.setViewportSize(size);
    await expectAccessible(screen, `${size.width} × ${size.height}`);
  }
}

test('a citizen rates by touch with the code of a slip, once; the leader sees it and the clerk cannot', async ({
  page,
  office,
  context,
  request,
  counter,
}) => {
  const post = posting(request, counter.url);
  const { people } = await post<{ people: { id: number; name: string }[] }>('people.add', {
    name: 'Cầm Văn Tuấn',
    roles: ['leader'],
    // One alone manages here: the envelope is the second proof.
    approval: { recoveryCode: office.recoveryCode },
  });
  const code = await codeOfSlip(post, request, counter.url);

  const screen = await context.newPage();
  await screen.goto('/man-hinh');
  const touchCode = async () => {
    await screen.getByRole('button', { name: /^Đánh giá/ }).tap();
    for (const digit of code.replaceAll('-', ''))
      await screen.getByRole('button', { name: digit, exact: true }).tap();
  };
  await screen.getByRole('button', { name: /^Đánh giá/ }).tap();
  await expectAccessibleAtSizes(screen);
  await screen.getByRole('button', { name: 'Về đầu' }).tap();
  await touchCode();
  // A face and Gửi would do; this citizen says why, too.
  const face = screen.getByRole('radio', { name: 'Không hài lòng', exact: true });
  const box = await face.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(120);
  await face.tap();
  await screen.getByRole('checkbox', { name: 'Chờ lâu' }).tap();
  await expectAccessibleAtSizes(screen);
  await screen.getByRole('button', { name: 'Gửi đánh giá' }).tap();
  await expect(screen.getByRole('heading', { name: 'Cảm ơn Ông/Bà đã đánh giá' })).toBeVisible();
  await screen.getByRole('button', { name: 'Xong' }).tap();
  await touchCode();
  await expect(screen.getByRole('alert')).toContainText('Mã này đã dùng');
  // Scanned while the screen greets, the code opens its rating by itself.
  await screen.getByRole('button', { name: 'Về đầu' }).tap();
  const scan = async (scanned: string) => {
    await screen.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
    await screen.keyboard.type(scanned);
    await screen.keyboard.press('Enter');
  };
  await scan(code);
  await expect(screen.getByRole('alert')).toContainText('Mã này đã dùng');
  await screen.getByRole('button', { name: 'Về đầu' }).tap();
  await scan(await codeOfSlip(post, request, counter.url, 'Tòng Văn Mai'));
  await expect(screen.getByRole('radio', { name: 'Rất hài lòng', exact: true })).toBeVisible();

  await page.goto('/');
  await page.locator('main h1').waitFor();
  const asClerk = await page.evaluate(async () => {
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: '2000-01-01', to: '2100-12-31' }),
    };
    const replies = await Promise.all([
      fetch('/api/ratings.report', asked),
      fetch('/api/ratings.comments', asked),
      fetch('/api/ratings.low'),
    ]);
    return Promise.all(replies.map(async (reply) => [reply.status, await reply.text()] as const));
  });
  for (const [status, body] of asClerk) {
    expect(status).toBe(403);
    expect(body).toContain('notAllowed');
    expect(body).not.toContain('Chờ lâu');
  }

  const leader = people.find(({ name }) => name === 'Cầm Văn Tuấn');
  await signIn(post, leader?.id ?? 0);
  await page.reload();
  await page.getByRole('link', { name: '1 đánh giá thấp hôm nay', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Đánh giá', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Không hài lòng.*1\/1 = 100 %$/ })).toBeVisible();
  await expect(page.getByText('n = 1 đánh giá')).toBeVisible();
  await expectAccessible(page);
});

test('a rating that the clerk offers is answered in two touches', async ({
  page,
  context,
  request,
  counter,
}) => {
  const post = posting(request, counter.url);
  await codeOfSlip(post, request, counter.url);
  await post('cases.act', { id: 1, version: 1, act: { kind: 'handover', toPersonId: 2 } });
  await signIn(post, 2);
  await post('cases.act', { id: 1, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  await post('session.signIn', { personId: 1, password: passwordOfTests });
  const screen = await context.newPage();
  await screen.goto('/man-hinh');
  await screen.getByRole('heading', { name: 'Kính chào Ông/Bà' }).waitFor();
  await page.goto('/ho-so/1');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('F4');
  await page.getByRole('dialog').getByLabel('Người nhận kết quả').waitFor();
  await page.keyboard.press('Control+Enter');
  await screen.getByRole('radio', { name: 'Rất hài lòng', exact: true }).tap();
  await screen.getByRole('button', { name: 'Gửi đánh giá' }).tap();
  await expect(screen.getByRole('heading', { name: 'Cảm ơn Ông/Bà đã đánh giá' })).toBeVisible();
  await screen.getByRole('button', { name: 'Xong' }).tap();
  await expect(screen.getByRole('heading', { name: 'Kính chào Ông/Bà' })).toBeVisible();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await expect(page.getByRole('button', { name: 'Mời đánh giá lại trên màn hình' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/\d{4}-\d{4}-\d(?!\d)/);
});
