import { usualAmount } from '../../shared/domain/fee-usual.ts';
import type { ReceiveInput } from '../../shared/domain/intake.ts';
import type { Channel, Procedure } from '../../shared/domain/procedure.ts';
import type { SampleCitizen } from './people.ts';
import type { Random } from './random.ts';

/** What is entered of a case beside its applicant. */
export interface Entry {
  channel: Channel;
  /** As the catalogue lists them; or as they are on the counter: a dossier filed online has scans and no originals. */
  papers: 'asListed' | 'asFiled';
  slips: ReceiveInput['slips'];
  /** Id of a reception point of the settings. */
  point?: string;
  isDigitised?: true;
}

/** The form of a reception as a clerk fills it in: every required paper, the fee of the catalogue. */
export function receptionOf(
  { channel, papers, slips, point, isDigitised }: Entry,
  procedure: Procedure,
  applicant: SampleCitizen,
  random: Random,
) {
  return {
    formKey: formKey(random),
    procedureCode: procedure.code,
    applicant,
    papers: papersOf(procedure, papers === 'asFiled' && channel === 'online'),
    channel,
    ...(point !== undefined && { point }),
    ...(isDigitised && { digitised: true }),
    fee: {
      amountVnd: usualAmount(procedure.fee, channel),
      method: channel === 'online' ? ('onlinePayment' as const) : ('cash' as const),
    },
    slips,
  };
}

/** The required papers of a procedure, one of each. */
export function papersOf({ components }: Procedure, areScans: boolean): ReceiveInput['papers'] {
  return components
    .filter(({ required }) => required)
    .map(({ name, originals, copies }) => {
      const shown = /xuất trình/i.test(name);
      return areScans
        ? { name, photocopies: 1 }
        : { name, shown, originals: shown ? 0 : originals, photocopies: copies };
    });
}

/** A UUID of version 4, the same on every machine. */
export function formKey(random: Random): string {
  const hex = () => random.integer(0, 0xffff).toString(16).padStart(4, '0');
  return `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`;
}
