import { namedCitizen } from './people.ts';
import { attachCode, giveBack, handover, resolve, type Step, type Story, type When } from './story.ts';

const father = namedCitizen({
  name: 'Lò Văn Hom',
  sex: 'male',
  birthOn: '1948-04-10',
  hamlet: 'Bản Nà Tòng',
  serial: 2021,
});
const son = namedCitizen({
  name: 'Lò Văn Thịnh',
  sex: 'male',
  birthOn: '1982-09-02',
  hamlet: 'Bản Nà Tòng',
  serial: 2022,
});
const wife = namedCitizen({
  name: 'Quàng Thị Nguyệt',
  sex: 'female',
  birthOn: '1985-05-20',
  hamlet: 'Bản Nà Tòng',
  serial: 2023,
});
const twice = namedCitizen({
  name: 'Lường Thị Thu Hằng',
  sex: 'female',
  birthOn: '1991-12-08',
  hamlet: 'Tiểu khu 2',
  serial: 2024,
});
const misspelt = namedCitizen({
  name: 'Cầm Thị Thu Thủy',
  sex: 'female',
  birthOn: '1988-02-27',
  hamlet: 'Tiểu khu 1',
  serial: 2025,
});

/** A family, somebody who is in the register twice, and a name that was put right. */
export const peopleStories: readonly Story[] = [
  {
    procedureCode: '1.014027',
    applicant: father,
    submitter: { name: son.name, idNumber: son.idNumber, phone: son.phone, relation: 'Con đẻ' },
    received: [20, '08:25'],
    steps: [handover([20, '08:50']), resolve([12, '14:40']), giveBack([11, '09:15'])],
  },
  {
    procedureCode: '1.001193',
    applicant: son,
    received: [26, '09:05'],
    steps: [...sameDay(26), attachCode([25, '08:00'])],
  },
  {
    procedureCode: '2.000815',
    applicant: son,
    submitter: { name: wife.name, idNumber: wife.idNumber, phone: wife.phone, relation: 'Vợ' },
    received: [9, '09:05'],
    steps: sameDay(9),
  },
  { procedureCode: '2.000635', applicant: wife, received: [5, '09:05'], steps: sameDay(5) },
  { procedureCode: '2.000815', applicant: twice, received: [33, '09:05'], steps: sameDay(33) },
  {
    // Came without her card: a second record of one person.
    procedureCode: '2.000884',
    applicant: { ...twice, idNumber: null },
    received: [3, '09:05'],
    steps: sameDay(3),
  },
  {
    procedureCode: '1.004873',
    applicant: { ...misspelt, name: 'Cầm Thị Thu Thùy' },
    fee: { amountVnd: 0, method: 'exempt', reason: 'Hộ nghèo, giấy chứng nhận số 17' },
    received: [4, '15:10'],
    steps: [
      handover([4, '15:30']),
      correctName([3, '08:10'], misspelt.name, 'Viết sai tên so với thẻ căn cước: Thùy thành Thủy'),
      resolve([1, '16:05']),
    ],
  },
];

/** Done while the citizen waits. */
function sameDay(daysAgo: number): Step[] {
  return [handover([daysAgo, '09:10']), resolve([daysAgo, '09:30']), giveBack([daysAgo, '09:40'])];
}

function correctName(on: When, name: string, reason: string): Step {
  return {
    on,
    by: 'window',
    run: async ({ caller, id }) => {
      const { version, applicant } = (await caller.cases.whole({ id })).state;
      return caller.cases.correct({ id, version, reason, changes: { applicant: { ...applicant, name } } });
    },
  };
}
