import type { DigitalEvent, PersonDetails } from './digital.ts';
import { erasedName } from './redaction.ts';

/**
 * What stays of an event of digital support when its person goes: what was helped and reached, when, where, by whom. His name, year of
 * birth and telephone go, and what was written of him. Entries of a campaign stay: an older file of its laptops would bring them back, but say no more
 * who he is.
 * @param area where he counted as living.
 * @param keepsArea whether so many live there that it finds nobody.
 */
export function redactedDigital(
  event: DigitalEvent,
  area: string,
  keepsArea: (area: string) => boolean,
): DigitalEvent {
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
    case 'entryLeft':
      return event;
  }
}

const blank = ({ name, area }: PersonDetails, keepsArea: (area: string) => boolean): PersonDetails => ({
  name: name === '' ? '' : erasedName,
  birthYear: null,
  area: keepsArea(area) ? area : '',
  phone: null,
});
