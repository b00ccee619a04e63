import Link from '@mui/material/Link';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../api.ts';
import styles from './MaskedIdNumber.module.css';

/** An identity number behind stars; the whole of it on an explicit wish, which the journal keeps. */
export function MaskedIdNumber(props: {
  masked: string;
  citizenId: number;
  /** The number as a case wrote it, where it is known here already. */
  full?: string;
}) {
  const { masked, citizenId, full } = props;
  const trpc = useTRPC();
  const shown = useMutation(trpc.citizens.showIdNumber.mutationOptions());
  const number = shown.data && (full ?? shown.data.idNumber);
  return (
    <span className={styles.number}>
      <span>{number ?? masked}</span>
      {!number && (
        <Link
          component="button"
          type="button"
          variant="body2"
          disabled={shown.isPending}
          onClick={() => shown.mutate({ id: citizenId })}
        >
          Hiện số
        </Link>
      )}
    </span>
  );
}
