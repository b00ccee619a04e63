type Init = Omit<RequestInit, 'signal'> & { signal?: AbortSignal | null | undefined };
type Fetch = (url: RequestInfo | URL, init?: Init) => Promise<Response>;

/** Whether the counter answers: known within ten seconds also where nothing says so, as when a cable is pulled. */
export interface Line {
  isOpen(): boolean;
  /** Commands that were sent and of which nobody knows yet whether they were done. */
  unsure(): number;
  /** @returns what ends it. */
  subscribe(listener: () => void): () => void;
  /** As the browser's, with the whole reply; it fails once the counter answers nothing else either. */
  fetch: Fetch;
  /** For a command: after a cut it is sent again under the same key, which the counter does once. */
  send: Fetch;
  /** True once the counter answers, false when that takes longer. */
  whenOpen(limitMs: number): Promise<boolean>;
  /** Something looks cut: asks. */
  doubt(): void;
}

const usual = {
  /** Where anything of the counter answers. */
  asks: '/healthz',
  /** A reply that takes longer is no alarm, only a reason to ask whether the counter answers at all. */
  doubtMs: 3000,
  answerMs: 6000,
  askAgainMs: 1000,
  /** Whoever pressed still looks at the page; later he decides himself. */
  sendAgainMs: 15_000,
};

/** Under it the counter knows a command that it has done. */
const attemptHeader = 'mot-cua-attempt';

export function openLine(told: Partial<typeof usual> = {}): Line {
  const { asks, doubtMs, answerMs, askAgainMs, sendAgainMs } = { ...usual, ...told };
  let isOpen = true;
  let unsure = 0;
  let asking: Promise<boolean> | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const turn = (open: boolean) => {
    if (open === isOpen) return;
    isOpen = open;
    tell();
    if (!open) void askUntilOpen();
  };
  const ask = () => {
    asking ??= answers(asks, answerMs).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const askUntilOpen = async () => {
    while (!isOpen) {
      if (await ask()) turn(true);
      else await rest(askAgainMs);
    }
  };
  const line: Line = {
    isOpen: () => isOpen,
    unsure: () => unsure,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch: async (url, init) => {
      const given = init?.signal;
      const cut = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isDone = false;
      const watch = () => {
        timer = setTimeout(async () => {
          const isThere = await ask();
          // It was answered, or given up, while the counter was asked.
          if (isDone) return;
          if (isThere) watch();
          else cut.abort();
        }, doubtMs);
      };
      watch();
      try {
        const signal = given ? AbortSignal.any([given, cut.signal]) : cut.signal;
        const reply = await fetch(url, { ...init, signal });
        const body = await reply.arrayBuffer();
        turn(true);
        return new Response(body, reply);
      } catch (error) {
        if (!given?.aborted) turn(false);
        throw error;
      } finally {
        isDone = true;
        clearTimeout(timer);
      }
    },
    send: async (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set(attemptHeader, crypto.randomUUID());
      let until: number | undefined;
      const isLeftAlone = () => init?.signal?.aborted || (until !== undefined && Date.now() > until);
      try {
        for (;;) {
          try {
            return await line.fetch(url, { ...init, headers });
          } catch (error) {
            if (until === undefined) {
              until = Date.now() + sendAgainMs;
              unsure += 1;
              tell();
            } else await rest(askAgainMs);
            if (isLeftAlone() || !(await line.whenOpen(until - Date.now()))) throw error;
          }
        }
      } finally {
        if (until !== undefined) {
          unsure -= 1;
          tell();
        }
      }
    },
    whenOpen: (limitMs) => {
      if (isOpen) return Promise.resolve(true);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const end = line.subscribe(() => isOpen && resolve(true));
      const timer = Number.isFinite(limitMs) ? setTimeout(() => resolve(false), limitMs) : undefined;
      return promise.finally(() => {
        end();
        clearTimeout(timer);
      });
    },
    doubt: () => void ask().then(turn),
  };
  return line;
}

/** Any reply of the counter will do, also a refusal. */
async function answers(url: string, limitMs: number): Promise<boolean> {
  try {
    await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(limitMs) });
    return true;
  } catch {
    return false;
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Of this window. */
export const line = openLine();
