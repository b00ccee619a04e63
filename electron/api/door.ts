import { createHash } from 'node:crypto';
import { initTRPC, type TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Staff } from '../../shared/domain/person.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import type { Door } from '../door.ts';
import { type Now, nowAt } from '../now.ts';
import type { Reader, Writer } from '../register/connection.ts';
import { appendEntry } from '../register/journal.ts';
import { findSettings } from '../register/settings.ts';
import { admit, type Callers, everyRole, tellRefusal } from './admission.ts';
import type { ChangeArea } from './change-feed.ts';
import type { ApiContext } from './context.ts';
import { refuseOtherWork } from './digital/team-laptop.ts';
import { refuseAtDoor, shownOnce } from './door-limits.ts';
import { appData, guarded, toTransport } from './refusals.ts';
import { type SeenKind, seenBy } from './seen.ts';

export type { ApiContext } from './context.ts';

/**
 * The one door. `query` and `command`, and those of `approved.ts` that ask for a second person, are the only ways to make a
 * procedure: they check who is calling, open the transaction, write the journal and map errors, so that no area does it again.
 */

/** Somebody signed in, with any role. */
export const seated = everyRole;

interface Asked {
  door: Door;
  now: Now;
  context: ApiContext;
  /** The person at this window; null only where `anyone` may call. */
  person: Staff | null;
  /** Tells the journal that somebody's data was shown here, without keeping him who reads; once a minute for one subject. */
  seen(kind: SeenKind, subject: string, data?: unknown): void;
}

export interface QueryScope extends Asked {
  db: Reader;
}

export interface CommandScope extends Asked {
  tx: Writer;
  /** Appends to the journal, in this transaction, in the name of whoever sits here. */
  record(kind: string, subject: string, data: unknown): void;
  /** Runs once the transaction is on disk: printing, never deciding. */
  after(act: () => void): void;
  /** The same of what the command is for, such as a mark in the folder: a fault there is answered, not only logged. */
  finish(act: () => void): void;
}

const t = initTRPC.context<ApiContext>().create({
  // A window whose stream fell silent, as when a cable is pulled, notices it and asks.
  sse: { ping: { enabled: true, intervalMs: 3000 }, client: { reconnectAfterInactivityMs: 8000 } },
  errorFormatter: ({ error, shape, ctx }) => {
    const app = appData(error, ctx);
    return { message: app.code, code: shape.code, data: { ...shape.data, stack: undefined, app } };
  },
});

export const router = t.router;
export const { createCallerFactory } = t;

/** Every procedure begins here: whoever may not call learns nothing else, not even what was wrong with the input. */
export function open(callers: Callers) {
  return t.procedure.meta({ callers }).use(async ({ ctx, type, path, batchIndex, getRawInput, next }) => {
    const person = guarded(ctx, () => {
      try {
        const admitted = admit(ctx, ctx.register.read, callers);
        refuseOtherWork(ctx.register.read, callers, path);
        refuseAtDoor(ctx.door, path);
        return admitted;
      } catch (error) {
        if (callers !== 'display') tellRefusal(ctx, path, error);
        throw error;
      }
    });
    const { attempt, attempts, door } = ctx;
    // What anyone may call writes to the caller's own jar: its answer is no other request's.
    if (type !== 'mutation' || attempt === undefined || person === null || callers === 'anyone')
      return next();
    // What is asked belongs to the key: something else under it is something else to do.
    const asked = createHash('sha256')
      .update(JSON.stringify((await getRawInput()) ?? null))
      .digest('base64');
    const key = `${person.id} ${path} ${batchIndex} ${asked} ${attempt}`;
    return attempts.once(door.device, key, next, shownOnce.includes(path));
  });
}

/** A procedure that reads. It runs on the read-only connection. */
export function query<Input extends z.ZodType, Output>(
  callers: Callers,
  input: Input,
  run: (scope: QueryScope, input: z.output<Input>) => Output | Promise<Output>,
) {
  return open(callers)
    .input(input)
    .query(({ ctx, input: given }) =>
      guarded(ctx, () => {
        return run(queryScope(ctx, callers), given as z.output<Input>);
      }),
    );
}

function queryScope(ctx: ApiContext, callers: Callers): QueryScope {
  const db = ctx.register.read;
  const person = admit(ctx, db, callers);
  const now = nowAt(ctx.clock());
  return { db, door: ctx.door, now, context: ctx, person, seen: seenBy(ctx, now, person) };
}

/** A procedure that writes: `run` is synchronous and is one transaction with its journal entries. */
export function command<Input extends z.ZodType, Output>(
  callers: Callers,
  changes: readonly ChangeArea[],
  input: Input,
  run: (scope: CommandScope, input: z.output<Input>) => Output,
) {
  return open(callers)
    .input(input)
    .mutation(async ({ ctx, input: given }) => {
      const act = () => {
        const followUps: FollowUp[] = [];
        const output = ctx.register.transact((tx) =>
          run(commandScope(ctx, tx, callers, followUps), given as z.output<Input>),
        );
        follow(ctx, changes, followUps);
        return output;
      };
      return guarded(ctx, () => ctx.register.afterShort(act, 'command'));
    });
}

export interface FollowUp {
  act: () => void;
  /** Whether the command is not done without it. */
  decides: boolean;
}

/**
 * What comes after the commit cannot undo it: a fault there is logged, and the command is answered as done; or answered itself, where
 * it `decides`.
 */
export function follow(
  ctx: ApiContext,
  changes: readonly ChangeArea[],
  followUps: readonly FollowUp[],
): void {
  const announcing = { act: () => ctx.changes.announce(changes), decides: false };
  let fault: TRPCError | null = null;
  for (const { act, decides } of [announcing, ...followUps]) {
    try {
      act();
    } catch (error) {
      const told = toTransport(ctx, error);
      if (decides) fault ??= told;
    }
  }
  if (fault !== null) throw fault;
}

function commandScope(ctx: ApiContext, tx: Writer, callers: Callers, followUps: FollowUp[]): CommandScope {
  const now = nowAt(ctx.clock());
  const person = admit(ctx, tx, callers);
  const by = { at: now.instant, personId: person?.id ?? null, device: ctx.door.device };
  return {
    tx,
    door: ctx.door,
    now,
    context: ctx,
    person,
    seen: seenBy(ctx, now, person),
    record: (kind, subject, data) => appendEntry(tx, { ...by, kind, subject, data }),
    after: (act) => followUps.push({ act, decides: false }),
    finish: (act) => followUps.push({ act, decides: true }),
  };
}

export interface LongScope extends QueryScope {
  /** The same scope with a `db` that sees one moment however long `run` reads, also while others write. */
  snapshot<T>(run: (scope: LongScope) => Promise<T>): Promise<T>;
  /** A transaction of its own, as a command has. It waits for what is short longer than a command does. */
  write<T>(run: (scope: CommandScope) => T): Promise<T>;
  /**
   * One transaction in small steps, all of it or nothing; `run` yields how many are done. Meanwhile reading goes on, and every
   * command waits for what is short and is refused with `busy` by what is long.
   */
  writeInChunks<T>(
    what: string,
    total: number,
    run: (scope: CommandScope) => Generator<number, T>,
  ): Promise<T>;
}

/** A procedure that takes its time: it may wait for a file or a worker, and writes only through its scope. */
export function longCommand<Input extends z.ZodType, Output>(
  callers: Callers,
  changes: readonly ChangeArea[],
  input: Input,
  run: (scope: LongScope, input: z.output<Input>) => Promise<Output>,
) {
  return open(callers)
    .input(input)
    .mutation(async ({ ctx, input: given }) => {
      const followUps: FollowUp[] = [];
      try {
        const scope = longScope(ctx, callers, followUps);
        const output = await run(scope, given as z.output<Input>);
        follow(ctx, changes, followUps);
        return output;
      } catch (error) {
        throw toTransport(ctx, error);
      }
    });
}

export function longScope(ctx: ApiContext, callers: Callers, followUps: FollowUp[]): LongScope {
  const { register } = ctx;
  const scope: LongScope = {
    ...queryScope(ctx, callers),
    snapshot: (work) => register.snapshot((db) => work({ ...scope, db })),
    write: (work) =>
      register.afterShort(
        () => register.transact((tx) => work(commandScope(ctx, tx, callers, followUps))),
        'done',
      ),
    writeInChunks: (what, total, work) => {
      const steps = (tx: Writer) => work(commandScope(ctx, tx, callers, followUps));
      return register.afterShort(() => register.transactInChunks({ what, total, steps }), 'chunks');
    },
  };
  return scope;
}

/**
 * A procedure that tells what lives in memory alone, such as what the second screen shows now: nothing of it is written,
 * nothing is journaled.
 */
export function signal<Input extends z.ZodType, Output>(
  callers: Callers,
  input: Input,
  run: (scope: QueryScope, input: z.output<Input>) => Output,
) {
  return open(callers)
    .input(input)
    .mutation(({ ctx, input: given }) =>
      guarded(ctx, () => run(queryScope(ctx, callers), given as z.output<Input>)),
    );
}

/** A task made of many commands, each a transaction of its own; open to anyone, so it must check for itself. */
export function task<Output>(run: (context: ApiContext) => Promise<Output>) {
  return open('anyone').mutation(async ({ ctx }) => {
    try {
      return await run(ctx);
    } catch (error) {
      throw toTransport(ctx, error);
    }
  });
}

/** A stream, for as long as its caller listens: to a window names of what changed and no data, to a screen what it shows. */
export function subscription<Output>(
  callers: 'anyone' | 'display',
  run: (context: ApiContext, signal: AbortSignal | undefined) => AsyncIterable<Output>,
) {
  return open(callers).subscription(({ ctx, signal }) => guarded(ctx, () => run(ctx, signal)));
}

/** The settings in force today; throws notSetUp before the first run. */
export function requireSettings(db: Reader, now: Pick<Now, 'today'>): Settings {
  const settings = findSettings(db, now.today);
  if (settings === undefined) throw new AppError('notSetUp');
  return settings;
}

/** Whoever sits here, where the procedure's callers guarantee somebody does. */
export function requirePerson(scope: Asked): Staff {
  if (scope.person === null) throw new AppError('notSeated');
  return scope.person;
}
