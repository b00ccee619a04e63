import { matchQuery, type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Session } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';

/**
 * What a window does with the session that signing in, unlocking or signing out answered. Somebody else finds nothing of the one
 * before: no form, no list, and the first page. The same person finds everything as it was.
 */
export function useEnter(): (session: Session) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    (session: Session) => {
      const key = trpc.session.current.queryKey();
      const before = client.getQueryData(key);
      const isOther = before?.person?.id !== session.person?.id;
      const isOfPage = (query: Query) => !matchQuery({ queryKey: trpc.session.pathKey() }, query);
      if (isOther) {
        client.removeQueries({ predicate: isOfPage });
        void navigate('/');
      }
      client.setQueryData(key, session);
      if (session.person !== null && !session.isLocked)
        void client.invalidateQueries({ predicate: isOfPage });
    },
    [trpc, client, navigate],
  );
}
