import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FormName, FormNumbering, FormText } from '../../../shared/domain/forms.ts';
import { slipLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Settings.module.css';

/** How long the fields must rest before the paper is made again, in milliseconds. */
const restMs = 600;

/** The paper itself, of an invented case, after the wording has rested for a moment. */
export function FormPaper(props: {
  form: FormName;
  text: FormText;
  numbering: FormNumbering;
  isWrong: boolean;
}) {
  const { form, text, numbering, isWrong } = props;
  const trpc = useTRPC();
  const [rested, setRested] = useState({ text, numbering });
  useEffect(() => {
    if (isWrong) return;
    const timer = setTimeout(() => setRested({ text, numbering }), restMs);
    return () => clearTimeout(timer);
  }, [text, numbering, isWrong]);
  const paper = useQuery({
    ...trpc.forms.preview.queryOptions({ form, ...rested }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return (
    <div className={styles.paper}>
      {paper.error && <ErrorNotice error={paper.error} onRetry={() => void paper.refetch()} />}
      {paper.data && (
        <iframe
          key={paper.data.path}
          src={`${paper.data.path}#toolbar=0&navpanes=0&view=FitH`}
          title={`Bản xem trước: ${slipLabels[form]}`}
        />
      )}
    </div>
  );
}
