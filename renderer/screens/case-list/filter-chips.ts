import { caseSetLabels } from '../../../shared/case-set-words.ts';
import { shortPersonName } from '../../../shared/domain/text.ts';
import { formatDay, formatDayMonthPadded } from '../../../shared/format.ts';
import { channelLabels, statusLabels, timelinessLabels } from '../../../shared/labels.ts';
import type { CaseListFilter } from '../../list-state.ts';

interface FilterChip {
  name: string;
  value: string;
  /** The filter that is left when this chip goes. */
  without: CaseListFilter;
}

export interface ChipNames {
  people: readonly { id: number; name: string }[];
  points: readonly { id: string; name: string }[];
  counterName: string;
}

function nameOf<Id>(
  known: readonly { id: Id; name: string }[],
  id: Id,
  shorten = (name: string) => name,
): string {
  const found = known.find((one) => one.id === id);
  return found ? shorten(found.name) : String(id);
}

/** The conditions in force, in words; `names` knows people and reception points. */
export function filterChips(filter: CaseListFilter, names: ChipNames): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (name: string, value: string, ...keys: (keyof CaseListFilter)[]) => {
    const without = { ...filter };
    for (const key of keys) delete without[key];
    chips.push({ name, value, without });
  };
  const { figure, holderId, point, area } = filter;
  if (figure) {
    const { set, from, to, until } = figure;
    const untilWords = until ? `, xét đến hết ${formatDay(until)}` : '';
    add(caseSetLabels[set], `${daysWords(from, to)}${untilWords}`, 'figure');
  }
  const {
    receivedFrom,
    receivedTo,
    fields,
    procedureCode,
    channel,
    status,
    year,
    timeliness,
    settled,
    dueFrom,
    dueTo,
  } = filter;
  if (filter.ids) add('Dễ trễ hạn', `${filter.ids.length} hồ sơ`, 'ids');
  if (receivedFrom || receivedTo)
    add('Ngày nhận', daysWords(receivedFrom, receivedTo), 'receivedFrom', 'receivedTo');
  if (dueFrom || dueTo) add('Hẹn trả', daysWords(dueFrom, dueTo), 'dueFrom', 'dueTo');
  if (year) add('Năm', String(year), 'year');
  if (fields) add('Lĩnh vực', fields.join(', '), 'fields');
  if (procedureCode) add('Thủ tục', procedureCode, 'procedureCode');
  if (holderId) add('Người giữ', nameOf(names.people, holderId, shortPersonName), 'holderId');
  if (point !== undefined) add('Điểm', nameOf(names.points, point) || names.counterName, 'point');
  if (area !== undefined) add('Địa chỉ', area || 'không có địa chỉ', 'area');
  if (channel) add('Kênh', channelLabels[channel], 'channel');
  if (status) add('Trạng thái', statusLabels[status], 'status');
  if (timeliness)
    add('Kết quả', timeliness.map((one) => timelinessLabels[one].toLowerCase()).join(', '), 'timeliness');
  if (settled !== undefined) add('Giải quyết', settled ? 'đã xong' : 'chưa xong', 'settled');
  if (filter.received) add('Tiếp nhận', 'đã tiếp nhận', 'received');
  if (filter.endedBefore) add('Có kết quả', `trước ${formatDay(filter.endedBefore)}`, 'endedBefore');
  if (filter.promise) add('Hứa trong ngày', promiseWords[filter.promise], 'promise');
  if (filter.saved) add('Hạn', 'ngắn hơn quy định', 'saved');
  if (filter.unprinted) add('Phiếu', 'chưa in', 'unprinted');
  return chips;
}

const promiseWords = { judged: 'đã đến ngày', kept: 'giữ lời', missed: 'lỡ lời' };

/** "01/04 – 24/04/2025", "từ 01/04/2025", "đến 24/04/2025". */
function daysWords(from: string | undefined, to: string | undefined): string {
  if (from && to) {
    const start = from.slice(0, 4) === to.slice(0, 4) ? formatDayMonthPadded(from) : formatDay(from);
    return from === to ? formatDay(from) : `${start} – ${formatDay(to)}`;
  }
  return from ? `từ ${formatDay(from)}` : `đến ${formatDay(to ?? '')}`;
}
