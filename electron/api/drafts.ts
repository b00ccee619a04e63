import { z } from 'zod';
import { textField } from '../../shared/domain/person.ts';
import { AppError } from '../../shared/errors.ts';
import { findCitizens } from '../register/citizens.ts';
import { clearDraft, findDraft, saveDraft } from '../register/drafts.ts';
import { command, query, seated } from './door.ts';

/** What helps while a form is being filled: people who came before, and the half-filled form itself. */
export const citizenRoutes = {
  find: query(seated, z.object({ text: textField(120) }), ({ db }, { text }) => findCitizens(db, text)),
};

const draftCharacters = 65_536;
const receivers = ['clerk', 'officer'] as const;

export const draftRoutes = {
  get: query(receivers, z.void(), ({ db, door }) => findDraft(db, door.device)),

  save: command(receivers, [], z.object({ content: z.json() }), ({ tx, door, now }, { content }) => {
    if (JSON.stringify(content).length > draftCharacters) throw new AppError('tooLarge');
    saveDraft(tx, door.device, { content, savedAt: now.officeTime });
    return { savedAt: now.officeTime };
  }),

  clear: command(receivers, [], z.void(), ({ tx, door }) => clearDraft(tx, door.device)),
};
