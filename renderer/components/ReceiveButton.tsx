import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { Keycap } from './Keycap.tsx';
import { useMayReceive } from './use-may-receive.ts';

/** To the next dossier; nothing for whoever takes none in. */
export function ReceiveButton({ words = 'Tiếp nhận' }: { words?: string }) {
  if (!useMayReceive()) return null;
  return (
    <Button
      component={Link}
      to="/tiep-nhan"
      variant="contained"
      color="primary"
      startIcon={<NoteAddOutlined />}
      endIcon={<Keycap name="receive" />}
      aria-keyshortcuts="F2"
    >
      {words}
    </Button>
  );
}
