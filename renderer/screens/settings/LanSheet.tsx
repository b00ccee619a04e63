import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../../api.ts';
import { SheetDialog } from '../../components/SheetDialog.tsx';

/** How another machine comes in, on one sheet: shown and printed. */
export function LanSheet({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const sheet = useMutation(trpc.lan.sheet.mutationOptions());
  const { mutate } = sheet;
  useEffect(() => mutate(), [mutate]);
  return (
    <SheetDialog
      title="Tờ hướng dẫn nối máy"
      making="Đang tạo tờ hướng dẫn"
      sheet={sheet}
      onRetry={() => mutate()}
      onClose={onClose}
    />
  );
}
