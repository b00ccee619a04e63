import { z } from 'zod';
import { isManager, managers } from '../../../shared/domain/person.ts';
import { scopeSchema } from '../../../shared/domain/statistics.ts';
import type { EarlyWarnings, HowWarningsTurnedOut } from '../../../shared/views-warning.ts';
import { query, requirePerson } from '../door.ts';

export const warningRoutes = {
  /**
   * Open cases that will likely be late, the most likely first; to an officer his own. What is late already, waits for papers, has
   * no date or one of hours is not among them.
   */
  list: query(
    ['leader', 'administrator', 'officer'],
    z.object({ scope: scopeSchema.default({}) }),
    (asked, { scope }): Promise<EarlyWarnings> => {
      const person = requirePerson(asked);
      const mayAll = isManager(person);
      const whose = mayAll ? scope : { ...scope, holderId: person.id };
      return asked.context.reading.ask('warnings', { scope: whose, today: asked.now.today });
    },
  ),

  /**
   * How warnings turned out, in the whole office: each day is looked at again with the holder and the date that a case had on it,
   * and what is late is late by the date that counted in the end. Not known again is the case under another procedure, where a
   * correction changed it.
   */
  past: query(
    managers,
    z.object({}),
    ({ context, now }): Promise<HowWarningsTurnedOut> =>
      context.reading.ask('pastWarnings', { today: now.today }),
  ),
};
