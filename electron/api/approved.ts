import { z } from 'zod';
import { managers, type Role } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { appendEntry } from '../register/journal.ts';
import {
  type Approver,
  approvalSchema,
  checkApproval,
  isLeftToCode,
  listAble,
  type Needed,
} from './approval.ts';
import type { ChangeArea } from './change-feed.ts';
import type { ApiContext } from './context.ts';
import { type CommandScope, type FollowUp, follow, type LongScope, longScope, open } from './door.ts';
import { toTransport } from './refusals.ts';
import { heldBackUntil } from './sealed-code.ts';

/** Commands that need a second person, who types his password beside the caller. The journal names both. */

const always = z.object({ approval: approvalSchema });
const sometimes = z.object({ approval: approvalSchema.optional() });

export interface ApprovedScope extends CommandScope {
  /** The second person. */
  approver: Approver;
}

/**
 * A command that needs a second person with one of `approvers`' roles. He is checked before the transaction. Throws wrongPassword,
 * tooManyTries, approverNotAllowed.
 */
export function approvedCommand<Input extends z.ZodType, Output>(
  callers: readonly Role[],
  approvers: readonly Role[],
  changes: readonly ChangeArea[],
  input: Input,
  run: (scope: ApprovedScope, input: z.output<Input>) => Output,
) {
  return open(callers)
    .input(z.intersection(input, always))
    .mutation(({ ctx, path, input: given }) =>
      followed(ctx, callers, changes, async (scope) => {
        const { approval } = given as z.output<typeof always>;
        const approver = await checkApproval(scope, approval, approvers, path);
        return scope.write((writing) => {
          recordApproval(writing, { approver, approvers, needed: {}, path });
          return run({ ...writing, approver }, inputOf<Input>(given));
        });
      }),
    );
}

/**
 * A command that needs a second manager where `when` says so: null, and it is done by the caller alone. Throws approvalNeeded, and as
 * `approvedCommand` does.
 */
export function sometimesApproved<Input extends z.ZodType, Output>(
  callers: readonly Role[],
  changes: readonly ChangeArea[],
  input: Input,
  when: (scope: LongScope, input: z.output<Input>) => Needed | null,
  run: (scope: CommandScope & { approver: Approver | null }, input: z.output<Input>) => Output,
) {
  return open(callers)
    .input(z.intersection(input, sometimes))
    .mutation(({ ctx, path, input: told }) =>
      followed(ctx, callers, changes, async (scope) => {
        const given = inputOf<Input>(told);
        const first = when(scope, given);
        const approver = first && (await approverOf(scope, first, told, path));
        return scope.write((writing) => {
          // Asked again: while the password was compared, he may have come to manage, or a draft have become a paid note.
          const needed = when({ ...scope, db: writing.tx }, given);
          requireSame(needed, approver);
          if (approver) recordApproval(writing, { approver, approvers: managers, needed, path });
          return run({ ...writing, approver }, given);
        });
      }),
    );
}

/** What waits and then writes: in each transaction it is asked again what the act needs. */
type WaitingScope = Omit<LongScope, 'snapshot' | 'writeInChunks'> & { approver: Approver | null };

/** The same of what waits for a file or a hash: the approval is journaled first, whatever comes of the act. */
export function sometimesApprovedLong<Input extends z.ZodType, Output>(
  callers: readonly Role[],
  changes: readonly ChangeArea[],
  input: Input,
  when: (scope: LongScope, input: z.output<Input>) => Needed | null,
  run: (scope: WaitingScope, input: z.output<Input>) => Promise<Output>,
) {
  return open(callers)
    .input(z.intersection(input, sometimes))
    .mutation(({ ctx, path, input: told }) =>
      followed(ctx, callers, changes, async (scope) => {
        const given = inputOf<Input>(told);
        const first = when(scope, given);
        const approver = first && (await approverOf(scope, first, told, path));
        const neededIn = ({ tx }: CommandScope) => when({ ...scope, db: tx }, given);
        if (approver)
          await scope.write((writing) => {
            const needed = neededIn(writing);
            recordApproval(writing, { approver, approvers: managers, needed, path });
          });
        const write: LongScope['write'] = (act) =>
          scope.write((writing) => {
            requireSame(neededIn(writing), approver);
            return act(writing);
          });
        return run({ ...scope, write, approver }, given);
      }),
    );
}

/** The same of what always needs one. */
export function approvedLong<Input extends z.ZodType, Output>(
  callers: readonly Role[],
  changes: readonly ChangeArea[],
  input: Input,
  run: (scope: LongScope & { approver: Approver }, input: z.output<Input>) => Promise<Output>,
) {
  return open(callers)
    .input(z.intersection(input, sometimes))
    .mutation(({ ctx, path, input: told }) =>
      followed(ctx, callers, changes, async (scope) => {
        const needed = {};
        const approver = await approverOf(scope, needed, told, path);
        await scope.write((writing) =>
          recordApproval(writing, { approver, approvers: managers, needed, path }),
        );
        return run({ ...scope, approver }, inputOf<Input>(told));
      }),
    );
}

/** What the act is asked. The secret goes no further than its check: no act can write it down with what it was told. */
function inputOf<Input extends z.ZodType>(told: unknown): z.output<Input> {
  const { approval: _, ...input } = told as z.output<typeof sometimes>;
  return input as z.output<Input>;
}

/** Throws approvalNeeded, approverNotAllowed where what it needs now is not what was approved. */
function requireSame(needed: Needed | null, approver: Approver | null): void {
  if (needed === null) return;
  if (approver === null) throw new AppError('approvalNeeded');
  if (approver.id !== null && approver.id === needed.except) throw new AppError('approverNotAllowed');
}

async function approverOf(scope: LongScope, needed: Needed, told: unknown, path: string): Promise<Approver> {
  const { approval } = told as z.output<typeof sometimes>;
  if (approval === undefined) throw new AppError('approvalNeeded');
  return checkApproval(scope, approval, managers, path, needed);
}

interface Approval {
  approver: Approver;
  approvers: readonly Role[];
  needed: Needed | null;
  path: string;
}

/** Throws approverNotAllowed where he may no longer, or the code no longer speaks: comparing secrets took its time. */
function recordApproval(
  writing: CommandScope,
  { approver: { id }, approvers, needed, path }: Approval,
): void {
  const { tx, now, door, person } = writing;
  const able = listAble({ ...writing, db: tx }, approvers, needed ?? {});
  if (id === null && !isLeftToCode(able, needed ?? {}))
    throw new AppError('approverNotAllowed', { why: 'someoneCan' });
  if (id !== null && !able.some((each) => each.id === id)) throw new AppError('approverNotAllowed');
  const all = listAble({ db: tx, now, person: null }, approvers, {});
  const until = id && heldBackUntil({ db: tx, now }, [person?.id, id], all);
  if (until) throw new AppError('approverNotAllowed', { why: 'recovered', until });
  const by = { at: now.instant, personId: id, device: door.device };
  const data = { path, asked: person?.id ?? null };
  appendEntry(tx, {
    ...by,
    kind: 'approval.given',
    subject: id === null ? 'recovery' : `person:${id}`,
    data,
  });
}

async function followed<Output>(
  ctx: ApiContext,
  callers: readonly Role[],
  changes: readonly ChangeArea[],
  act: (scope: LongScope) => Promise<Output>,
): Promise<Output> {
  const followUps: FollowUp[] = [];
  try {
    const output = await act(longScope(ctx, callers, followUps));
    follow(ctx, changes, followUps);
    return output;
  } catch (error) {
    throw toTransport(ctx, error);
  }
}
