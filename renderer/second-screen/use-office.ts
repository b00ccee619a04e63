import { useEffect, useState } from 'react';
import type { OfficeOnScreen } from '../../shared/views-display.ts';
import { displayApi } from './display-api.ts';

const minuteMs = 60_000;
const retryMs = 3000;

/** The office, asked again each minute; `now` ticks with the counter's clock. Null until it first answers. */
export function useOffice(): OfficeOnScreen | null {
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
  return { ...office, now: officeTimeOf(office.now, at - readAt) };
}

/** Office time a while after another; Vietnam never turns its clocks. */
function officeTimeOf(now: string, passedMs: number): string {
  return new Date(Date.parse(`${now}Z`) + Math.max(0, passedMs)).toISOString().slice(0, 16);
}
