import { z } from 'zod';
import type { CaseState } from '../../../shared/domain/case-state.ts';
import {
  type NoticeFacts,
  namesIdNumber,
  noticeOccasionsOf,
  noticeText,
} from '../../../shared/domain/notice.ts';
import {
  isSpoken,
  type NoticeSettings,
  noticeChannels,
  noticeOccasions,
} from '../../../shared/domain/notice-settings.ts';
import { requiredText } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import { noticeFacts } from '../../../shared/notice-words.ts';
import type { CaseNotices, SentNotice } from '../../../shared/views-feedback.ts';
import type { Now } from '../../now.ts';
import { getCase } from '../../register/cases/cases.ts';
import type { Reader } from '../../register/connection.ts';
import { isRestricted } from '../../register/privacy/restrictions.ts';
import { findNoticeByForm, insertNotice, listNotices } from '../../register/voice/notices.ts';
import { command, query, requirePerson, requireSettings, seated } from '../door.ts';

const caseId = z.int().min(1);

export const noticeRoutes = {
  /** The templates in force, for the settings. */
  templates: query(seated, z.void(), ({ db, now }): NoticeSettings => requireSettings(db, now).notices),

  /** What may be told of a case now, ready to paste, and what was told before. Throws notFound. */
  ofCase: query(seated, z.object({ caseId }), ({ db, now }, asked): CaseNotices => {
    const state = getCase(db, asked.caseId);
    const { notices } = requireSettings(db, now);
    const facts = factsOf(db, now, state);
    return {
      texts: noticeOccasionsOf(state, now.officeTime).map((occasion) =>
        noticeText(occasion, notices[occasion], facts),
      ),
      sent: listNotices(db, asked.caseId),
      isRestricted: isRestricted(db, state.citizenId),
    };
  }),

  /**
   * Notes that a notice went out. It happened already, so a case that has moved on since refuses nothing. Throws notFound, and
   * invalidInput for a text with an identity number in it, personRestricted for what goes through others' hands.
   */
  sent: command(
    ['clerk', 'officer', 'leader'],
    ['cases'],
    z.object({
      /** Of one copied text: it is logged once however often the press is sent. */
      formKey: z.uuid(),
      caseId,
      occasion: z.enum(noticeOccasions),
      channel: z.enum(noticeChannels),
      text: requiredText(2000),
    }),
    (scope, notice): SentNotice => {
      const state = getCase(scope.tx, notice.caseId);
      const facts = factsOf(scope.tx, scope.now, state);
      if (namesIdNumber(notice.text, facts))
        throw new AppError('invalidInput', { fields: { text: 'format' } });
      if (!isSpoken(notice.channel) && isRestricted(scope.tx, state.citizenId))
        throw new AppError('personRestricted');
      const known = findNoticeByForm(scope.tx, notice.formKey);
      if (known) return known;
      const { id: personId, name: personName } = requirePerson(scope);
      const at = scope.now.officeTime;
      const id = insertNotice(scope.tx, { ...notice, at, personId });
      // A subject of its own: the fold of the case reads only its own events.
      scope.record('notice.sent', `notice:${id}`, { ...notice, at });
      return { id, occasion: notice.occasion, channel: notice.channel, at, personName };
    },
  ),
};

function factsOf(db: Reader, now: Now, state: CaseState): NoticeFacts {
  const { office, hours } = requireSettings(db, now);
  return noticeFacts(state, { office, hours, now: now.officeTime });
}
