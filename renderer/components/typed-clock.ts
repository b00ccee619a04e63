/** "930" → "09:30", "14" → "14:00", "14:05" → "14:05"; undefined when no time of the day. */
export function typedClock(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:hg.]?(\d{2}))?$/.exec(text.trim());
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The same for a field that is left: what is no time stays as it was typed. */
export function tidyClock(text: string): string {
  return typedClock(text) ?? text;
}
