import { matchQuery, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTRPC } from './api.ts';
import { gather } from './gather.ts';
import { line } from './line.ts';

type Trpc = ReturnType<typeof useTRPC>;

/** Queries that a change of an area makes old. A printed slip shows on the case, the board and the top bar. */
function keysOf(trpc: Trpc) {
  return {
    cases: [
      trpc.cases.pathKey(),
      trpc.batches.pathKey(),
      trpc.custody.pathKey(),
      trpc.books.pathKey(),
      trpc.citizens.pathKey(),
      trpc.national.pathKey(),
      trpc.promises.pathKey(),
      trpc.payments.pathKey(),
      trpc.shifts.pathKey(),
      trpc.settlement.pathKey(),
      trpc.notices.pathKey(),
      trpc.statistics.pathKey(),
    ],
    slips: [
      trpc.slips.pathKey(),
      trpc.shifts.pathKey(),
      trpc.cases.get.pathKey(),
      trpc.cases.whole.pathKey(),
      trpc.cases.board.pathKey(),
      trpc.session.pathKey(),
    ],
    money: [
      trpc.payments.pathKey(),
      trpc.shifts.pathKey(),
      trpc.settlement.pathKey(),
      trpc.cases.get.pathKey(),
      trpc.cases.whole.pathKey(),
    ],
    session: [
      trpc.session.pathKey(),
      trpc.queue.pathKey(),
      trpc.cases.pathKey(),
      trpc.setup.pathKey(),
      trpc.signing.pathKey(),
      trpc.leader.pathKey(),
      trpc.forms.texts.pathKey(),
      trpc.people.pathKey(),
      trpc.shifts.pathKey(),
      trpc.notices.pathKey(),
      trpc.feedback.pathKey(),
      trpc.lan.pathKey(),
    ],
    queue: [trpc.queue.pathKey()],
    feedback: [trpc.feedback.pathKey(), trpc.tt01.pathKey()],
    digital: [trpc.digital.pathKey()],
    rights: [trpc.subjects.pathKey(), trpc.citizens.pathKey()],
    backups: [trpc.backups.pathKey(), trpc.session.pathKey()],
    catalogue: [trpc.catalogue.pathKey(), trpc.calendar.pathKey(), trpc.cases.appointment.pathKey()],
  };
}

type Area = keyof ReturnType<typeof keysOf>;

/** One reception announces several areas within a few milliseconds; each query is asked again once. */
const gatherMs = 250;

/** Keeps every query fresh through the one event stream. Answers false while the line is cut. */
export function useLiveUpdates(): boolean {
  const trpc = useTRPC();
  const client = useQueryClient();
  const wasCut = useRef(false);
  const areas = useMemo(
    () =>
      gather<Area>((changed) => {
        const keys = keysOf(trpc);
        invalidate(
          client,
          // Whatever changed stands in the journal: the check of the register shows its end.
          [...changed.flatMap((area) => keys[area]), trpc.verification.pathKey()],
        );
      }, gatherMs),
    [trpc, client],
  );
  useEffect(() => () => areas.stop(), [areas]);
  const { status } = useSubscription(
    trpc.changes.watch.subscriptionOptions(undefined, {
      onStarted: () => {
        // What changed while nobody listened is unknown: ask again for everything in sight, at the first start for what was read
        // before it.
        if (wasCut.current) void client.invalidateQueries();
        else invalidate(client, Object.values(keysOf(trpc)).flat());
        wasCut.current = false;
      },
      onData: ({ area }) => areas.add(area),
      onError: () => {
        wasCut.current = true;
      },
    }),
  );
  const isListening = status === 'pending';
  useEffect(() => {
    if (isListening) return;
    line.doubt();
    // Refused for good, as where this device is paired no longer, is said in words to a question only.
    invalidate(client, [trpc.session.pathKey()]);
  }, [isListening, client, trpc]);
  const hears = useLater(isListening, 3000);
  return useLine().isOpen && hears;
}

/** The line to the counter, as it is now. */
export function useLine(): { isOpen: boolean; unsure: number } {
  const isOpen = useSyncExternalStore(line.subscribe, line.isOpen);
  const unsure = useSyncExternalStore(line.subscribe, line.unsure);
  return { isOpen, unsure };
}

function invalidate(client: QueryClient, keys: readonly (readonly unknown[])[]): void {
  void client.invalidateQueries({
    predicate: (query) => keys.some((queryKey) => matchQuery({ queryKey }, query)),
  });
}

/** Bad news waits: a line that comes back at once is not worth a word. */
function useLater(good: boolean, delay: number): boolean {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    if (good) {
      setShown(true);
      return;
    }
    const timer = setTimeout(() => setShown(false), delay);
    return () => clearTimeout(timer);
  }, [good, delay]);
  return shown;
}
