import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Receive } from '../../../shared/domain/intake.ts';
import type { ReceiveResult } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import type { TextPath } from './FormField.tsx';
import { type IntakeValues, isTouched } from './intake-values.ts';
import type { IntakeForm } from './use-draft.ts';

export interface Saved {
  result: ReceiveResult;
  values: IntakeValues;
}

/** The second click of a double click comes after the answer; it must not ask an empty form. */
const restMs = 1500;

/**
 * Receives the form once. What the door refuses is shown at its field; anything else is one sentence.
 * `onSaved` gets the form as it was, before it is emptied.
 */
export function useReception(form: IntakeForm, onSaved: (saved: Saved) => void) {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.cases.receive.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const lastSavedAt = useRef(0);
  const { run, pending } = useOnce(async (input: Receive) => {
    setError(null);
    const values = form.getValues();
    try {
      const result = await mutateAsync(input);
      lastSavedAt.current = Date.now();
      onSaved({ result, values });
    } catch (refusal) {
      setError(refusal);
      showAtFields(form, describeError(refusal).fields);
    }
  });
  const submit = form.handleSubmit(run, () => {
    setError(null);
    focusFirstFault();
  });
  const submitUnlessResting = () => {
    if (Date.now() - lastSavedAt.current < restMs && !isTouched(form.getValues())) return;
    void submit();
  };
  return { submit: submitUnlessResting, pending, error, forgetError: () => setError(null) };
}

/** As the eye reads the page, whatever the order of registration. */
function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}

/** The door's names for two fields that the form holds as typed text. */
const aliases: Record<string, TextPath> = { 'fee.amountVnd': 'fee.amount' };

function showAtFields(form: IntakeForm, fields: Record<string, string>): void {
  const paths = Object.keys(fields).map((path) => (aliases[path] ?? path) as TextPath);
  for (const [index, path] of paths.entries()) {
    form.setError(path, { message: Object.values(fields)[index] ?? '' });
  }
  if (paths.length > 0) focusFirstFault();
}
