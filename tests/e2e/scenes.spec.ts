import type { APIRequestContext, Page } from '@playwright/test';
import { readListState } from '../../renderer/list-state.ts';
import { type Counted, readCounted } from '../../renderer/screens/digital/digital-paths.ts';
import { expect, test } from './counter.ts';

test.setTimeout(180_000);

/** What a real place reported, and what its register must show on the leader's page. */
const scenes = [
  {
    name: 'it-ong-2024',
    period: 'ky=year&tu=2024-01-01',
    tiles: ['3.717/3.717 hồ sơ', '3.716/3.717 hồ sơ', '99,97 %'],
    sentence:
      /^Năm 2024, .*tiếp nhận 3\.717 hồ sơ, đã giải quyết 3\.717\/3\.717 = 100 %; trước hạn và đúng hạn 3\.716\/3\.717 = 99,97 %, quá hạn 01 hồ sơ lĩnh vực .*trực tuyến 3\.717\/3\.717 = 100 %\. VNeID mức 2: 6\.074\/8\.045 = 75,5 % /,
    help: { at: '/ho-tro-so', words: ['6.074/8.045'] },
  },
  {
    name: 'ea-yong',
    period: 'ky=year&tu=2024-01-01',
    tiles: [],
    sentence:
      /1\.000\/11\.420 = 8,75 % công dân số đủ 5 tiêu chí\. 7\.850\/11\.420 = 68,73 % .*1\.570\/7\.850 = 20 % có tài khoản/,
    help: { at: '/ho-tro-so', words: ['1.000 / 11.420 = 8,75 %', '7.850/11.420'] },
  },
  {
    name: 'hai-chau',
    period: 'ky=quarter&tu=2024-10-01',
    tiles: ['1.200'],
    sentence:
      /128\/1\.828 = 7 %; thủ tục toàn trình 1\.737\/1\.828 = 95,02 %\. Hồ sơ toàn trình 780\/1\.200 = 65 %\. Kết quả điện tử 768\/1\.200 = 64 %\.$/,
    help: null,
  },
  {
    name: 'thanh-oai',
    period: 'ky=day&tu=2024-08-27',
    tiles: ['36/36 hồ sơ'],
    sentence:
      /^Ngày 27\/08\/2024, .*hỗ trợ 126 người, 233 lượt: 36 lượt làm thủ tục, 104 lượt .* 57 lượt .*Hài lòng 36\/36 phiếu = 100 %, trả lời 36\/72 = 50 %\.$/,
    help: {
      at: '/ho-tro-so/to-dot',
      words: ['21 tổ công nghệ số cộng đồng hỗ trợ 126 người, 233 lượt: học nộp hồ sơ tại nhà 104 lượt'],
    },
  },
  {
    name: 'tran-dang-ninh',
    period: 'ky=own&tu=2023-01-01&den=2024-06-30',
    tiles: ['5.012/5.012 hồ sơ', '836/836 phiếu'],
    sentence:
      /^Từ 01\/01\/2023 đến 30\/06\/2024, .*đúng hạn 5\.012\/5\.012 = 100 %, không có hồ sơ quá hạn\. Hài lòng 836\/836 phiếu = 100 %, trả lời 836\/10\.024 = 8,33 %\..* 960 người, 960 lượt/,
    help: null,
  },
];

for (const { name, period, tiles, sentence, help } of scenes) {
  test.describe(name, () => {
    test.use({ counterArgs: ['--sample', name] });

    test('the reported figures stand on the page and in the sentence, and open what they count', async ({
      page,
      request,
      counter,
    }) => {
      await sitAsLeader(request, counter.url);
      await page.goto(`/lanh-dao?${period}`);
      const paragraph = page.locator('[data-paragraph]');
      await expect(paragraph).toHaveText(sentence);
      for (const words of tiles)
        await expect(page.getByRole('region', { name: 'Chỉ số' })).toContainText(words);
      for (const [href, count] of await numbersOf(page)) {
        if (href.startsWith('/ho-so')) expect(await casesAt(request, counter.url, href), href).toBe(count);
        if (href.startsWith('/ho-tro-so')) expect(await helpAt(request, counter.url, href), href).toBe(count);
      }
      if (help === null) return;
      await page.goto(help.at);
      for (const words of help.words) await expect(page.locator('main')).toContainText(words);
    });
  });
}

async function sitAsLeader(request: APIRequestContext, url: string): Promise<void> {
  const { people } = await ask<{ people: { id: number; roles: string[] }[] }>(
    request,
    url,
    'session.current',
  );
  const leader = people.find(({ roles }) => roles.includes('leader'));
  await request.post(`${url}/api/session.sit`, { headers: { origin: url }, data: { personId: leader?.id } });
}

/** Each number of the sentence that counts what its address lists. */
async function numbersOf(page: Page): Promise<[href: string, count: number][]> {
  const links = await page
    .locator('[data-paragraph] a')
    .evaluateAll((all) =>
      all.map((link): [string, number] => [
        link.getAttribute('href') ?? '',
        Number(/^[\d.]+/.exec(link.textContent)?.[0].replaceAll('.', '')),
      ]),
    );
  // Days saved and ways gone are sums over their cases.
  return links.filter(([href]) => !/saved=|status=/.test(href));
}

async function casesAt(request: APIRequestContext, url: string, href: string): Promise<number> {
  const state = readListState(new URL(href, url).searchParams);
  return (await ask<{ total: number }>(request, url, 'cases.list', { ...state, limit: 1 })).total;
}

/** Counts the rows of a list of digital support to its end. */
async function helpAt(request: APIRequestContext, url: string, href: string): Promise<number> {
  const counted = readCounted(new URL(href, url).searchParams) as Counted;
  const { kind, ...asked } = counted;
  let [rows, after]: [number, unknown] = [0, null];
  do {
    const input = { ...asked, limit: 200, after };
    const answer = await ask<{ rows: unknown[]; next: unknown }>(request, url, `digital.${kind}`, input);
    rows += answer.rows.length;
    after = answer.next;
  } while (after !== null);
  return rows;
}

async function ask<Answer>(
  request: APIRequestContext,
  url: string,
  path: string,
  input?: unknown,
): Promise<Answer> {
  const reply =
    input === undefined
      ? await request.get(`${url}/api/${path}`)
      : await request.post(`${url}/api/${path}`, { headers: { origin: url }, data: input });
  expect(reply.ok(), path).toBe(true);
  return ((await reply.json()) as { result: { data: Answer } }).result.data;
}
