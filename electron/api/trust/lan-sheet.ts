import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { formatDay } from '../../../shared/format.ts';
import { findLanDoor } from '../../register/lan.ts';
import { longCommand } from '../door.ts';
import { officeOnPaper } from '../office-on-paper.ts';

export const lanSheetRoutes = {
  /** The sheet that tells how another machine comes in; kept nowhere. Throws notFound before the door was switched on once. */
  sheet: longCommand(managers, [], z.void(), async (scope): Promise<{ path: string }> => {
    const { db, now, context } = scope;
    const stored = findLanDoor(db);
    if (stored === undefined) throw new AppError('notFound');
    const { factsOf } = await import('../../lan/certificates.ts');
    const { fingerprint, untilMs } = factsOf(stored.authority);
    const { port } = context.lan.standing();
    const pdf = await context.bookPress.lan({
      office: officeOnPaper(scope),
      printedAt: now.officeTime,
      url: `https://${stored.address}:${port}`,
      nameUrl: `https://${stored.hostName}:${port}`,
      fingerprint,
      until: formatDay(new Date(untilMs).toISOString().slice(0, 10)),
    });
    return { path: context.previews.keep(pdf) };
  }),
};
