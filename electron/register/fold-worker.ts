import { connect } from './connection.ts';

/** Runs in a thread of its own: folds a long log into the register while the counter goes on (`Register.transactInChunks`). */
export function foldLog(file: string): void {
  const db = connect(file, 'write');
  try {
    // Passive: waits for nobody, and nobody waits for it.
    db.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    db.close();
  }
}
