import { useEffect, useState } from 'react';
import type { OfficeOnScreen } from '../../shared/views-display.ts';
import { displayApi } from './display-api.ts';

const minuteMs = 60_000;
const retryMs = 3000;

/** The office, and what its clock says: office time. */
export type OfficeNow = OfficeOnScreen & { now: string };

/** The office, asked again each minute; `now` ticks with the counter's clock. Null until it first answers. */
export function useOffice(): OfficeNow | null {
  const [known, setKnown] = useState<{ office: OfficeOnScreen; readAt: number } | null>(null);
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const office = await displayApi.screen.office.query().catch(() => undefined);
      if (isGone) return;
      if (office) setKnown({ office, readAt: Date.now() });
      timer = setTimeout(ask, office ? minuteMs : retryMs);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (known === null) return null;
  const { office, readAt } = known;
  return { ...office, now: officeTimeOf(office.instant, at - readAt) };
}

/** Office time a while after an instant: UTC+7, Vietnam never turns its clocks. */
function officeTimeOf(instant: string, passedMs: number): string {
  const local = Date.parse(instant) + 7 * 3_600_000 + Math.max(0, passedMs);
  return new Date(local).toISOString().slice(0, 16);
}
