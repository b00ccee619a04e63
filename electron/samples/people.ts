import type { ReceiveInput } from '../../shared/domain/intake.ts';
import { itOng, type SamplePlace } from './place.ts';
import type { Random } from './random.ts';

export type SampleCitizen = ReceiveInput['applicant'];

/** Invented: a name as it occurs there, a number and a telephone that belong to nobody; `serial` makes them unique within the sample. */
export function sampleCitizen(random: Random, serial: number, place: SamplePlace): SampleCitizen {
  const { families, men, women, areas } = place;
  const isWoman = random.next() < 0.52;
  const birthYear = random.integer(1950, 2005);
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const person = {
    name: `${random.pick(families)} ${random.pick(isWoman ? women : men)}`,
    sex: isWoman ? ('female' as const) : ('male' as const),
    birthOn: `${birthYear}-${month}-${day}`,
    hamlet: random.pick(areas),
    serial,
  };
  return namedCitizen(person, place);
}

/** Somebody whose name a story gives. */
export function namedCitizen(
  person: {
    name: string;
    sex: 'female' | 'male';
    birthOn: string;
    hamlet: string;
    serial: number;
  },
  place: SamplePlace = itOng,
): SampleCitizen {
  const { name, sex, birthOn, hamlet, serial } = person;
  const century = (birthOn < '2000' ? 0 : 2) + (sex === 'female' ? 1 : 0);
  return {
    kind: 'citizen',
    name,
    idNumber: `${place.province}${century}${birthOn.slice(2, 4)}${String(100_000 + serial).padStart(6, '0')}`,
    birthOn,
    sex,
    phone: `0900${String(serial).padStart(6, '0')}`,
    address: `${hamlet}, ${place.address}`,
  };
}
