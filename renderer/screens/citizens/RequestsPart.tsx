import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatDay } from '../../../shared/format.ts';
import { requestStatusLabels, wishLabels } from '../../../shared/subject-words.ts';
import { useTRPC } from '../../api.ts';
import { useSession } from '../../session.tsx';
import styles from './Citizens.module.css';

/** What the person asked of the data about himself, and the way to write down more. */
export function RequestsPart({ citizenId }: { citizenId: number }) {
  const trpc = useTRPC();
  const { person } = useSession();
  const mayOpen = person?.roles.some((role) => role !== 'cashier') ?? false;
  const { data } = useQuery({ ...trpc.subjects.ofPerson.queryOptions({ citizenId }), enabled: mayOpen });
  if (!mayOpen) return null;
  return (
    <section className={styles.part} aria-label="Yêu cầu về dữ liệu">
      <h3>
        Yêu cầu về dữ liệu
        <Button size="small" variant="text" component={Link} to={`/du-lieu-ca-nhan?nguoi=${citizenId}`}>
          Ghi yêu cầu
        </Button>
      </h3>
      {data?.length === 0 && <p className={styles.none}>Chưa có.</p>}
      <ul className={styles.cases}>
        {data?.map(({ id, code, wish, status, receivedAt }) => (
          <li key={id}>
            <Link to={`/du-lieu-ca-nhan/${id}`}>{code}</Link>
            <span className="cut">{wishLabels[wish]}</span>
            <span>{requestStatusLabels[status]}</span>
            <span>{formatDay(receivedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
