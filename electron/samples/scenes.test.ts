import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOfFact } from '../../shared/catalogue-facts.ts';
import type { CaseIndicatorKey } from '../../shared/domain/case-indicators.ts';
import { factsOf, fillParagraph, textOf } from '../../shared/domain/paragraph.ts';
import { caseFactGroups } from '../../shared/domain/paragraph-facts.ts';
import { formatRatio } from '../../shared/domain/ratio.ts';
import type { CaseSetName, Period } from '../../shared/domain/statistics.ts';
import { helpFactGroups } from '../../shared/help-facts.ts';
import type { DigitalFigures } from '../../shared/views-digital.ts';
import type { LeaderPage } from '../../shared/views-leader.ts';
import { optionsFor } from '../../tests/desk.ts';
import { copySample } from '../../tests/samples.ts';
import { openSample } from '../launch/open-sample.ts';

const leaderDoor = { kind: 'loopback', device: 'desk-4' } as const;

interface Opened extends AsyncDisposable {
  page: LeaderPage;
  digital: DigitalFigures;
  /** The sentence of a template as the leader's page shows it. */
  sentence(id: string): Promise<string>;
  ratio(key: CaseIndicatorKey): string;
  /** How many cases the list of a figure holds. */
  listed(set: CaseSetName): Promise<number>;
  leader: ReturnType<Awaited<ReturnType<typeof openSample>>['caller']>;
}

/** A scene as its leader finds it, in a period. */
async function open(scene: string, period: Period): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), `mot-cua-${scene}-`));
  await copySample(scene, folder);
  const counter = await openSample(scene, optionsFor(folder), () => expect.unreachable());
  const leader = counter.caller(leaderDoor);
  const page = await leader.statistics.page({ period });
  const digital = await leader.digital.figures(period);
  return {
    page,
    digital,
    leader,
    ratio: (key) => {
      const { count = 0, of = 0 } = page.figures.find((figure) => figure.key === key)?.now ?? {};
      return formatRatio(count, of ?? 0);
    },
    listed: async (set) =>
      (await leader.cases.list({ view: 'all', filter: { figure: { set, ...period } } })).total,
    sentence: async (id) => {
      const { paragraphs } = await leader.leader.settings();
      const { office } = await leader.session.current();
      const { rows } = await leader.statistics.table({ period, by: 'field' });
      const { figures, codes } = await leader.ratings.report(period);
      const cases = caseFactGroups({
        period,
        today: '2026-11-21',
        unit: office?.unit ?? '',
        figures: page.figures,
        lateByField: rows.map(({ key, late }) => ({ field: key, count: late })),
        satisfaction: { count: figures.all.satisfied, of: figures.all.n },
        response: { count: codes.used, of: codes.issued },
        cashless: null,
      });
      const help = {
        digital,
        topics: await leader.digital.topicFigures(period),
        promises: await leader.promises.figures(period),
        catalogue: await leader.statistics.catalogue({ period }),
      };
      const facts = factsOf([...cases, ...helpFactGroups(help, cases)]);
      const paragraph = fillParagraph(paragraphs.find((one) => one.id === id)?.text ?? '', facts);
      expect(paragraph.unknown).toEqual([]);
      return textOf(paragraph);
    },
    [Symbol.asyncDispose]: async () => {
      await counter.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const year2024 = { from: '2024-01-01', to: '2024-12-31' };

test('Ít Ong 2024: VNeID of the people over 14, and a measure for each of the four criteria', async () => {
  await using scene = await open('it-ong-2024', year2024);
  const { digital, page } = scene;
  expect(scene.ratio('settled')).toBe('3.717/3.717 = 100 %');
  expect(scene.ratio('inTime')).toBe('3.716/3.717 = 99,97 %');
  expect(scene.ratio('online')).toBe('3.717/3.717 = 100 %');
  const vneid = digital.criteria.find(({ measure }) => measure === 'vneid');
  expect(formatRatio(vneid?.people ?? 0, vneid?.of?.value ?? 0)).toBe('6.074/8.045 = 75,5 %');
  expect(await scene.listed('settledLate')).toBe(1);
  expect(await scene.listed('received')).toBe(page.figures.find(({ key }) => key === 'received')?.now.count);
  const sentence = await scene.sentence('it-ong');
  expect(sentence).toContain('Năm 2024, ');
  expect(sentence).toContain(
    'tiếp nhận 3.717 hồ sơ, đã giải quyết 3.717/3.717 = 100 %; trước hạn và đúng hạn 3.716/3.717 = 99,97 %, quá hạn 01 hồ sơ lĩnh vực ',
  );
  expect(sentence).toMatch(/trực tuyến 3\.717\/3\.717 = 100 %\. VNeID mức 2: 6\.074\/8\.045 = 75,5 % dân số/);
  const criteria = await scene.sentence('bon-tieu-chi');
  expect(criteria).toMatch(/ Nhanh hơn: trong ngày [\d.]+\/3\.717 = /);
  expect(criteria).toMatch(/bớt [\d.]+ lượt đi lại .* Hợp lý hơn: người dân đi lại ([\d.]+) lượt\/\1 hồ sơ/);
  expect(criteria).toMatch(/Thân thiện hơn: hài lòng \d+\/\d+ phiếu = 9\d,\d+ %, trả lời \d+\/[\d.]+ = /);
}, 300_000);

test('Ea Yông: 7.850 in 60 days, 20 % of them further, 1.000 digital citizens, from làm hộ to hướng dẫn', async () => {
  await using scene = await open('ea-yong', year2024);
  const { digital, leader } = scene;
  const [equipped, filing] = digital.funnel;
  expect([equipped?.people, filing?.people]).toEqual([7850, 1570]);
  expect(formatRatio(filing?.people ?? 0, filing?.of ?? 0)).toBe('1.570/7.850 = 20 %');
  expect(digital.complete.people).toBe(1000);
  const sixty = await leader.digital.figures({ from: '2024-03-01', to: '2024-04-29' });
  expect(sixty.helped).toMatchObject({ people: 7850, helps: 7850 });
  const share = (one: DigitalFigures['ladder'][number] | undefined) =>
    (one?.forThem ?? 0) / (one?.helps ?? 1);
  expect(digital.ladder.map(({ month }) => month)[0]).toBe('2024-03');
  expect(share(digital.ladder[0])).toBeGreaterThan(share(digital.ladder[1]));
  expect(share(digital.ladder[1])).toBeGreaterThan(share(digital.ladder.at(-1)));
  expect((await leader.leader.settings()).targets).toMatchObject([{ to: '2024-12-31', value: 7000 }]);
  const sentence = await scene.sentence('ea-yong');
  expect(sentence).toContain('1.000/11.420 = 8,75 % công dân số đủ 5 tiêu chí. 7.850/11.420 = 68,73 % người');
  expect(sentence).toContain('trong đó 1.570/7.850 = 20 % có tài khoản');
}, 300_000);

test('Thanh Oai, 27/8: 21 teams, 36 procedures, 104 taught to file at home, 57 applications of payment', async () => {
  const day = { from: '2024-08-27', to: '2024-08-27' };
  await using scene = await open('thanh-oai', day);
  const { leader, digital } = scene;
  const [campaign] = await leader.digital.campaign.list();
  const shown = await leader.digital.campaign.day({ id: campaign?.id ?? '' });
  expect(shown.teams).toHaveLength(21);
  expect(shown.total.topics).toEqual({ filing: 104, payment: 57, procedure: 36, tracking: 36 });
  expect(shown.files).toHaveLength(21);
  expect(shown.sentence).toMatch(
    /^Ngày 27\/08\/2024, 21 tổ công nghệ số cộng đồng hỗ trợ 126 người, 233 lượt: /,
  );
  expect(digital.helped).toMatchObject({ people: 126, helps: 233 });
  expect(scene.ratio('online')).toBe('36/36 = 100 %');
  expect(await scene.listed('received')).toBe(36);
  expect(await scene.sentence('thanh-oai')).toMatch(
    /^Ngày 27\/08\/2024, huyện Thanh Oai hỗ trợ 126 người, 233 lượt: 36 lượt làm thủ tục, 104 lượt .* 57 lượt .* 36 lượt tra cứu.* Hài lòng 36\/36 phiếu = 100 %, trả lời 36\/72 = 50 %\.$/i,
  );
}, 120_000);

test('Trần Đăng Ninh, 1/2023–6/2024: 5.012 online, all early or on time, all content, six teams out of hours', async () => {
  const period = { from: '2023-01-01', to: '2024-06-30' };
  await using scene = await open('tran-dang-ninh', period);
  const { leader, digital, page } = scene;
  expect(page.months).toHaveLength(18);
  expect(scene.ratio('online')).toBe('5.012/5.012 = 100 %');
  expect(scene.ratio('inTime')).toBe('5.012/5.012 = 100 %');
  expect(await scene.listed('settledInTime')).toBe(5012);
  const { figures, codes } = await leader.ratings.report(period);
  expect([figures.all.satisfied, figures.all.n]).toEqual([836, 836]);
  expect(codes.used).toBe(836);
  const teams = await leader.digital.teamFigures(period);
  expect(teams.rows.filter(({ teamId }) => teamId !== null)).toHaveLength(6);
  const visits = await leader.digital.visits.list();
  expect([visits.length, visits.every(({ outOfHours }) => outOfHours)]).toEqual([84, true]);
  expect(digital.helped).toMatchObject({ people: 960, helps: 960 });
  expect(await scene.sentence('tran-dang-ninh')).toMatch(
    /^Từ 01\/01\/2023 đến 30\/06\/2024, .* trước hạn và đúng hạn 5\.012\/5\.012 = 100 %, không có hồ sơ quá hạn\. Hài lòng 836\/836 phiếu = 100 %, trả lời 836\/10\.024 = 8,33 %\. .* 960 người, 960 lượt/,
  );
}, 300_000);

test('Hải Châu: limits cut, 128 = 7 % within the day, 95 % and 65 % from end to end, 64 % digital, targets by point', async () => {
  const period = { from: '2024-10-01', to: '2024-12-31' };
  await using scene = await open('hai-chau', period);
  const { leader } = scene;
  const { all, sameDay, fullOnline } = await leader.statistics.catalogue({ period });
  expect(formatRatio(sameDay, all)).toBe('128/1.828 = 7 %');
  expect(formatRatio(fullOnline, all)).toBe('1.737/1.828 = 95,02 %');
  const listed = await leader.catalogue.list({ on: period.to });
  for (const [fact, count] of [
    ['sameDay', sameDay],
    ['fullOnline', fullOnline],
  ] as const)
    expect(listed.filter((row) => isOfFact(row, fact))).toHaveLength(count);
  expect(scene.ratio('fullOnline')).toBe('780/1.200 = 65 %');
  expect(await scene.listed('receivedFullOnline')).toBe(780);
  expect(scene.ratio('digitalResult')).toBe('768/1.200 = 64 %');
  expect(await scene.listed('withDigitalResult')).toBe(768);
  const newer = await leader.statistics.page({ period: { from: '2024-12-01', to: '2024-12-31' } });
  const { count, of } = newer.figures.find(({ key }) => key === 'digitalResult')?.now ?? {};
  expect(count).toBe(of);
  const { saved } = await leader.promises.figures(period);
  expect(saved.cases).toBeGreaterThan(100);
  const list = { receivedFrom: period.from, receivedTo: period.to, saved: true };
  expect((await leader.cases.list({ view: 'all', filter: list })).total).toBe(saved.cases);
  const points = await leader.statistics.table({ period, by: 'point' });
  expect(points.rows).toHaveLength(5);
  const { targets } = await leader.leader.settings();
  expect(targets.map(({ scope }) => scope.point)).toEqual([
    undefined,
    'to-3',
    'to-9',
    'dai-ly-1',
    'buu-dien',
  ]);
  expect(await scene.sentence('hai-chau')).toMatch(
    /ngày chờ\. Thủ tục trong ngày 128\/1\.828 = 7 %; thủ tục toàn trình 1\.737\/1\.828 = 95,02 %\. Hồ sơ toàn trình 780\/1\.200 = 65 %\. Kết quả điện tử 768\/1\.200 = 64 %\.$/,
  );
}, 120_000);
