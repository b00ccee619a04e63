import { z } from 'zod';
import { receivers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { clearDraft, draftKey, findDraft, saveDraft } from '../../register/cases/drafts.ts';
import { type CommandScope, command, type QueryScope, query, requirePerson } from '../door.ts';

const draftCharacters = 65_536;

/** The half-filled form of a window. */
export const draftRoutes = {
  get: query(receivers, z.void(), (scope) => {
    const draft = findDraft(scope.db, keyOf(scope));
    if (draft !== undefined) scope.seen('seen.draft', 'draft');
    return draft;
  }),

  save: command(receivers, [], z.object({ content: z.json() }), (scope, { content }) => {
    if (JSON.stringify(content).length > draftCharacters) throw new AppError('tooLarge');
    const savedAt = scope.now.officeTime;
    saveDraft(scope.tx, keyOf(scope), { content, savedAt });
    return { savedAt };
  }),

  clear: command(receivers, [], z.void(), (scope) => clearDraft(scope.tx, keyOf(scope))),
};

function keyOf(scope: QueryScope | CommandScope): string {
  return draftKey(scope.door.device, requirePerson(scope).id);
}
