import Link from '@mui/material/Link';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../api.ts';
import styles from './MaskedIdNumber.module.css';

/** An identity number behind stars; the whole of it on an explicit wish, which the journal keeps. */
export function MaskedIdNumber({ masked, citizenId }: { masked: string; citizenId: number }) {
  const shown = useMutation(useTRPC().citizens.showIdNumber.mutationOptions());
  return (
    <IdNumberBehind
      masked={masked}
      whole={shown.data?.idNumber ?? null}
      isPending={shown.isPending}
      onShow={() => shown.mutate({ id: citizenId })}
    />
  );
}

/** The same of a case's applicant, as the case wrote it. */
export function MaskedIdNumberOfCase({ masked, caseId }: { masked: string; caseId: number }) {
  const shown = useMutation(useTRPC().cases.showIdNumber.mutationOptions());
  return (
    <IdNumberBehind
      masked={masked}
      whole={shown.data?.idNumber ?? null}
      isPending={shown.isPending}
      onShow={() => shown.mutate({ id: caseId })}
    />
  );
}

interface IdNumberBehindProps {
  masked: string;
  whole: string | null;
  isPending: boolean;
  onShow: () => void;
}

function IdNumberBehind({ masked, whole, isPending, onShow }: IdNumberBehindProps) {
  return (
    <span className={styles.number}>
      <span>{whole ?? masked}</span>
      {whole === null && (
        <Link component="button" type="button" variant="body2" disabled={isPending} onClick={onShow}>
          Hiện số
        </Link>
      )}
    </span>
  );
}
