import { renameSync } from 'node:fs';
import type { TableRow } from '../../shared/domain/import-heads.ts';
import type { FaultyRow } from './check-table.ts';
import { faultsPath, leftPath, openLines, readLines, rowsPath } from './table-file.ts';

export interface LeftRows {
  path: string;
  digest: string;
  /** Rows that the register would not have; those that nobody could read stand in the file of faults. */
  clashes: FaultyRow[];
}

/** Keeps of a file that came in only the rows that did not, with their reasons; answers how many. */
export async function keepFaulty({ path, digest, clashes }: LeftRows): Promise<number> {
  const faulty: FaultyRow[] = [...clashes];
  for await (const each of readLines<FaultyRow>(faultsPath(path, digest))) faulty.push(each);
  const wanted = new Set(faulty.map(({ row }) => row));
  const left = openLines(leftPath(path, digest));
  for await (const row of readLines<TableRow>(rowsPath(path))) if (wanted.has(row.row)) await left.write(row);
  await left.close();
  const faults = faultsPath(path, digest);
  const out = openLines(`${faults}.part`);
  for (const each of faulty) await out.write(each);
  await out.close();
  renameSync(`${faults}.part`, faults);
  return faulty.length;
}
