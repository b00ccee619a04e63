import { type SettingName, type Settings, settingsSchema } from '../../shared/domain/settings.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { rememberParsed } from './parsed.ts';

/** The settings in force on a day (`YYYY-MM-DD`); undefined before the first run. */
export function findSettings(db: Reader, day: string): Settings | undefined {
  const rows = prepared<{ name: string; value: string }>(
    db,
    `SELECT name, value FROM settings AS s WHERE effectiveFrom =
       (SELECT max(effectiveFrom) FROM settings WHERE name = s.name AND effectiveFrom <= ?)`,
  ).all(day);
  if (!rows.some(({ name }) => name === 'office')) return undefined;
  return settingsOf(`{${rows.map(({ name, value }) => `"${name}":${value}`).join()}}`);
}

const settingsOf = rememberParsed((text) => settingsSchema.parse(JSON.parse(text)), 30);

/**
 * Puts one setting in force from a day on. The latest save wins: what was saved while the clock ran ahead must not come
 * into force by itself some days later.
 */
export function saveSetting<Name extends SettingName>(
  tx: Writer,
  name: Name,
  value: Settings[Name],
  effectiveFrom: string,
): void {
  prepared(
    tx,
    `INSERT INTO settings (name, effectiveFrom, value) VALUES (?, ?, ?)
     ON CONFLICT (name, effectiveFrom) DO UPDATE SET value = excluded.value`,
  ).run(name, effectiveFrom, JSON.stringify(value));
  prepared(tx, 'DELETE FROM settings WHERE name = ? AND effectiveFrom > ?').run(name, effectiveFrom);
}

/** One setting in force on a day, for what is asked at every call. Undefined where it was never saved. */
export function findSetting<Name extends SettingName>(
  db: Reader,
  name: Name,
  day: string,
): Settings[Name] | undefined {
  const row = prepared<{ value: string }>(
    db,
    'SELECT value FROM settings WHERE name = ? AND effectiveFrom <= ? ORDER BY effectiveFrom DESC LIMIT 1',
  ).get(name, day);
  return row && (JSON.parse(row.value) as Settings[Name]);
}
