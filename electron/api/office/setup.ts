import { z } from 'zod';
import { formatCode, idleMinutesSchema, secretSchema } from '../../../shared/domain/account.ts';
import { policiesSchema } from '../../../shared/domain/appointment.ts';
import type { BankView } from '../../../shared/domain/bank-list.ts';
import { codePatternSchema } from '../../../shared/domain/codes.ts';
import { bankSchema, type FeeSettings, feeSettingsSchema } from '../../../shared/domain/fee-rule.ts';
import { feedbackSettingsSchema } from '../../../shared/domain/feedback-settings.ts';
import { formNumberings, formTextsSchema } from '../../../shared/domain/forms.ts';
import { noticeTemplatesSchema } from '../../../shared/domain/notice-settings.ts';
import { openingHoursSchema } from '../../../shared/domain/opening-hours.ts';
import { paragraphsSchema } from '../../../shared/domain/paragraph.ts';
import {
  daySchema,
  isManager,
  managers,
  officePeopleSchema,
  type Staff,
  staffSchema,
} from '../../../shared/domain/person.ts';
import { noAppointmentDaySchema } from '../../../shared/domain/promise.ts';
import { qd766SettingsSchema } from '../../../shared/domain/qd766.ts';
import { queueSettingsSchema } from '../../../shared/domain/queue-settings.ts';
import { ratingSettingsSchema } from '../../../shared/domain/rating-settings.ts';
import { pointsSchema } from '../../../shared/domain/reception-point.ts';
import { secondScreenSettingsSchema } from '../../../shared/domain/second-screen.ts';
import {
  flowPoliciesSchema,
  officeSchema,
  printingSchema,
  type Settings,
} from '../../../shared/domain/settings.ts';
import { subjectRightSettingsSchema } from '../../../shared/domain/subject-right-settings.ts';
import { targetsSchema } from '../../../shared/domain/target.ts';
import { vietQrPayload } from '../../../shared/domain/vietqr.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Session, SessionWithCode } from '../../../shared/views.ts';
import type { RulesView } from '../../../shared/views-calendar.ts';
import type { QrDrawing } from '../../../shared/views-display.ts';
import { drawQr } from '../../qr-drawing.ts';
import { saveRecoveryHash, setPassword } from '../../register/accounts/accounts.ts';
import {
  addPerson,
  getPersonWhoever,
  listPeople,
  listPeopleWhoLeft,
  seat,
  setPersonActive,
} from '../../register/accounts/people.ts';
import { endSignInsOf } from '../../register/accounts/sign-ins.ts';
import type { Reader, Writer } from '../../register/connection.ts';
import { canonicalJson } from '../../register/journal.ts';
import { isPointUsed } from '../../register/points.ts';
import { askToLeaveSample } from '../../register/sample-aside.ts';
import { findSettings, saveSetting } from '../../register/settings.ts';
import { sessionOf } from '../accounts/session-view.ts';
import { newRecoveryCode, signInHere } from '../accounts/sign-in-writing.ts';
import { sometimesApproved } from '../approved.ts';
import {
  type CommandScope,
  command,
  longCommand,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';
import { hashPassword } from '../secret-check.ts';
import { keepSigningKey } from '../trust/signing-writing.ts';
import { overtakenSettings } from './overtaken.ts';

const setupSchema = z.object({
  office: officeSchema,
  hours: openingHoursSchema,
  people: officePeopleSchema,
  printing: printingSchema.prefault({}),
  isSample: z.boolean().default(false),
  /** Of the first administrator; nothing in a sample. */
  password: secretSchema.default(''),
});

/** Only what is sent changes. Not `settingsSchema.partial()`: its defaults would fill in, and so reset, all the rest. */
const changeSchema = z
  .object({
    office: officeSchema,
    hours: openingHoursSchema,
    printing: printingSchema,
    codePattern: codePatternSchema,
    policies: policiesSchema,
    flow: flowPoliciesSchema,
    noAppointmentDays: z.array(noAppointmentDaySchema).max(60),
    formTexts: formTextsSchema,
    formNumbering: z.enum(formNumberings),
    fees: feeSettingsSchema,
    bank: bankSchema.nullable(),
    secondScreen: secondScreenSettingsSchema,
    rating: ratingSettingsSchema,
    queue: queueSettingsSchema,
    feedback: feedbackSettingsSchema,
    subjectRights: subjectRightSettingsSchema,
    notices: noticeTemplatesSchema,
    points: pointsSchema,
    targets: targetsSchema,
    paragraphs: paragraphsSchema,
    qd766: qd766SettingsSchema,
    idleMinutes: idleMinutesSchema,
  })
  .partial();
type Changes = z.output<typeof changeSchema>;

const saveSchema = changeSchema.extend({
  /** The values that the change was begun from: saved over by somebody else meanwhile, it is refused. */
  was: z.record(z.string(), z.unknown()).default({}),
  /** In force from a later day than today, as a new circular is. */
  from: daySchema.optional(),
});

/** Without a code in a sample. */
type FirstSession = Session & { recoveryCode: SessionWithCode['recoveryCode'] | null };

export const setupRoutes = {
  /**
   * The first run, in one transaction; afterwards it is refused with alreadySetUp. The first administrator, or else the first leader,
   * gets the password and is signed in; the recovery code is answered once. A sample has neither: its first person sits here.
   */
  complete: longCommand('anyone', ['session'], setupSchema, async (scope, input): Promise<FirstSession> => {
    refuseSecondRun(scope.db);
    const { people, password, ...settings } = input;
    const { unit, place, province } = settings.office;
    const first = input.isSample ? 0 : managerAmong(people);
    const secrets = input.isSample
      ? null
      : {
          hash: await hashPassword(scope, password, [people[first]?.name ?? '', unit, place, province]),
          recovery: await newRecoveryCode(scope),
        };
    const enter = await scope.write((writing) => {
      const { tx, now } = writing;
      refuseSecondRun(tx);
      saveAll(tx, settings);
      // Who logged a campaign here, before it was a counter, is none of its people.
      for (const { id: before } of listPeople(tx)) setPersonActive(tx, before, false);
      const ids = people.map((staff) => addPerson(tx, staff));
      const id = ids[first] ?? 0;
      writing.record('setup.completed', 'settings', { ...settings, people });
      keepSigningKey(writing, settings.office.agencyCode);
      if (secrets === null) {
        seat(tx, scope.door.device, id);
        return () => undefined;
      }
      setPassword(tx, id, secrets.hash, now.instant);
      saveRecoveryHash(tx, secrets.recovery.hash, now.instant);
      return signInHere(writing, { id, name: people[first]?.name ?? '' });
    });
    enter();
    return { ...sessionOf(scope), recoveryCode: secrets && formatCode(secrets.recovery.code) };
  }),

  /** What decides dates and waits, for the settings; the frame of the window does without. */
  rules: query(seated, z.void(), ({ db, now }): RulesView => {
    const { policies, flow, noAppointmentDays } = requireSettings(db, now);
    return { policies, flow, noAppointmentDays };
  }),

  /** Who is exempt and what the office charges beside the procedures: the intake computes with it. */
  fees: query(seated, z.void(), ({ db, now }): FeeSettings => requireSettings(db, now).fees),

  /** The account that fees are transferred to, and the banks to choose from. */
  bank: query(seated, z.void(), ({ db, now, context }): BankView => {
    return { bank: requireSettings(db, now).bank, banks: context.banks };
  }),

  /** The code of a small transfer to an account that is being typed, to be tried with a telephone. Nothing is stored. */
  bankSample: query(
    managers,
    bankSchema.pick({ bin: true, account: true }),
    (_, { bin, account }): { qr: QrDrawing; amountVnd: number; purpose: string } => {
      const trial = { amountVnd: 1000, purpose: 'Chuyen thu' };
      return { qr: drawQr(vietQrPayload({ bin, account, ...trial })), ...trial };
    },
  ),

  /**
   * Changes settings from today or a later day on; what was promised under the old ones keeps its own copy. Throws stale, and
   * invalidInput when a reception point that cases name would be gone: it can only end.
   */
  save: command(managers, ['session', 'cases'], saveSchema, (scope, { was, from, ...input }): Session => {
    const { today } = scope.now;
    if (from !== undefined && from < today) throw new AppError('invalidInput', { fields: { from: 'day' } });
    const day = from ?? today;
    const names = (Object.keys(input) as (keyof Changes)[]).filter((name) => input[name] !== undefined);
    const current: Settings = requireSettings(scope.tx, { today: day });
    const changed = names.filter(
      (name) => name in was && canonicalJson(was[name]) !== canonicalJson(current[name]),
    );
    if (changed.length > 0) throw overtakenSettings(scope.tx, changed);
    if (input.points !== undefined) requireUsedPoints(scope.tx, current.points, input.points);
    for (const name of names) saveSetting(scope.tx, name, input[name] as Settings[typeof name], day);
    scope.record('settings.changed', 'settings', { ...input, ...(from !== undefined && { from }) });
    if (input.office !== undefined) keepSigningKey(scope, input.office.agencyCode);
    return sessionOf({ ...scope, db: scope.tx });
  }),

  /** The next start puts the sample aside and begins the real register; refused on a real one. */
  leaveSample: command(managers, [], z.void(), (scope): { atNextStart: true } => {
    if (!requireSettings(scope.tx, scope.now).isSample) throw new AppError('notAllowed');
    scope.record('sample.left', 'settings', {});
    scope.finish(() => askToLeaveSample(scope.context.register.folder));
    return { atNextStart: true };
  }),
};

export const peopleRoutes = {
  /** Who does not work here any more, and may come back. */
  left: query(managers, z.void(), ({ db }) => listPeopleWhoLeft(db)),

  /** Somebody new; one who may manage needs a second manager. */
  add: sometimesApproved(
    managers,
    ['session'],
    staffSchema,
    (_, staff) => (isManager(staff) ? {} : null),
    (scope, { name, title, roles }): Session => {
      const staff = { name, title, roles };
      const id = addPerson(scope.tx, staff);
      scope.record('person.added', `person:${id}`, staff);
      return sessionOf({ ...scope, db: scope.tx });
    },
  ),

  /**
   * Somebody leaves or comes back; of one who may manage a second manager approves both. Whoever sits here cannot remove himself, nor
   * the last clerk.
   */
  setActive: sometimesApproved(
    managers,
    ['session'],
    z.object({ id: z.int().min(1), active: z.boolean() }),
    ({ db }, { id }) => (isManager(getPersonWhoever(db, id)) ? { about: id } : null),
    (scope, { id, active }): Session => {
      if (!active && id === requirePerson(scope).id) throw new AppError('notAllowed');
      setPersonActive(scope.tx, id, active);
      if (!hasClerk(scope)) throw new AppError('notAllowed');
      if (!active) endSignInsOf(scope.tx, id, 'left', scope.context.clock());
      scope.record('person.activeChanged', `person:${id}`, { active });
      return sessionOf({ ...scope, db: scope.tx });
    },
  ),
};

function refuseSecondRun(db: Reader): void {
  if (findSettings(db, '9999-12-31')) throw new AppError('alreadySetUp');
}

/** Who can change settings later; the people of an office have somebody who does. */
function managerAmong(people: readonly Pick<Staff, 'roles'>[]): number {
  const administrator = people.findIndex(({ roles }) => roles.includes('administrator'));
  return administrator >= 0 ? administrator : people.findIndex(({ roles }) => roles.includes('leader'));
}

function hasClerk({ tx }: CommandScope): boolean {
  return listPeople(tx).some(({ roles }) => roles.includes('clerk'));
}

function requireUsedPoints(tx: Writer, before: Settings['points'], after: Settings['points']): void {
  const gone = before.filter(({ id }) => !after.some((point) => point.id === id));
  if (gone.some(({ id }) => isPointUsed(tx, id)))
    throw new AppError('invalidInput', { fields: { points: 'choice' } });
}

/** The first settings are in force from the beginning, so that older dates have an office too. */
function saveAll(tx: Writer, settings: Omit<z.infer<typeof setupSchema>, 'people' | 'password'>): void {
  const from = '0001-01-01';
  saveSetting(tx, 'office', settings.office, from);
  saveSetting(tx, 'hours', settings.hours, from);
  saveSetting(tx, 'printing', settings.printing, from);
  saveSetting(tx, 'isSample', settings.isSample, from);
}
