import { useSession } from '../session.tsx';

/** Who may change the office, its calendar and its catalogue: administrators and leaders. */
export function useMayManage(): boolean {
  const { person } = useSession();
  return person?.roles.some((role) => role === 'administrator' || role === 'leader') ?? false;
}
