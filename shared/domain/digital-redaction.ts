import type { DigitalEvent, PersonDetails } from './digital.ts';
import type { CampaignEntry } from './digital-campaign.ts';
import { erasedName } from './redaction.ts';

/** What goes of somebody, and what takes its place. */
export interface DigitalErasure {
  /** Where he counted as living. */
  area: string;
  /** Whether so many live there that it finds nobody. */
  keepsArea(area: string): boolean;
  /** What tells him from others from now on, in the place of the hash of his number. */
  personKey: string;
}

/**
 * What stays of an event of digital support when its person goes: what was helped and reached, when, where, by whom. His name, year of
 * birth and telephone go, and what was written of him.
 */
export function redactedDigital(event: DigitalEvent, erasure: DigitalErasure): DigitalEvent {
  const { area, keepsArea } = erasure;
  switch (event.kind) {
    case 'added':
      return {
        ...event,
        details: event.details && blank(event.details, keepsArea),
        erasedArea: keepsArea(area) ? area : '',
      };
    case 'described':
      return { ...event, details: blank(event.details, keepsArea) };
    case 'marked':
      return { ...event, claim: { ...event.claim, note: '' } };
    case 'helped':
      return { ...event, help: { ...event.help, note: '' } };
    case 'unmarked':
    case 'helpTakenBack':
      return { ...event, reason: '' };
    case 'entered':
      return { ...event, entry: redactedEntry(event.entry, erasure) };
    case 'entryLeft':
      return event;
  }
}

/** What stays of an entry of a campaign: the lượt, and that it was somebody's. */
export function redactedEntry(
  entry: CampaignEntry,
  { keepsArea, personKey }: Omit<DigitalErasure, 'area'>,
): CampaignEntry {
  const { name, birthYear, area } = blank({ ...entry, phone: null }, keepsArea);
  return { ...entry, personKey, name, birthYear, area, erased: true };
}

const blank = ({ name, area }: PersonDetails, keepsArea: (area: string) => boolean): PersonDetails => ({
  name: name === '' ? '' : erasedName,
  birthYear: null,
  area: keepsArea(area) ? area : '',
  phone: null,
});
