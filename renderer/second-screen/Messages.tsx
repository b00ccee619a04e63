import { useEffect, useState } from 'react';
import styles from './Idle.module.css';

const readingMs = 9000;

/** One sentence after the other; where the system asks for stillness the first ones stand together. */
export function Messages({ messages }: { messages: readonly string[] }) {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (isStill) return;
    const timer = setInterval(() => setTurn((now) => now + 1), readingMs);
    return () => clearInterval(timer);
  }, [isStill]);
  if (messages.length === 0) return null;
  const shown = isStill ? messages.slice(0, 3) : [messages[turn % messages.length]];
  return shown.map((message) => (
    <p key={message} className={styles.message}>
      {message}
    </p>
  ));
}
