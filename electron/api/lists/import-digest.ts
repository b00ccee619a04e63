import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ImportField } from '../../../shared/domain/import-fields.ts';
import { AppError } from '../../../shared/errors.ts';
import { incomingPath } from '../../excel/incoming.ts';
import { faultsPath } from '../../excel/table-file.ts';

/** What ties an import to the check that was approved: its files bear a digest of all that it rested on. */

interface Asked {
  file: string;
  firstRow: number;
  columns: readonly (ImportField | null)[];
  decisions: Readonly<Record<string, string>>;
}

/** Of a check: what the window asked, and what the register knew then. */
export function digestOf(asked: Asked, known: unknown): string {
  return `${askedHash(asked)}-${hash(known)}`;
}

/**
 * Where the file of a check lies, or lay. Throws stale when the digest belongs to another question, or the check's files are
 * no longer there.
 */
export function checkedPath(folder: string, asked: Asked, digest: string): string {
  const path = incomingPath(folder, asked.file);
  if (!digest.startsWith(`${askedHash(asked)}-`) || !existsSync(faultsPath(path, digest)))
    throw new AppError('stale', { what: 'import' });
  return path;
}

function askedHash({ file, firstRow, columns, decisions }: Asked): string {
  return hash([file, firstRow, columns, Object.entries(decisions).sort()]);
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
