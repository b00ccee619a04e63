import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Session } from '../shared/views.ts';

/** A session after the first run: the office and its hours are known. */
export type OpenSession = Session & {
  office: NonNullable<Session['office']>;
  hours: NonNullable<Session['hours']>;
};

interface SessionAndOffset {
  session: OpenSession;
  /** Whole minutes that the counter's clock is ahead of this computer's. */
  minutesAhead: number;
}

const SessionContext = createContext<SessionAndOffset | null>(null);

/** Everything inside the frame knows who sits where. `readAt` is when the session was asked, epoch milliseconds. */
export function SessionProvider(props: { session: OpenSession; readAt: number; children: ReactNode }) {
  const { session, readAt, children } = props;
  const minutesAhead = Math.round(minuteNumber(session.now) - minuteNumber(officeTimeAt(readAt)));
  return <SessionContext value={{ session, minutesAhead }}>{children}</SessionContext>;
}

/** The session of this window. Only inside the frame. */
export function useSession(): OpenSession {
  return useBoth().session;
}

/** The counter's office time `YYYY-MM-DDTHH:mm`, ticking with the minute. */
export function useOfficeNow(): string {
  const { minutesAhead } = useBoth();
  const [now, setNow] = useState(() => officeTimeAt(Date.now(), minutesAhead));
  useEffect(() => {
    const tick = () => setNow(officeTimeAt(Date.now(), minutesAhead));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [minutesAhead]);
  return now;
}

function useBoth(): SessionAndOffset {
  const both = useContext(SessionContext);
  if (both === null) throw new Error('Outside SessionProvider');
  return both;
}

/** Vietnam keeps UTC+7 all year. */
function officeTimeAt(epochMs: number, minutesAhead = 0): string {
  return new Date(epochMs + (7 * 60 + minutesAhead) * 60_000).toISOString().slice(0, 16);
}

function minuteNumber(officeTime: string): number {
  return Date.parse(`${officeTime}Z`) / 60_000;
}
