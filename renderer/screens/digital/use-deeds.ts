import { useState } from 'react';
import type { AssistanceLevel, Claim, MarkCheck, Whose } from '../../../shared/domain/digital.ts';
import type { DigitalCard } from '../../../shared/views-digital.ts';
import { api } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { useInvalidateDigital } from './use-invalidate-digital.ts';

export interface HelpSaid {
  topic: string;
  level: AssistanceLevel;
  minutes?: number | null;
  place?: string;
}

export interface MarkSaid {
  criterion: string;
  check: MarkCheck;
  level?: AssistanceLevel | null;
  on?: string;
}

/** What was done last, to be said and undone. */
export type Deed =
  | { kind: 'helped'; helpId: string; said: HelpSaid }
  | { kind: 'marked'; personId: number; criterion: string; claimId: string }
  /** Somebody had written it down before; nothing was done that could be undone. */
  | { kind: 'reachedBefore'; claim: Claim }
  | { kind: 'undone'; words: string };

export type Deeds = ReturnType<typeof useDeeds>;

/** Logs what was done for somebody: a lượt, a criterion that is reached; the last of them can be undone. */
export function useDeeds(whose: Whose, onKnown: (personId: number) => void = () => {}) {
  const invalidate = useInvalidateDigital();
  const [last, setLast] = useState<Deed | null>(null);
  const [error, setError] = useState<unknown>(null);
  const doing = useOnce(async (ask: () => Promise<DigitalCard>, deed: (card: DigitalCard) => Deed) => {
    setError(null);
    try {
      const card = await ask();
      setLast(deed(card));
      if (!('personId' in whose)) onKnown(card.personId);
    } catch (refusal) {
      setError(refusal);
    } finally {
      invalidate();
    }
  });
  const help = (said: HelpSaid) => {
    const formKey = crypto.randomUUID();
    return doing.run(
      () => api.digital.help.mutate({ formKey, whose, ...said }),
      () => ({ kind: 'helped', helpId: formKey, said }),
    );
  };
  const mark = (said: MarkSaid) => {
    const formKey = crypto.randomUUID();
    return doing.run(
      () => api.digital.mark.mutate({ formKey, whose, ...said }),
      ({ personId, criteria }) => {
        const claim = criteria.find(({ id }) => id === said.criterion)?.mark;
        if (claim && claim.id !== formKey) return { kind: 'reachedBefore', claim };
        return { kind: 'marked', personId, criterion: said.criterion, claimId: formKey };
      },
    );
  };
  const takeBack = (helpId: string, reason: string) =>
    doing.run(
      () => api.digital.takeBack.mutate({ helpId, reason }),
      () => ({ kind: 'undone', words: 'Đã bỏ lượt giúp.' }),
    );
  /** @param claimId takes back this one alone; without it whatever says so goes. */
  const unmark = (personId: number, criterion: string, reason: string, claimId: string | null = null) =>
    doing.run(
      () => api.digital.unmark.mutate({ personId, criterion, reason, claimId }),
      () => ({ kind: 'undone', words: 'Đã bỏ ghi đạt.' }),
    );
  const undo = () => {
    if (last?.kind === 'helped') void takeBack(last.helpId, 'Ghi nhầm, hoàn tác ngay');
    if (last?.kind === 'marked')
      void unmark(last.personId, last.criterion, 'Ghi nhầm, hoàn tác ngay', last.claimId);
  };
  const canUndo = last?.kind === 'helped' || last?.kind === 'marked';
  const personId = 'personId' in whose ? whose.personId : null;
  return { personId, help, mark, takeBack, unmark, undo, canUndo, last, error, pending: doing.pending };
}
