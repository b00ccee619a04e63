import type { LookupFacts } from '../../../shared/domain/lookup.ts';
import { lookupWords } from '../../../shared/lookup-words.ts';
import { Back } from '../Back.tsx';
import styles from './Lookup.module.css';

/** How far a case is, readable from two metres; nothing about anybody. */
export function Answer(props: { facts: LookupFacts; seconds: number; onBack: () => void }) {
  const { facts, seconds, onBack } = props;
  const { title, sentence, come, bring, tone } = lookupWords(facts);
  return (
    <main className={styles.answer} data-tone={tone}>
      <div className={styles.answerHead}>
        <Back onBack={onBack} />
        <span className={styles.gone}>Tự xóa sau {seconds} giây</span>
      </div>
      <div role="status">
        <p className={styles.caseCode}>Hồ sơ {facts.caseCode}</p>
        <h1 className={styles.status}>{title}</h1>
        <p className={styles.sentence}>{sentence}</p>
        {(come !== null || bring !== null) && (
          <dl className={styles.facts}>
            {come !== null && (
              <div>
                <dt>Khi nào đến</dt>
                <dd>{come}</dd>
              </div>
            )}
            {bring !== null && (
              <div>
                <dt>Mang theo</dt>
                <dd>{bring}</dd>
              </div>
            )}
          </dl>
        )}
      </div>
    </main>
  );
}
