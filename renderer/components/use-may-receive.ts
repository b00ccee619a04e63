import { receivers } from '../../shared/domain/person.ts';
import { useSession } from '../session.tsx';

/** Who takes dossiers in: to nobody else is it offered. */
export function useMayReceive(): boolean {
  const { person } = useSession();
  return receivers.some((role) => person?.roles.includes(role));
}
