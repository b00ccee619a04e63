import type { Status } from './case-flow.ts';
import type { Outcome } from './case-state.ts';
import { headKey } from './import-fields.ts';

/** What a status column says: the national ten in many wordings; of a mere "đúng hạn" the dates decide. */
export interface ReadStatus {
  /** Null: let the dates say it. */
  status: Status | null;
  outcome: Outcome;
}

/** In this order: what holds the words further down comes first. */
const wordings: [Status | null, Outcome, readonly string[]][] = [
  [
    'rejected',
    'granted',
    ['tu choi tiep nhan', 'khong duoc tiep nhan', 'khong tiep nhan', 'khong du dieu kien'],
  ],
  ['resolved', 'refused', ['tu choi giai quyet', 'tu choi']],
  ['withdrawn', 'granted', ['rut']],
  ['stopped', 'granted', ['dung xu ly', 'dung giai quyet', 'tam dung', 'dung', 'tra lai ho so', 'huy']],
  ['awaitingSupplement', 'granted', ['bo sung']],
  ['awaitingPayment', 'granted', ['nghia vu tai chinh', 'cho nop tien', 'cho thanh toan']],
  ['resolved', 'granted', ['cho tra', 'chua tra', 'san sang tra', 'cho nhan']],
  ['returned', 'granted', ['da tra', 'da nhan ket qua', 'tra ket qua']],
  [
    'resolved',
    'granted',
    [
      'da xu ly xong',
      'xu ly xong',
      'giai quyet xong',
      'da giai quyet',
      'da co ket qua',
      'co ket qua',
      'hoan thanh',
      'da xong',
      'da duyet',
    ],
  ],
  [
    'processing',
    'granted',
    ['dang xu ly', 'dang giai quyet', 'dang thu ly', 'da chuyen', 'cho ky', 'cho duyet'],
  ],
  ['registered', 'granted', ['moi dang ky', 'cho tiep nhan']],
  ['received', 'granted', ['tiep nhan', 'moi nhan', 'da nhan']],
  [null, 'granted', ['dung han', 'truoc han', 'qua han', 'tre han', 'som han', 'trong han']],
];
const timelinessWords = ['dung han', 'truoc han', 'qua han', 'tre han', 'som han', 'trong han', 'dung hen'];

/** Undefined for a word that is none of them; an empty cell lets the dates say it. */
export function readStatus(text: string): ReadStatus | undefined {
  const key = ` ${headKey(text)} `;
  if (key.trim() === '') return { status: null, outcome: 'granted' };
  const bare = timelinessWords.reduce((rest, words) => rest.replace(` ${words} `, ' '), key);
  if (bare.trim() === '') return { status: null, outcome: 'granted' };
  const found = wordings.find(([, , words]) => words.some((each) => bare.includes(` ${each} `)));
  return found && { status: found[0], outcome: found[1] };
}
