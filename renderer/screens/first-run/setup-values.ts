import { z } from 'zod';
import { agencyCodeSchema } from '../../../shared/domain/codes.ts';
import { defaultOpeningHours, openingHoursSchema } from '../../../shared/domain/opening-hours.ts';
import { officePeopleSchema, type Role, roles } from '../../../shared/domain/person.ts';
import { findProvince } from '../../../shared/domain/provinces.ts';
import { officeSchema, printingSchema } from '../../../shared/domain/settings.ts';
import { type FaultKind, faultsOf } from '../../../shared/faults.ts';

/** The answers of the first run, as typed. Kept in the window's session storage, so that a reload loses nothing. */
export const setupValuesSchema = z.object({
  step: z.number(),
  office: z.object({
    unit: z.string(),
    parentAgency: z.string(),
    name: z.string(),
    place: z.string(),
    province: z.string(),
    agencyCode: z.string(),
    counterName: z.string(),
  }),
  people: z.array(
    z.object({ key: z.string(), name: z.string(), title: z.string(), roles: z.array(z.enum(roles)) }),
  ),
  hours: z.object({
    morning: z.object({ opensAt: z.string(), closesAt: z.string() }),
    afternoon: z.object({ opensAt: z.string(), closesAt: z.string() }),
  }),
  printing: printingSchema,
});
export type SetupValues = z.infer<typeof setupValuesSchema>;

export const emptySetup: SetupValues = {
  step: 0,
  office: {
    unit: '',
    parentAgency: '',
    name: '',
    place: '',
    province: '',
    agencyCode: '',
    counterName: 'Quầy 1',
  },
  people: [{ key: 'first', name: '', title: '', roles: ['clerk', 'administrator'] }],
  hours: defaultOpeningHours,
  printing: printingSchema.parse({}),
};

/** The questions, one a page, in order; the first page only welcomes and the last only asks to open. */
export const steps = [
  'welcome',
  'office',
  'code',
  'people',
  'password',
  'hours',
  'printing',
  'done',
] as const;
export type Step = (typeof steps)[number];

/** What is wrong on one page: dotted path → fault. Empty when one may go on. */
export type Faults = Record<string, FaultKind>;

const { unit, parentAgency, name, place, province } = officeSchema.shape;
const officeStep = z.object({ office: z.object({ unit, parentAgency, name, place, province }) });
const codeStep = z.object({ office: z.object({ agencyCode: agencyCodeSchema }) });
const hoursStep = z.object({ hours: openingHoursSchema });

export function faultsOfStep(step: Step, values: SetupValues): Faults {
  const check = (schema: z.ZodType): Faults => {
    const parsed = schema.safeParse(values);
    return parsed.success ? {} : faultsOf(parsed.error);
  };
  switch (step) {
    case 'office':
      return check(officeStep);
    case 'code':
      return check(codeStep);
    case 'people':
      return peopleFaults(values);
    case 'hours':
      return check(hoursStep);
    default:
      return {};
  }
}

/** A row that was added and left empty is nobody. */
export function namedPeople({ people }: SetupValues): SetupValues['people'] {
  const named = people.filter((person) => person.name.trim() !== '' || person.title.trim() !== '');
  return named.length > 0 ? named : people.slice(0, 1);
}

/** Who gets the first password: the first administrator, or else the first leader. */
export function passwordOwner(values: SetupValues): string {
  const named = namedPeople(values);
  const holding = (role: Role) => named.find(({ roles: held }) => held.includes(role));
  return (holding('administrator') ?? holding('leader'))?.name ?? '';
}

/** Nobody leads yet. The counter opens all the same: an administrator can add the leader later, with a second person. */
export function lacksLeader(values: SetupValues): boolean {
  return !namedPeople(values).some(({ roles: held }) => held.includes('leader'));
}

/** As the door sees them, each fault at the row on the page that it is about; of all together at `people`. */
function peopleFaults(values: SetupValues): Faults {
  const named = namedPeople(values);
  const parsed = officePeopleSchema.safeParse(named);
  const faults = Object.entries(parsed.success ? {} : faultsOf(parsed.error));
  return Object.fromEntries(
    faults.map(([path, fault]) => {
      const [at, ...field] = path.split('.');
      const person = named[Number(at)];
      if (at === '' || person === undefined) return ['people', fault];
      return [['people', values.people.indexOf(person), ...field].join('.'), fault];
    }),
  );
}

/** "UBND phường Nghĩa Lộ" → "Phường Nghĩa Lộ": the unit, where its committee was named. */
export function unitNameOf(typed: string): string {
  const text = typed.normalize('NFC').trim();
  const bare = text.replace(/^(?:UBND|(?:Ủy|Uỷ) ban nhân dân)(?=\s|$)\s*/iu, '');
  return bare === text ? text : bare.charAt(0).toUpperCase() + bare.slice(1);
}

const unitKind = /^(?:xã|phường|thị trấn|đặc khu)(?=\s)/iu;

/** What the unit's name tells about the rest, until somebody says otherwise: "Thị trấn Ít Ong" → UBND, "Ít Ong". */
export function guessesFrom(unitName: string): {
  parentAgency: string;
  place: string;
  names: [string, string];
} {
  const text = unitNameOf(unitName);
  const inSentence = text.replace(unitKind, (kind) => kind.toLowerCase());
  return {
    parentAgency: text && `UBND ${inSentence}`,
    place: text.replace(unitKind, '').trim(),
    names: [
      text ? `Trung tâm Phục vụ hành chính công ${inSentence}` : 'Trung tâm Phục vụ hành chính công',
      'Bộ phận Tiếp nhận và Trả kết quả',
    ],
  };
}

/** "H52 (mã gợi ý)": the level-1 code of the province, to begin the agency code with. */
export function suggestedCode(provinceName: string): { code: string; isSeen: boolean } | undefined {
  const found = findProvince(provinceName);
  return found && { code: found.code, isSeen: found.isCodeSeen };
}
