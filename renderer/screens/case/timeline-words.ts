import type { CaseEvent, CaseState, EventOf, SupplementItem } from '../../../shared/domain/case-flow.ts';
import { formNames } from '../../../shared/domain/forms.ts';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import { formatDay, formatMoney, formatShortTime } from '../../../shared/format.ts';
import {
  channelLabels,
  eventLabels,
  outcomeLabels,
  returnChannelLabels,
  slipLabels,
  stopGroundLabels,
} from '../../../shared/labels.ts';
import type { TimelineEntry } from '../../../shared/views.ts';
import { eventWord } from '../../case-words.ts';
import { changedFieldWords } from './changed-field-words.ts';
import { importedWords } from './imported-words.ts';
import { paymentWords } from './money/money-words.ts';

export interface EntryWords {
  title: string;
  /** Who did it, to whom, and what became of it. */
  sub: string;
  /** What they wrote. */
  note: string;
}

/** Whether it is an act on the case: papers and money leave its state as it was, and no undo takes them back. */
export function isAct({ kind }: Pick<TimelineEntry, 'kind'>): boolean {
  return kind !== 'printed' && kind !== 'reprinted' && kind !== 'money';
}

/** The entries that an undo took back, by their place in the journal (the fold pops what stands last). */
export function undoneEntries(timeline: readonly TimelineEntry[]): ReadonlySet<number> {
  const standing: number[] = [];
  const undone = new Set<number>();
  for (const { seq, kind } of timeline.filter(isAct).toSorted((a, b) => a.seq - b.seq)) {
    if (kind !== 'undone') {
      standing.push(seq);
      continue;
    }
    const last = standing.pop();
    if (last !== undefined) undone.add(last);
  }
  return undone;
}

/** An entry of the timeline in words; what the detail does not hold is left out. */
export function timelineWords(entry: TimelineEntry, state: CaseState): EntryWords {
  const { kind, by, detail } = entry;
  if (kind === 'printed' || kind === 'reprinted') {
    const form = formNames.find((one) => one === detail.form);
    const title = `${kind === 'printed' ? 'In' : 'In lại'} ${form ? slipLabels[form].toLowerCase() : 'phiếu'}`;
    return { title, sub: by.name, note: '' };
  }
  if (kind === 'money') {
    const { title, note } = paymentWords(detail.event as PaymentEvent);
    return { title, sub: by.name, note };
  }
  if (by.name === '') return importedWords(kind, detail, state);
  if (kind === 'received' || kind === 'registered') {
    const how = `${by.name}, ${channelLabels[state.channel].toLowerCase()}`;
    const due = kind === 'received' ? `. ${dueWords(state.originalDueAt)}` : '. Chưa tính thời hạn';
    return { title: eventLabels[kind], sub: how + due, note: '' };
  }
  // The door sends the facts of the event beside its kind, moment and person.
  return { title: eventLabels[kind], ...eventWords({ kind, at: entry.at, by, ...detail } as LaterEvent) };
}

type LaterEvent = Exclude<CaseEvent, { kind: 'received' | 'registered' }>;
type Words = Omit<EntryWords, 'title'>;

function eventWords(event: LaterEvent): Words {
  const who = event.by.name;
  switch (event.kind) {
    case 'accepted':
      return { sub: `${who}. ${dueWords(event.appointment.dueAt)}`, note: '' };
    case 'rejected':
      return { sub: joined(who, event.papersReturned && 'đã trả lại giấy tờ'), note: event.reason };
    case 'handedOver':
      return {
        sub:
          event.agency && event.to.id === event.by.id
            ? `${who} gửi ${event.agency}`
            : joined(`${who} giao, ${event.to.name} nhận`, event.agency && `gửi ${event.agency}`),
        note: event.note,
      };
    case 'takenBack':
      return { sub: `${event.from || 'Người đang giữ'} trả lại, ${who} nhận`, note: event.note };
    case 'supplementRequested':
      return supplementWords(event);
    case 'supplemented':
      return {
        sub: joined(
          `${who}. ${dueWords(event.appointment.dueAt)}`,
          !event.inPerson && 'người dân không phải đến',
        ),
        note: event.note,
      };
    case 'paymentRequested':
      return {
        sub: joined(
          who,
          event.amountVnd !== null && formatMoney(event.amountVnd),
          event.pauses ? 'ngừng tính thời gian' : 'thời gian vẫn tính',
        ),
        note: event.note,
      };
    case 'paymentConfirmed':
      return { sub: `${who}. ${dueWords(event.appointment.dueAt)}`, note: event.note };
    case 'extended':
    case 'verificationOpened':
      return { sub: `${who}. ${dueWords(event.appointment.dueAt)}`, note: event.reason };
    case 'extraAgreed':
      return {
        sub: joined(
          `${who}. Thêm ${event.workingDays} ngày làm việc`,
          event.signedAgreement && 'có văn bản thỏa thuận',
          inSentence(dueWords(event.appointment.dueAt)),
        ),
        note: event.note,
      };
    default:
      return closingWords(event);
  }
}

type ClosingEvent = Extract<
  LaterEvent,
  {
    kind:
      | 'stopped'
      | 'withdrawn'
      | 'resolved'
      | 'returned'
      | 'setAside'
      | 'shelved'
      | 'originalsReturned'
      | 'visited'
      | 'corrected'
      | 'appointmentMoved'
      | 'codeAttached'
      | 'undone';
  }
>;

function closingWords(event: ClosingEvent): Words {
  const who = event.by.name;
  switch (event.kind) {
    case 'stopped':
    case 'withdrawn':
      return {
        sub: joined(
          who,
          event.kind === 'stopped' && stopGroundLabels[event.ground].toLowerCase(),
          event.papersReturned && 'đã trả lại giấy tờ',
          event.refundVnd !== null && `hoàn ${formatMoney(event.refundVnd)}`,
        ),
        note: event.reason,
      };
    case 'resolved':
      return {
        sub: joined(`${outcomeLabels[event.outcome]}. ${who}`, event.result && resultWords(event.result)),
        note: event.note,
      };
    case 'returned':
      return {
        sub: joined(
          `${event.recipient.name} nhận${event.recipient.relation ? ` (${event.recipient.relation})` : ''}`,
          returnChannelLabels[event.via].toLowerCase(),
          event.postal?.trackingNo && `bưu gửi ${event.postal.trackingNo}`,
          event.originals?.length && `trả ${event.originals.length} loại bản chính`,
          `${who} trả`,
        ),
        note: event.note,
      };
    case 'setAside':
      return { sub: `${who}. Cất tại ${event.place}`, note: event.note };
    case 'shelved':
      return { sub: event.shelf ? `${who}. Cất tại ${event.shelf}` : `${who}. Bỏ ghi chỗ cất`, note: '' };
    case 'originalsReturned':
      return {
        sub: `${event.to} nhận, ${who} trả`,
        note: event.items.map(({ name, originals }) => `${originals} ${name}`).join('; '),
      };
    case 'visited':
      return { sub: who, note: event.purpose };
    case 'corrected':
      return {
        sub: joined(
          `${who} sửa ${changedFieldWords(Object.keys(event.changes))}`,
          event.dates && inSentence(dueWords(event.dates.appointment.dueAt)),
        ),
        note: event.reason,
      };
    case 'appointmentMoved':
      return {
        sub: `${dueWords(event.appointment.dueAt)}, theo lịch nghỉ bản ${event.calendarVersion}`,
        note: event.reason,
      };
    case 'codeAttached':
      return { sub: `${event.nationalCode}. ${who}`, note: '' };
    case 'undone':
      return { sub: `${who} hoàn tác ${eventWord(event.undoes)}`, note: event.reason };
  }
}

function supplementWords(event: EventOf<'supplementRequested'>): Words {
  return {
    sub: joined(
      `${event.by.name}. Bổ sung đến hết ${formatDay(event.lastDayOn)}`,
      event.overridden && 'lần hai, theo lãnh đạo',
    ),
    note: `${event.items.map(itemWords).join('; ')}. ${event.reason}`,
  };
}

function itemWords({ name, note }: SupplementItem): string {
  return note ? `${name} (${note})` : name;
}

function resultWords({ kind, number, abstract }: NonNullable<CaseState['result']>): string {
  return [kind, number && `số ${number}`, abstract].filter(Boolean).join(' ');
}

function dueWords(dueAt: string | null): string {
  return dueAt === null ? 'Không hẹn ngày' : `Hẹn ${formatShortTime(dueAt)}`;
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function joined(...parts: readonly (string | number | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
