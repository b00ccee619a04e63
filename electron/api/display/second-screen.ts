import { z } from 'zod';
import { mirrorSchema } from '../../../shared/domain/second-screen.ts';
import type { SecondScreenTruth } from '../../../shared/views-display.ts';
import { getCase } from '../../register/cases/cases.ts';
import { ratingCodeOf } from '../../register/voice/ratings.ts';
import { mirroredForm } from '../citizens/citizen-view.ts';
import { query, requireSettings, seated, signal } from '../door.ts';

const showers = ['clerk', 'officer', 'cashier'] as const;

/** What the clerk's window tells the screen of its own desk. Nothing of it is stored. */
export const secondScreenRoutes = {
  /**
   * Shows the form as it stands; said again, it keeps it there. Another window of the desk that was typed in just now goes
   * before: the screen does not jump between two citizens. Answers whether a screen listens.
   * Errors: unknownProcedure, unknownVariant, notSetUp.
   */
  show: signal(showers, mirrorSchema, (scope, mirror) => {
    const { db, now, door, context } = scope;
    const settings = requireSettings(db, now);
    const citizen = mirroredForm(scope, settings, mirror);
    const screen = context.displays.at(door.device);
    if (screen.mayType(mirror.formKey, context.clock()))
      screen.show(mirror.formKey, citizen, settings.secondScreen.clearAfterSeconds);
    return { isWatched: screen.isWatched() };
  }),

  /** Takes the form away; `ended`: its page goes away too, so that nothing under way brings it back. */
  clear: signal(
    showers,
    z.object({ formKey: z.uuid(), ended: z.boolean().default(false) }),
    ({ door, context }, { formKey, ended }): void => context.displays.at(door.device).clear(formKey, ended),
  ),

  /**
   * Offers the rating of a case whose result was given back. Without a code nothing shows and nothing is told: the clerk does
   * not learn whether it was used. Errors: notFound.
   */
  offerRating: signal(
    showers,
    z.object({ caseId: z.int().positive() }),
    ({ db, door, context }, { caseId }): void => {
      const { procedure } = getCase(db, caseId);
      const code = ratingCodeOf(db, caseId, 'return');
      if (code === null) return;
      context.displays.at(door.device).offerRating({ code, procedureName: procedure.name });
    },
  ),

  /** Brings it to sight on this PC, where the counter is a program of its own; a browser opens the address. */
  open: signal(showers, z.void(), ({ door, context }): void => {
    if (door.kind !== 'lan') context.platform.showSecondScreen?.();
  }),

  /** Whether a screen listens, what stands on it, and what waits for it. */
  state: query(seated, z.void(), ({ door, context }): SecondScreenTruth => {
    const screen = context.displays.at(door.device);
    return { isConnected: screen.isWatched(), shows: screen.state().kind, waits: screen.waiting() };
  }),
};
