import type { CaseEventKind, CaseState } from '../../../shared/domain/case-flow.ts';
import { channelLabels, eventLabels } from '../../../shared/labels.ts';
import type { TimelineEntry } from '../../../shared/views.ts';
import type { EntryWords } from './timeline-words.ts';

const source = 'Theo sổ đã nhập';

/** What an older book tells of a case: never who did it, and no more than stood there. */
export function importedWords(
  kind: CaseEventKind,
  detail: TimelineEntry['detail'],
  state: CaseState,
): EntryWords {
  const note = [detail.note, detail.reason].find((text) => text && text !== source);
  return {
    title: eventLabels[kind],
    sub: [source, toldOf(kind, detail, state)].filter(Boolean).join(', '),
    note: typeof note === 'string' ? note : '',
  };
}

function toldOf(kind: CaseEventKind, detail: TimelineEntry['detail'], state: CaseState) {
  switch (kind) {
    case 'received':
    case 'registered':
      return channelLabels[state.channel].toLowerCase();
    case 'handedOver':
      return typeof detail.agency === 'string' ? `gửi ${detail.agency}` : undefined;
    case 'supplementRequested':
      return 'không rõ ngày yêu cầu';
    case 'returned':
      return state.recipient && `${state.recipient.name} nhận`;
    case 'codeAttached':
      return state.nationalCode;
    default:
      return undefined;
  }
}
