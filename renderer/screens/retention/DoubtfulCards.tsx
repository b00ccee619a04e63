import { Link } from 'react-router';
import type { UnsureCard } from '../../../shared/views-retention.ts';
import { cardPath } from '../digital/digital-paths.ts';
import styles from './Retention.module.css';
import { cardWords } from './retention-words.ts';

/** Cards that may be his or another's, each a way to where somebody looks at it. @param onLeave the dialog ends with its page. */
export function DoubtfulCards({ cards, onLeave }: { cards: readonly UnsureCard[]; onLeave: () => void }) {
  if (cards.length === 0) return null;
  return (
    <section className={styles.said} aria-label="Thẻ chưa chắc">
      <h3>Thẻ chưa chắc của người này</h3>
      <ul>
        {cards.map((card) => (
          <li key={card.personId}>
            <Link to={cardPath(card.personId)} onClick={onLeave}>
              {cardWords(card)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
