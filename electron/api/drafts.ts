import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { clearDraft, findDraft, saveDraft } from '../register/drafts.ts';
import { command, query } from './door.ts';

const draftCharacters = 65_536;
const receivers = ['clerk', 'officer'] as const;

/** The half-filled form of a window. */
export const draftRoutes = {
  get: query(receivers, z.void(), ({ db, door }) => findDraft(db, door.device)),

  save: command(receivers, [], z.object({ content: z.json() }), ({ tx, door, now }, { content }) => {
    if (JSON.stringify(content).length > draftCharacters) throw new AppError('tooLarge');
    saveDraft(tx, door.device, { content, savedAt: now.officeTime });
    return { savedAt: now.officeTime };
  }),

  clear: command(receivers, [], z.void(), ({ tx, door }) => clearDraft(tx, door.device)),
};
