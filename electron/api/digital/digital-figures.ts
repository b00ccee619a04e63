import { z } from 'zod';
import { assistanceLevels, nameIdSchema } from '../../../shared/domain/digital.ts';
import { completeMeasure, measuresOf } from '../../../shared/domain/digital-settings.ts';
import { periodBefore } from '../../../shared/domain/period-parts.ts';
import { textField } from '../../../shared/domain/person.ts';
import { periodSchema } from '../../../shared/domain/statistics.ts';
import { fold } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  DigitalFigures,
  DigitalPage,
  DigitalPersonRow,
  HelpRow,
  TeamFigures,
  TopicFigure,
} from '../../../shared/views-digital.ts';
import { digitalFigures, teamFigures, topicFigures } from '../../register/digital/digital-figures.ts';
import { listDigitalPeople, listHelpedPeople, listHelps } from '../../register/digital/digital-lists.ts';
import { digitalSettingsOf } from '../../register/digital/digital-settings.ts';
import { query, seated } from '../door.ts';

const limit = z.int().min(1).max(200).default(50);
const afterSchema = z
  .object({ key: z.string().max(400), id: z.int().min(0) })
  .nullable()
  .default(null);

export const digitalFigureRoutes = {
  figures: query(
    seated,
    periodSchema,
    ({ db }, period): DigitalFigures => digitalFigures(db, period, periodBefore(period)),
  ),

  teamFigures: query(seated, periodSchema, ({ db }, period): TeamFigures => teamFigures(db, period)),

  topicFigures: query(seated, periodSchema, ({ db }, period): TopicFigure[] => topicFigures(db, period)),

  /**
   * The people behind a figure, by given name: who reached a measure by the end of the period, or `within` it, or lacks it.
   * Throws invalidInput for a measure that the settings do not know.
   */
  people: query(
    seated,
    z.object({
      period: periodSchema,
      measure: z.string().max(40).default(completeMeasure),
      state: z.enum(['all', 'reached', 'within', 'lacking']),
      /** '' are those whose area is not known. */
      area: textField(80).nullable().default(null),
      name: textField(80).default(''),
      after: afterSchema,
      limit,
    }),
    ({ db, seen }, { period, measure: id, state, name, ...asked }): DigitalPage<DigitalPersonRow> => {
      const measure = measuresOf(digitalSettingsOf(db)).find((one) => one.id === id);
      if (measure === undefined) throw new AppError('invalidInput', { fields: { measure: 'choice' } });
      const page = listDigitalPeople(db, {
        ...asked,
        measure,
        state: state === 'within' ? 'reached' : state,
        from: state === 'within' ? period.from : null,
        to: period.to,
        name: fold(name),
      });
      seen(name === '' ? 'seen.list' : 'seen.search', 'digital.people', { found: page.rows.length });
      return page;
    },
  ),

  /** People with a lượt in the period. */
  helped: query(
    seated,
    z.object({
      period: periodSchema,
      /** Null: of all teams and none; '' of no team. */
      teamId: z
        .union([z.uuid(), z.literal('')])
        .nullable()
        .default(null),
      after: afterSchema,
      limit,
    }),
    ({ db, seen }, { period, ...asked }): DigitalPage<DigitalPersonRow> => {
      const page = listHelpedPeople(db, { ...asked, ...period });
      seen('seen.list', 'digital.helped', { found: page.rows.length });
      return page;
    },
  ),

  /** Lượt of the period, the latest first. */
  helps: query(
    seated,
    z.object({
      period: periodSchema,
      level: z.enum(assistanceLevels).nullable().default(null),
      topic: nameIdSchema.nullable().default(null),
      teamId: z
        .union([z.uuid(), z.literal('')])
        .nullable()
        .default(null),
      after: z
        .object({ key: z.string().max(10), id: z.uuid() })
        .nullable()
        .default(null),
      limit,
    }),
    ({ db, seen }, { period, ...asked }): DigitalPage<HelpRow, string> => {
      const page = listHelps(db, { ...asked, ...period });
      seen('seen.list', 'digital.helps', { found: page.rows.length });
      return page;
    },
  ),
};
