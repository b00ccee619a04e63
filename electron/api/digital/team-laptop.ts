import { AppError } from '../../../shared/errors.ts';
import type { Reader } from '../../register/connection.ts';
import { isTeamLaptop } from '../../register/digital/campaigns.ts';
import type { Callers } from '../admission.ts';

/**
 * A laptop that a kit alone has set up logs its campaign and hands it in. Everything else is closed until the first run has said
 * whose office it is: a case it received would carry a code that the ward gives too. Throws notSetUp.
 */
export function refuseOtherWork(db: Reader, callers: Callers, path: string): void {
  if (callers === 'anyone' || path.startsWith('digital.campaign.')) return;
  if (isTeamLaptop(db)) throw new AppError('notSetUp');
}
