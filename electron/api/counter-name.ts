import type { Settings } from '../../shared/domain/settings.ts';
import type { Reader } from '../register/connection.ts';
import { idOfDevice, nameOfLanDevice } from '../register/lan.ts';

/**
 * What the counter is called at which a window stands: a paired one goes by the name it was paired under, every other by that of the
 * settings. `desk` as a door tells it: 'window', 'lan:3'.
 */
export function counterNameOf(db: Reader, { office }: Pick<Settings, 'office'>, desk: string): string {
  const id = idOfDevice(desk);
  return (id === null ? undefined : nameOfLanDevice(db, id)) ?? office.counterName;
}
