import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Telephones of a person that somebody of another name answers too: one may serve a whole house. */

export function sharedPhones(db: Reader, { contacts, names }: OwnMarks): Set<string> {
  const answering = prepared<{ name: string; phone: string }>(
    db,
    `WITH own (phone) AS (SELECT value FROM json_each(?))
     SELECT name, phone FROM digitalPeople JOIN own USING (phone)
     UNION SELECT details ->> '$.name', phone FROM citizens JOIN own USING (phone) WHERE kind = 'citizen'
     UNION SELECT name, phone FROM relatives JOIN own USING (phone) WHERE state <> 'removed'`,
  ).all(JSON.stringify([...contacts]));
  const others = answering.filter(({ name }) => name !== '' && !names.has(fold(name)));
  return new Set(others.map(({ phone }) => phone));
}
