import type { DigitalRow } from '../../shared/domain/digital-teams.ts';
import { formatDay } from '../../shared/format.ts';
import type { ReportPaper } from './report-paper.ts';
import type { SlipOffice } from './slip-data.ts';

/** The sheet that goes round in a class: as many empty lines as people are expected, high enough for a pen. */

const usualLines = 30;

export function signInSheet(
  { title, heldOn, place, area, teacher, headcount }: DigitalRow<'trainingClasses'>,
  context: { office: SlipOffice; printedAt: string; maker: string },
): ReportPaper {
  const { office, printedAt, maker } = context;
  const where = [place, area].filter((text) => text !== '').join(', ');
  return {
    office,
    printedAt,
    sheet: {
      name: 'Danh sách tham dự lớp tập huấn',
      period: { from: heldOn, to: heldOn },
      title: ['Danh sách tham dự lớp tập huấn', title],
      subtitles: [
        `Ngày ${formatDay(heldOn)}${where === '' ? '' : `, tại ${where}`}`,
        ...(teacher === '' ? [] : [`Người hướng dẫn: ${teacher}`]),
      ],
      form: [],
      aside: [],
      office: { parentAgency: office.parentAgency, name: office.oneStopUnit, place: office.place },
      madeOn: printedAt.slice(0, 10),
      columns: [
        { path: ['TT'], width: 5, kind: 'number' },
        { path: ['Họ và tên'], width: 34, kind: 'text' },
        { path: ['Năm sinh'], width: 10, kind: 'text' },
        { path: ['Địa bàn'], width: 26, kind: 'text' },
        { path: ['Điện thoại'], width: 18, kind: 'text' },
        { path: ['Ký tên'], width: 22, kind: 'text' },
      ],
      isNumbered: false,
      isForPen: true,
      lines: Array.from({ length: headcount ?? usualLines }, (_, index) => ({
        isGroup: false,
        cells: [index + 1],
      })),
      total: null,
      notes: ['Thông tin dùng để đếm người được hỗ trợ số; không ghi số căn cước vào danh sách này.'],
      signers: ['NGƯỜI LẬP DANH SÁCH', 'NGƯỜI HƯỚNG DẪN'],
      maker,
      receivers: ['- Lưu: VT.'],
    },
  };
}
