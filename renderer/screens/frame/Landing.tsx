import { lazy } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../../session.tsx';

const Board = lazy(async () => ({ default: (await import('../board/Board.tsx')).Board }));

/** Where a window opens: a leader who takes no dossiers at his own page, everybody else, and he when he asks for it, at the board. */
export function Landing() {
  const { person } = useSession();
  const { key } = useLocation();
  const leads = person?.roles.includes('leader') && !person.roles.includes('clerk');
  // The first address of a window has no key of its own.
  return leads && key === 'default' ? <Navigate to="/lanh-dao" replace /> : <Board />;
}
