import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../../api.ts';
import { SheetDialog } from '../../components/SheetDialog.tsx';

/** The paper of a request: shown and printed. */
export function RequestSheet({ id, onClose }: { id: number; onClose: () => void }) {
  const trpc = useTRPC();
  const sheet = useMutation(trpc.subjects.sheet.mutationOptions());
  const { mutate } = sheet;
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <SheetDialog
      title="Giấy về yêu cầu dữ liệu"
      making="Đang tạo giấy"
      sheet={sheet}
      onRetry={() => mutate({ id })}
      onClose={onClose}
    />
  );
}
