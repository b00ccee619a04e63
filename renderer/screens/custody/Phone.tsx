import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import { formatPhone } from '../../../shared/format.ts';
import styles from './Custody.module.css';

/** A telephone to be dialled or copied. */
export function Phone({ number }: { number: string | null }) {
  if (number === null) return <span className={styles.quiet}>không ghi</span>;
  return (
    <span className={styles.phone}>
      <MuiLink href={`tel:${number}`}>{formatPhone(number)}</MuiLink>
      <IconButton
        size="small"
        aria-label={`Chép số ${formatPhone(number)}`}
        onClick={() => void navigator.clipboard.writeText(number)}
      >
        <ContentCopyOutlined />
      </IconButton>
    </span>
  );
}
