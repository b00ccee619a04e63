import type { Moment } from './play.ts';
import type { Random } from './random.ts';
import { formKey, papersOf } from './reception.ts';
import type { When } from './story.ts';

const certifiedCopy = '2.000815';
const pupils = [
  'Lò Thị Thu Hằng',
  'Quàng Văn Đức',
  'Tòng Thị Bích',
  'Cầm Đức Mạnh',
  'Vì Thị Yến',
  'Giàng A Páo',
  'Lèo Thị Hồng Nhung',
  'Hoàng Bá Long',
  'Bạc Thị Ngọc',
  'Đèo Văn Quyết',
];

/** A school brings the papers of a class with one list; they come back together on the next day. */
export function schoolList(daysAgo: number, dayOf: (when: When) => string, random: Random): Moment[] {
  const receivedAt = dayOf([daysAgo, '08:05']);
  const handedOverAt = dayOf([daysAgo, '08:30']);
  const resolvedAt = dayOf([daysAgo, '14:10']);
  const returnedAt = dayOf([daysAgo - 1, '07:45']);
  const giver = { name: 'Trường THCS Ít Ong', phone: '0900002040', relation: 'Nhà trường nộp thay' };
  let cases: { id: number; version: number }[] = [];
  const next = () => {
    cases = cases.map(({ id, version }) => ({ id, version: version + 1 }));
  };
  return [
    {
      at: receivedAt,
      run: async ({ at, procedureOf }) => {
        const procedure = await procedureOf(certifiedCopy);
        const window = at('window', receivedAt);
        const { caseIds, jobIds } = await window.batches.receive({
          formKey: formKey(random),
          giver,
          procedures: [
            {
              code: certifiedCopy,
              papers: papersOf(procedure, false),
              fee: { amountVnd: procedure.fee.amountVnd, method: 'cash' },
            },
          ],
          notes: 'Học bạ lớp 9',
          rows: pupils.map((name) => ({ name, address: 'Thị trấn Ít Ong', procedureCode: certifiedCopy })),
        });
        cases = caseIds.map((id) => ({ id, version: 1 }));
        // The school brought two signed copies of its own.
        const reason = 'Nhà trường đã ký biên bản mang theo';
        await window.slips.markMany({ ids: jobIds, state: 'skipped', reason });
      },
    },
    {
      at: handedOverAt,
      run: async ({ at, officerOf }) => {
        const toPersonId = officerOf('Chứng thực').id;
        for (const each of cases)
          await at('window', handedOverAt).cases.act({ ...each, act: { kind: 'handover', toPersonId } });
        next();
      },
    },
    {
      at: resolvedAt,
      run: async ({ at, officerOf }) => {
        const officer = at(officerOf('Chứng thực').device, resolvedAt);
        for (const each of cases)
          await officer.cases.act({ ...each, act: { kind: 'resolve', outcome: 'granted' } });
        next();
      },
    },
    {
      at: returnedAt,
      run: async ({ at, procedureOf }) => {
        const { components } = await procedureOf(certifiedCopy);
        const originals = components
          .filter(({ required, originals: count }) => required && count > 0)
          .map(({ name, originals: count }) => ({ name, originals: count }));
        const { name, phone } = giver;
        const recipient = {
          name: 'Lò Thị Thu Thủy',
          idNumber: '014178003391',
          phone,
          relation: `Giáo viên ${name}`,
        };
        for (const each of cases)
          await at('window', returnedAt).cases.act({
            ...each,
            act: { kind: 'return', recipient, via: 'counter', originals },
          });
      },
    },
  ];
}
