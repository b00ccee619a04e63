import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { slipForms } from '../../../shared/domain/forms.ts';
import { formatShortTime } from '../../../shared/format.ts';
import {
  channelLabels,
  eventLabels,
  outcomeLabels,
  returnChannelLabels,
  slipLabels,
} from '../../../shared/labels.ts';
import type { TimelineEntry } from '../../../shared/views.ts';

interface EntryWords {
  title: string;
  /** Who did it, to whom. */
  sub: string;
  /** What they wrote. */
  note: string;
}

/** An entry of the timeline in words; what the detail does not hold is left out. */
export function timelineWords({ kind, by, detail }: TimelineEntry, state: CaseState): EntryWords {
  const note = textOf(detail.note);
  switch (kind) {
    case 'received': {
      const due = state.originalDueAt ? `Hẹn ${formatShortTime(state.originalDueAt)}` : 'Không hẹn ngày';
      return {
        title: eventLabels.received,
        sub: `${by.name}, ${channelLabels[state.channel].toLowerCase()}. ${due}`,
        note,
      };
    }
    case 'handedOver':
      return { title: eventLabels.handedOver, sub: `${by.name} giao, ${nameOf(detail.to)} nhận`, note };
    case 'resolved': {
      const outcome = detail.outcome === 'refused' ? outcomeLabels.refused : outcomeLabels.granted;
      return { title: eventLabels.resolved, sub: `${outcome}. ${by.name}`, note };
    }
    case 'returned': {
      const via = (['counter', 'postal', 'online'] as const).find((one) => one === detail.via);
      const how = via ? `, ${returnChannelLabels[via].toLowerCase()}` : '';
      return {
        title: eventLabels.returned,
        sub: `${nameOf(detail.recipient)} nhận${how}. ${by.name} trả`,
        note,
      };
    }
    case 'printed':
    case 'reprinted': {
      const form = slipForms.find((one) => one === detail.form);
      return {
        title: `${kind === 'printed' ? 'In' : 'In lại'} ${form ? slipLabels[form].toLowerCase() : 'phiếu'}`,
        sub: by.name,
        note,
      };
    }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? textOf(value.name) : '';
}
