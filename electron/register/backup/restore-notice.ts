import { z } from 'zod';
import {
  lackKinds,
  type RefusedNotice,
  type RestoreNotice,
  refusedWhys,
} from '../../../shared/views-backup.ts';
import type { Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import { entriesOf } from '../journal.ts';

const lossSchema = z.object({
  minutes: z.number(),
  cases: z.number(),
  firstCode: z.string().nullable(),
  lastCode: z.string().nullable(),
  touched: z.number(),
  // What was told before kinds were told apart tells none.
  others: z
    .array(z.object({ kind: z.enum(lackKinds), count: z.number(), codes: z.array(z.string()) }))
    .default([]),
  entries: z.number(),
  touchedCodes: z.array(z.string()),
});
/** What is told of a restore since it is told at all. */
const restoredSchema = z.object({
  copyOf: z.string(),
  by: z.string().nullable().default(null),
  approver: z.string().nullable().default(null),
  loss: lossSchema.nullable(),
  aside: z.string().nullable(),
  wasEmergency: z.boolean().default(false),
  shutLan: z.boolean().default(false),
});

type Entries = ReturnType<typeof entriesOf>;

const isRead = (entries: Entries, told: number): boolean =>
  entries.some(
    ({ kind, data }) => kind === 'register.restoreRead' && (data as { seq?: unknown } | null)?.seq === told,
  );

/** The last restore, its times instants, until somebody has acknowledged it. */
export function findRestoreNotice(db: Reader): RestoreNotice | null {
  const entries = entriesOf(db, 'register');
  const last = entries.findLast(({ kind }) => kind === 'register.restored');
  const told = restoredSchema.safeParse(last?.data);
  if (last === undefined || !told.success) return null;
  if (isRead(entries, last.seq)) return null;
  const { copyOf, ...rest } = told.data;
  return { seq: last.seq, at: last.at, copyAt: copyOf, ...rest, isEmergency: firstEntryOf(db) !== undefined };
}

const refusedSchema = z.object({
  askedAt: z.string(),
  copyOf: z.string(),
  by: z.string().nullable(),
  approver: z.string().nullable(),
  why: z.enum(refusedWhys),
});

/** The last restore that was asked for and did not take place, its times instants, until somebody has acknowledged it. */
export function findRefusedNotice(db: Reader): RefusedNotice | null {
  const entries = entriesOf(db, 'register');
  const last = entries.findLast(({ kind }) => /^register\.restore(?:d|Refused)$/.test(kind));
  if (last?.kind !== 'register.restoreRefused' || isRead(entries, last.seq)) return null;
  const { copyOf, askedAt, ...rest } = refusedSchema.parse(last.data);
  return { seq: last.seq, at: askedAt, copyAt: copyOf, ...rest };
}
