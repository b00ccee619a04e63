import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportField } from '../../../shared/domain/import-fields.ts';
import type { ImportCheck, ImportResult, OpenedImport } from '../../../shared/import-views.ts';
import { useTRPC } from '../../api.ts';
import { handIn } from '../../components/hand-in.ts';

/** A file on its way into the register. */
interface Handed {
  file: string;
  name: string;
  opened: OpenedImport;
}

/** The steps of an import: hand in, set the columns, check, take in. One thing runs at a time. */
export function useImport() {
  const trpc = useTRPC();
  const open = useMutation(trpc.imports.open.mutationOptions());
  const checking = useMutation(trpc.imports.check.mutationOptions());
  const faulty = useMutation(trpc.imports.faulty.mutationOptions());
  const running = useMutation(trpc.imports.run.mutationOptions());
  const cancel = useMutation(trpc.imports.cancel.mutationOptions());
  const [handed, setHanded] = useState<Handed | null>(null);
  const [columns, setColumns] = useState<(ImportField | null)[]>([]);
  const [decisions, setDecisions] = useState<Record<string, string>>({});
  const [check, setCheck] = useState<ImportCheck | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [busy, setBusy] = useState<'reading' | 'checking' | 'running' | null>(null);
  const [error, setError] = useState<unknown>(null);

  const attempt = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what);
    setError(null);
    try {
      await work();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(null);
    }
  };
  const table = (with_: { columns?: typeof columns; decisions?: typeof decisions } = {}) => {
    if (handed === null) throw new Error('No file was handed in');
    const { file, name, opened } = handed;
    const { firstRow, heads } = opened.shape;
    return { file, name, firstRow, heads, columns, decisions, ...with_ };
  };

  /** The table with the check that the screen shows. */
  const approved = () => {
    if (check === null) throw new Error('No table was checked');
    return { ...table(), digest: check.digest };
  };

  return {
    handed,
    columns,
    decisions,
    check,
    result,
    busy,
    error,
    choose: (chosen: File) =>
      attempt('reading', async () => {
        setCheck(null);
        setResult(null);
        const file = await handIn(chosen);
        const opened = await open.mutateAsync({ file, name: chosen.name });
        setHanded({ file, name: chosen.name, opened });
        setColumns(opened.shape.columns);
        setDecisions({});
      }),
    setColumn: (column: number, field: ImportField | null) => {
      setCheck(null);
      setColumns(columns.map((each, at) => (at === column ? field : each === field ? null : each)));
    },
    checkRows: (changed: Record<string, string> = {}) =>
      attempt('checking', async () => {
        const next = { ...decisions, ...changed };
        setDecisions(next);
        setCheck(await checking.mutateAsync(table({ decisions: next })));
      }),
    backToColumns: () => setCheck(null),
    makeFaulty: () => faulty.mutateAsync(approved()),
    run: () =>
      attempt('running', async () => {
        setResult(await running.mutateAsync(approved()));
      }),
    cancel: () => cancel.mutate(),
    startAgain: () => {
      setHanded(null);
      setCheck(null);
      setResult(null);
      setError(null);
    },
  };
}

export type ImportSteps = ReturnType<typeof useImport>;
