import { useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { missingPapers } from './papers.ts';
import type { IntakeForm } from './use-draft.ts';

/** The second click of a double click is no answer to a question it has not seen. */
const readingMs = 500;

/** Asks once before a dossier without a required paper is received; other papers missing are another question. */
export function useMissingPapers(form: IntakeForm) {
  const [askedFor, setAskedFor] = useState('');
  const askedAt = useRef(0);
  const [papers, formKey] = useWatch({ control: form.control, name: ['papers', 'formKey'] });
  const missing = missingPapers(papers).map(({ id }) => id);
  const question = missing.length === 0 ? '' : [formKey, ...missing].join(' ');
  const isAsked = question !== '' && question === askedFor;
  return {
    isAsked,
    mayReceive: () => question === '' || (isAsked && Date.now() - askedAt.current > readingMs),
    ask: () => {
      if (isAsked) return;
      askedAt.current = Date.now();
      setAskedFor(question);
    },
  };
}
