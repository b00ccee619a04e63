import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../../../../shared/views.ts';
import { useMayReceive } from '../../../components/use-may-receive.ts';
import styles from './Corrections.module.css';
import { Versions } from './Versions.tsx';

/** What may be done with what was entered: put right, read as it was, entered once more. */
export function CorrectButtons({ detail }: { detail: CaseDetail }) {
  // Who takes a dossier in is also who puts it right.
  const mayReceive = useMayReceive();
  const [isReading, setReading] = useState(false);
  const { id, state } = detail;
  const { contentVersion } = state;
  return (
    <span className={styles.buttons}>
      {contentVersion > 1 && (
        <Button size="small" variant="text" startIcon={<HistoryOutlined />} onClick={() => setReading(true)}>
          Lần sửa {contentVersion - 1}
        </Button>
      )}
      {mayReceive && (
        <Button
          size="small"
          variant="text"
          component={Link}
          to="/tiep-nhan"
          state={{ copyOf: id }}
          startIcon={<ContentCopyOutlined />}
        >
          Sao chép hồ sơ
        </Button>
      )}
      {mayReceive && (
        <Button size="small" component={Link} to={`/ho-so/${id}/sua`} startIcon={<EditOutlined />}>
          Sửa
        </Button>
      )}
      {isReading && <Versions id={id} onClose={() => setReading(false)} />}
    </span>
  );
}
