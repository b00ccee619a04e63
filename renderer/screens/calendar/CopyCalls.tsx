import Button from '@mui/material/Button';
import { useState } from 'react';
import type { MovedCase } from '../../../shared/views-calendar.ts';
import { callList } from './call-list.ts';

/** The phone list of the moved cases, one click from the clipboard. */
export function CopyCalls({ rows }: { rows: readonly MovedCase[] }) {
  const [copied, setCopied] = useState<number | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(callList(rows)).then(
      () => setCopied(rows.length),
      () => setCopied(null),
    );
  return (
    <Button disabled={rows.length === 0} onClick={copy}>
      {copied === rows.length ? 'Đã chép' : 'Chép danh sách gọi điện'}
    </Button>
  );
}
