import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ActInput } from '../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../shared/domain/forms.ts';
import type { Receive } from '../../../shared/domain/intake.ts';
import type { ReceiveResult } from '../../../shared/views.ts';
import { api, useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { line } from '../../line.ts';
import type { TextPath } from './FormField.tsx';
import { feePathOf } from './fee-values.ts';
import { type IntakeValues, isTouched, withFreshKey } from './intake-values.ts';
import type { IntakeForm, useDraft } from './use-draft.ts';
import { forgetSent, keepSent, useUnanswered } from './use-unanswered.ts';

/** The dossier is taken down without being accepted; the decision is made at once, or later. */
export interface Registering {
  decision: Extract<ActInput, { kind: 'askSupplement' | 'reject' }> | null;
  slips: SlipForm[];
}

export interface Saved {
  result: ReceiveResult;
  values: IntakeValues;
  /** Null when it was received. */
  registering: Registering | null;
}

/** Nobody knows whether the form has become a case; or it is known that it has not. */
export type Doubt = 'asking' | 'notReceived';

/** The second click of a double click comes after the answer; it must not ask an empty form. */
const restMs = 1500;

/**
 * Receives the form once, or takes it down without accepting it. What the door refuses is shown at its field; anything else
 * is one sentence. `onSaved` gets the form as it was, before it is emptied. Its draft waits meanwhile: the door puts it away
 * itself. Where the answer is lost the form stays as it is under its key, and the window asks what became of it once the
 * counter answers.
 */
export function useReception(
  form: IntakeForm,
  draft: Pick<ReturnType<typeof useDraft>, 'hold' | 'release'>,
  onSaved: (saved: Saved) => void,
) {
  const trpc = useTRPC();
  const { mutateAsync: receive } = useMutation(trpc.cases.receive.mutationOptions());
  const { mutateAsync: register } = useMutation(trpc.cases.register.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  // What was wrong is being put right: the bar has said it.
  useEffect(() => {
    const wrong = error === null ? [] : Object.keys(describeError(error).fields).map(partOf);
    if (wrong.length === 0) return;
    return form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name !== undefined && wrong.includes(partOf(name))) setError(null);
      },
    });
  }, [form, error]);
  const lastSavedAt = useRef(0);
  const { run, pending } = useOnce(async (input: Receive, registering: Registering | null) => {
    setError(null);
    setDoubt(null);
    const values = form.getValues();
    await draft.hold();
    keepSent(input.formKey);
    const end = (result: ReceiveResult) => {
      forgetSent();
      lastSavedAt.current = Date.now();
      onSaved({ result, values, registering });
      draft.release(true);
    };
    try {
      end(await (registering ? register({ ...input, ...registering }) : receive(input)));
    } catch (refusal) {
      const { code, fields } = describeError(refusal);
      if (code === null) {
        setDoubt('asking');
        const result = await findCase(input.formKey, () => isHere.current);
        if (!isHere.current) return;
        setDoubt(result ? null : 'notReceived');
        forgetSent();
        if (result) end(result);
        else draft.release(false);
        return;
      }
      forgetSent();
      setError(refusal);
      // The key has made its case; with another one, the same stroke makes this case too.
      if (code === 'formAlreadyUsed') form.setValue('formKey', withFreshKey(values).formKey);
      draft.release(false);
      showAtFields(form, fields);
    }
  });
  const refuse = () => {
    setError(null);
    focusFirstFault();
  };
  const submit = form.handleSubmit((input) => run(input, null), refuse);
  const submitUnlessResting = () => {
    if (Date.now() - lastSavedAt.current < restMs && !isTouched(form.getValues())) return;
    void submit();
  };
  return {
    submit: submitUnlessResting,
    /** Calls `onValid` with the form as the door takes it, when nothing is wrong with it. */
    check: (onValid: (input: Receive) => void) => void form.handleSubmit(onValid, refuse)(),
    register: (input: Receive, registering: Registering) => void run(input, registering),
    pending,
    doubt,
    /** What became of a form that was sent before this page was opened. */
    earlier: useUnanswered(findCase),
    error,
    forgetError: () => {
      setError(null);
      setDoubt(null);
    },
  };
}

/** The case that a form has made, as soon as the counter tells; null when it has made none, or nobody waits any more. */
async function findCase(formKey: string, isAwaited: () => boolean): Promise<ReceiveResult | null> {
  while (isAwaited()) {
    if (!(await line.whenOpen(1000))) continue;
    try {
      return await api.cases.ofForm.query({ formKey });
    } catch (error) {
      // Locked meanwhile, or cut again: the question stays.
      if (describeError(error).code !== null) await rest(1000);
    }
  }
  return null;
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** "fee.facts.exemption" → "fee": one fault may be mended at a field beside. */
const partOf = (path: string): string => path.split('.')[0] ?? path;

/** As the eye reads the page, whatever the order of registration. */
function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}

function showAtFields(form: IntakeForm, fields: Record<string, string>): void {
  const paths = Object.keys(fields).map((path) => feePathOf(path) as TextPath);
  for (const [index, path] of paths.entries()) {
    // At once: the frame in which the field is drawn as wrong may be a later one.
    form.setError(path, { message: Object.values(fields)[index] ?? '' }, { shouldFocus: index === 0 });
  }
  if (paths.length > 0) focusFirstFault();
}
