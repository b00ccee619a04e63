import { z } from 'zod';
import {
  helpInputSchema,
  markInputSchema,
  metPersonSchema,
  personDetailsSchema,
  takeBackInputSchema,
  unmarkInputSchema,
} from '../../../shared/domain/digital.ts';
import { claimsOf, isTakenBack } from '../../../shared/domain/digital-fold.ts';
import {
  type DigitalSettings,
  digitalSettingsSchema,
  measuresOf,
  withoutLoss,
} from '../../../shared/domain/digital-settings.ts';
import { idNumberSchema, managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { faultsOf } from '../../../shared/faults.ts';
import type { DigitalCard, DigitalPersonOf } from '../../../shared/views-digital.ts';
import { findHelp } from '../../register/digital/digital-people.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import { restand, stateOfPerson } from '../../register/digital/digital-standing.ts';
import { rebuildReached } from '../../register/digital/digital-tallies.ts';
import { getDigitalTeam } from '../../register/digital/digital-things.ts';
import { canonicalJson } from '../../register/journal.ts';
import { saveSetting } from '../../register/settings.ts';
import { command, query, seated } from '../door.ts';
import { cardOf, personOf } from './digital-views.ts';
import {
  dayOf,
  findPersonFor,
  helperFor,
  kinOfPerson,
  personFor,
  refuseShut,
  requireChoice,
  withArea,
  writeDigital,
} from './digital-writing.ts';

const personId = z.int().min(1);

export const digitalRoutes = {
  setup: query(seated, z.void(), ({ db }): DigitalSettings => digitalSettingsOf(db)),

  /**
   * In force at once: the stored sums follow. What was left out is ended. Throws invalidInput, and stale when somebody else
   * saved meanwhile.
   */
  saveSetup: command(
    managers,
    ['digital'],
    z.object({ settings: digitalSettingsSchema, was: digitalSettingsSchema }),
    (scope, { settings: wanted, was }): DigitalSettings => {
      const { tx, now } = scope;
      const before = digitalSettingsOf(tx);
      if (canonicalJson(before) !== canonicalJson(was)) throw new AppError('stale', { what: 'settings' });
      const kept = digitalSettingsSchema.safeParse(withoutLoss(before, wanted));
      if (!kept.success) throw new AppError('invalidInput', { fields: faultsOf(kept.error) });
      const settings = kept.data;
      saveSetting(tx, 'digital', settings, now.today);
      scope.record('settings.changed', 'settings', { digital: settings });
      if (canonicalJson(measuresOf(before)) !== canonicalJson(measuresOf(settings))) rebuildReached(tx);
      return settings;
    },
  ),

  /** What somebody still lacks, known or not. Throws notFound for a wrong id. */
  personOf: query(
    seated,
    z.union([
      z.object({ personId }),
      z.object({ citizenId: z.int().min(1) }),
      z.object({ idNumber: idNumberSchema }),
    ]),
    ({ db, seen }, whose): DigitalPersonOf => {
      const found = findPersonFor(db, whose);
      const person = personOf(db, found);
      if (person.personId !== null) seen('seen.digital', `digital:${person.personId}`);
      return person;
    },
  ),

  /** Throws notFound. */
  card: query(seated, z.object({ personId }), ({ db, seen }, asked): DigitalCard => {
    const card = cardOf(db, asked.personId);
    seen('seen.digital', `digital:${asked.personId}`);
    return card;
  }),

  /** Writes somebody down who may have had no help yet; whoever is known is the same person. */
  add: command(
    seated,
    ['digital'],
    z.object({ met: metPersonSchema }),
    (scope, whose): DigitalCard => cardOf(scope.tx, personFor(scope, whose)),
  ),

  /** Throws notFound, stale, personRestricted, cardErased. */
  describe: command(
    seated,
    ['digital'],
    z.object({ personId, version: z.int().min(1), details: personDetailsSchema }),
    (scope, { personId: id, version, details: said }): DigitalCard => {
      const before = cardOf(scope.tx, id);
      if (before.version !== version) throw new AppError('stale', { what: 'digitalPerson' });
      refuseShut(scope.tx, id);
      const details = withArea(scope.tx, said);
      for (const key of kinOfPerson(scope.tx, id)) writeDigital(scope, key, { kind: 'described', details });
      restand(scope.tx, [id]);
      return cardOf(scope.tx, id);
    },
  ),

  /**
   * Ghi đạt. What is reached already stays as it was: its claim then has another id than the form.
   * Throws notFound, invalidInput, cardErased.
   */
  mark: command(seated, ['digital'], markInputSchema, (scope, input): DigitalCard => {
    const { tx } = scope;
    const { formKey, whose, criterion, check, level, memberId, note } = input;
    requireChoice(digitalSettingsOf(tx).criteria, 'criterion', criterion);
    const on = dayOf(scope, input.on);
    const id = personFor(scope, whose);
    const before = cardOf(tx, id);
    if (before.criteria.some((one) => one.id === criterion && one.mark !== null)) return before;
    const { helper } = helperFor(scope, memberId);
    writeDigital(scope, id, {
      kind: 'marked',
      claim: { id: formKey, criterion, on, check, level, helper, note },
    });
    restand(tx, [id]);
    return cardOf(tx, id);
  }),

  /**
   * A criterion was not reached after all: whatever said so is taken back, or of several that did the named one.
   * Throws notFound, also for a claim that no longer stands.
   */
  unmark: command(seated, ['digital'], unmarkInputSchema, (scope, { personId: id, reason, ...taken }) => {
    const { tx } = scope;
    const saying = kinOfPerson(tx, id).filter((key) =>
      claimsOf(stateOfPerson(tx, key)).some(isTakenBack(taken)),
    );
    if (taken.claimId !== null && saying.length === 0) throw new AppError('notFound', { what: 'claim' });
    for (const key of saying) writeDigital(scope, key, { kind: 'unmarked', ...taken, reason });
    restand(tx, [id]);
    return cardOf(tx, id);
  }),

  /** One lượt, once for one form, also when it was taken back since. Throws notFound, invalidInput, cardErased. */
  help: command(seated, ['digital'], helpInputSchema, (scope, input): DigitalCard => {
    const { tx } = scope;
    const { formKey, whose, memberId, minutes, teamId, on: day, ...said } = input;
    const known = findHelp(tx, formKey);
    if (known) return cardOf(tx, known.personId);
    const settings = digitalSettingsOf(tx);
    requireChoice(settings.topics, 'topic', said.topic);
    requireChoice(settings.places, 'place', said.place);
    if (teamId !== null) getDigitalTeam(tx, teamId);
    const on = dayOf(scope, day);
    const id = personFor(scope, whose);
    const wasTakenBack = kinOfPerson(tx, id).some((key) =>
      stateOfPerson(tx, key).takenBack.includes(formKey),
    );
    if (wasTakenBack) return cardOf(tx, id);
    const who = helperFor(scope, memberId);
    const help = {
      id: formKey,
      ...said,
      on,
      minutes: minutes ?? settings.usualMinutes,
      teamId: teamId ?? who.teamId,
      helper: who.helper,
      campaignId: null,
    };
    writeDigital(scope, id, { kind: 'helped', help });
    restand(tx, [id]);
    return cardOf(tx, id);
  }),

  /** Throws notFound; of a campaign the entry is to be corrected: actNotAllowed. */
  takeBack: command(seated, ['digital'], takeBackInputSchema, (scope, { helpId, reason }): DigitalCard => {
    const help = findHelp(scope.tx, helpId);
    if (help === undefined) throw new AppError('notFound', { what: 'help' });
    if (help.campaignId !== null) throw new AppError('actNotAllowed');
    writeDigital(scope, help.personId, { kind: 'helpTakenBack', helpId, reason });
    restand(scope.tx, [help.personId]);
    return cardOf(scope.tx, help.personId);
  }),
};
