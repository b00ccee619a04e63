import { AppError } from '../../../shared/errors.ts';
import type { Session } from '../../../shared/views.ts';
import { nowAt } from '../../now.ts';
import { isTeamLaptop } from '../../register/digital/campaigns.ts';
import { findSettings } from '../../register/settings.ts';
import { sessionOf } from '../accounts/session-view.ts';
import { task } from '../door.ts';

export const sampleRoutes = {
  /** Fills an empty register with an ordinary day at an invented counter; refused with alreadySetUp afterwards. */
  openSample: task(async (context): Promise<Session> => {
    const db = context.register.read;
    if (findSettings(db, '9999-12-31') || isTeamLaptop(db)) throw new AppError('alreadySetUp');
    await context.fillSample();
    return sessionOf({ db, now: nowAt(context.clock()), context });
  }),
};
