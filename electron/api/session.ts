import { z } from 'zod';
import { getPerson, seat } from '../register/people.ts';
import { command, query } from './door.ts';
import { sessionOf } from './session-view.ts';

export const sessionRoutes = {
  current: query('anyone', z.void(), (scope) => sessionOf(scope)),

  /**
   * Says who sits at this window from now on. Names only: sign-in comes with passwords. Whom the one before served goes from
   * the screen.
   */
  sit: command('anyone', ['session'], z.object({ personId: z.int().min(1) }), (scope, { personId }) => {
    const person = getPerson(scope.tx, personId);
    seat(scope.tx, scope.door.device, person.id);
    if (scope.person?.id !== person.id)
      scope.after(() => scope.context.displays.clearDesk(scope.door.device));
    scope.record('session.seated', `person:${person.id}`, { name: person.name });
    return sessionOf({ ...scope, db: scope.tx });
  }),
};
