import { useEffect, useState } from 'react';
import type { RatingOffer } from '../../../shared/views-display.ts';
import type { RatingForm } from '../../../shared/views-rating.ts';
import { describeError } from '../../error-sentences.ts';
import { Back } from '../Back.tsx';
import { displayApi } from '../display-api.ts';
import { Ask } from './Ask.tsx';
import { CodePad } from './CodePad.tsx';
import styles from './Rating.module.css';
import { Thanks } from './Thanks.tsx';
import { useKeepOffer } from './use-keep-offer.ts';

type Step =
  | { kind: 'code' }
  | { kind: 'ask'; code: string; form: RatingForm }
  | { kind: 'thanks'; code: string };

/** One answer to how the service was: offered by the clerk, or opened with a code, typed or `scanned`. Two touches do it. */
export function Rating(props: {
  offer: RatingOffer | null;
  scanned?: string;
  /** The screen does nothing else. */
  isAlone?: boolean;
  onDone: () => void;
}) {
  const { offer, scanned = '', isAlone = false, onDone } = props;
  const [step, setStep] = useState<Step>({ kind: 'code' });
  const [fault, setFault] = useState('');
  const offered = offer?.code;
  const end = () => {
    if (offered !== undefined) void displayApi.rating.close.mutate({ code: offered }).catch(() => {});
    onDone();
  };
  const open = async (code: string) => {
    setFault('');
    try {
      setStep({ kind: 'ask', code, form: await displayApi.rating.open.mutate({ code }) });
    } catch (error) {
      setFault(describeError(error).sentence);
    }
  };
  useKeepOffer(step.kind === 'ask' ? offered : undefined);
  const given = offered ?? scanned;
  useEffect(() => {
    let isCurrent = true;
    if (given === '') return;
    setStep({ kind: 'code' });
    displayApi.rating.open.mutate({ code: given }).then(
      (form) => isCurrent && setStep({ kind: 'ask', code: given, form }),
      (error: unknown) => isCurrent && setFault(describeError(error).sentence),
    );
    return () => {
      isCurrent = false;
    };
  }, [given]);

  if (step.kind === 'thanks') return <Thanks onDone={end} />;
  if (step.kind === 'ask')
    return (
      <Ask
        key={step.code}
        code={step.code}
        form={step.form}
        onBack={end}
        onAnswered={() => setStep({ kind: 'thanks', code: step.code })}
      />
    );
  if (offered === undefined)
    return <CodePad fault={fault} onCode={(code) => void open(code)} onBack={isAlone ? null : end} />;
  return (
    <main className={styles.waiting}>
      {fault !== '' && (
        <>
          <p role="alert">{fault}</p>
          <Back onBack={end} />
        </>
      )}
    </main>
  );
}
