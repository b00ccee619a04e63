import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { connect, prepared } from '../../../electron/register/connection.ts';

// Acknowledges rows without end on synchronous=NORMAL, which a reopened connection has by itself.
const [folder = ''] = process.argv.slice(2);
const db = connect(join(folder, 'careless.db'), 'write');
db.exec('CREATE TABLE IF NOT EXISTS acknowledged (id TEXT PRIMARY KEY NOT NULL) STRICT');
db.pragma('synchronous = NORMAL');
// A checkpoint syncs what the commits before it did not; most of the time would be spent there.
db.pragma('wal_autocheckpoint = 0');
for (;;) {
  const id = randomUUID();
  prepared(db, 'INSERT INTO acknowledged (id) VALUES (?)').run(id);
  process.send?.(id);
  await new Promise((resolve) => setImmediate(resolve));
}
