import type { Settings } from '../../shared/domain/settings.ts';
import type { Reader } from '../register/connection.ts';
import { findSettings } from '../register/settings.ts';

/** The settings in force at an office time; who asks has made sure that there are any. */
export function settingsAt(db: Reader, now: string): Settings {
  const settings = findSettings(db, now.slice(0, 10));
  if (settings === undefined) throw new Error('No settings yet');
  return settings;
}
