import { useState } from 'react';
import type { z } from 'zod';
import { faultsOf } from '../../../../shared/faults.ts';
import { describeError } from '../../../error-sentences.ts';

/** The faults of a form: as its schema finds them when it is sent, and as the door answered. */
export function useFaults<Schema extends z.ZodType>(schema: Schema, error: unknown) {
  const [own, setOwn] = useState<Record<string, string>>({});
  const atDoor = error === null ? {} : (describeError(error).data?.fields ?? {});
  return {
    faults: { ...atDoor, ...own } as Readonly<Record<string, string | undefined>>,
    /** What the door takes; undefined when a field is wrong. */
    check: (input: unknown): z.output<Schema> | undefined => {
      const parsed = schema.safeParse(input);
      setOwn(parsed.success ? {} : faultsOf(parsed.error));
      if (!parsed.success) focusFirstFault();
      return parsed.data;
    },
  };
}

export function focusFirstFault(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus(),
  );
}
