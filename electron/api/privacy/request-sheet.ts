import type { Applicant } from '../../../shared/domain/intake.ts';
import type { RequestState } from '../../../shared/domain/subject-request.ts';
import { maskIdNumber } from '../../../shared/domain/text.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { capacityLabels, resultLabels, wishLabels } from '../../../shared/subject-words.ts';
import type { RequestPaper } from '../../printing/request-sheet.ts';
import { type LongScope, requirePerson } from '../door.ts';
import { officeOnPaper } from '../office-on-paper.ts';

/** The paper of a request: its acknowledgement while it is open, its answer afterwards; kept nowhere. */
export async function requestSheet(
  scope: LongScope,
  state: RequestState,
  person: Applicant | null,
): Promise<{ path: string }> {
  const { bookPress, previews } = scope.context;
  const name = person?.name ?? '';
  const { asker } = state;
  const paper: RequestPaper = {
    ...(state.endedAt === null ? acknowledgement(state) : answer(state)),
    office: officeOnPaper(scope),
    printedAt: scope.now.officeTime,
    addressee: asker.capacity === 'self' ? name : asker.name,
    facts: [
      { label: 'Mã yêu cầu', value: state.code },
      { label: 'Dữ liệu của', value: whose(person) },
      ...(asker.capacity === 'self'
        ? []
        : [
            {
              label: 'Người yêu cầu',
              value: `${asker.name}, ${capacityLabels[asker.capacity].toLowerCase()} (${asker.proof})`,
            },
          ]),
      { label: 'Yêu cầu', value: wishLabels[state.wish] },
      { label: 'Nội dung', value: state.words },
      { label: 'Nhận lúc', value: timeWords(state.receivedAt) },
    ],
    maker: requirePerson(scope).name,
  };
  return { path: previews.keep(await bookPress.request(paper)) };
}

type Said = Pick<RequestPaper, 'title' | 'paragraphs' | 'notes' | 'signers'>;

const complaint =
  'Không đồng ý với việc xử lý dữ liệu hoặc với trả lời này, người yêu cầu có quyền khiếu nại, tố cáo, khởi kiện theo quy định của pháp luật.';

function acknowledgement({ answerDueAt, extension }: RequestState): Said {
  return {
    title: 'Giấy báo nhận yêu cầu về dữ liệu cá nhân',
    paragraphs: [
      `Đơn vị đã nhận yêu cầu trên và sẽ trả lời chậm nhất ngày ${formatDay(answerDueAt)}.`,
      ...(extension === null ? [] : [`Thời hạn đã được gia hạn một lần. Lý do: ${extension}`]),
    ],
    notes: ['Mang theo giấy này khi hỏi về yêu cầu.', complaint],
    signers: ['NGƯỜI YÊU CẦU', 'NGƯỜI NHẬN'],
  };
}

function answer(state: RequestState): Said {
  const { status, result, ground, answer: words, corrections, endedAt } = state;
  const ended = endedAt === null ? '' : timeWords(endedAt);
  const said =
    status === 'refused'
      ? [`Đơn vị không thực hiện yêu cầu trên. Căn cứ: ${ground ?? ''}.`, words ?? '']
      : status === 'withdrawn'
        ? ['Người yêu cầu đã rút yêu cầu trên. Đơn vị không thực hiện gì thêm.']
        : [`Kết quả: ${result === null ? '' : resultLabels[result].toLowerCase()}.`, words ?? ''];
  return {
    title: 'Trả lời yêu cầu về dữ liệu cá nhân',
    paragraphs: [
      ...said,
      ...(corrections.length === 0
        ? []
        : [`Hồ sơ đã đính chính: ${[...new Set(corrections.map(({ caseCode }) => caseCode))].join(', ')}.`]),
      `Trả lời lúc ${ended}.`,
    ].filter((text) => text !== ''),
    notes: [complaint],
    signers: ['NGƯỜI NHẬN TRẢ LỜI', 'NGƯỜI TRẢ LỜI'],
  };
}

/** His number is masked: the paper may go through other hands. */
function whose(person: Applicant | null): string {
  if (person === null) return 'đã xóa';
  const { name, idNumber } = person;
  return idNumber === null ? name : `${name}, số giấy tờ ${maskIdNumber(idNumber)}`;
}

const timeWords = (at: string): string => `${formatHour(at)} ngày ${formatDay(at)}`;
