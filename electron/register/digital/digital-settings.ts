import { type DigitalSettings, digitalSettingsSchema } from '../../../shared/domain/digital-settings.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { rememberParsed } from '../parsed.ts';

/** As saved last, whatever the day: the stored sums follow it, so it never comes into force by itself. */
export function digitalSettingsOf(db: Reader): DigitalSettings {
  const row = prepared<{ value: string }>(
    db,
    "SELECT value FROM settings WHERE name = 'digital' ORDER BY effectiveFrom DESC LIMIT 1",
  ).get();
  return parsed(row?.value ?? '{}');
}

const parsed = rememberParsed((text) => digitalSettingsSchema.parse(JSON.parse(text)), 5);
