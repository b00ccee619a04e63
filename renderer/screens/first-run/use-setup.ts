import { useEffect, useState } from 'react';
import { emptySetup, type SetupValues, setupValuesSchema } from './setup-values.ts';

const key = 'first-run';

/** The answers so far; a reload finds them again. */
export function useSetup() {
  const [values, setValues] = useState(read);
  useEffect(() => {
    sessionStorage.setItem(key, JSON.stringify(values));
  }, [values]);
  return { values, change: (part: Partial<SetupValues>) => setValues((before) => ({ ...before, ...part })) };
}

export function forgetSetup(): void {
  sessionStorage.removeItem(key);
}

function read(): SetupValues {
  try {
    const parsed = setupValuesSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : emptySetup;
  } catch {
    return emptySetup;
  }
}
