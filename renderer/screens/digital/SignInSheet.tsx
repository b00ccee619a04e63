import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../../api.ts';
import { SheetDialog } from '../../components/SheetDialog.tsx';

/** The sheet that goes round in a class: shown and printed. */
export function SignInSheet({ classId, onClose }: { classId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const sheet = useMutation(trpc.digital.classes.signInSheet.mutationOptions());
  const { mutate } = sheet;
  useEffect(() => mutate({ id: classId }), [mutate, classId]);
  return (
    <SheetDialog
      title="Danh sách ký của lớp"
      making="Đang tạo danh sách"
      sheet={sheet}
      onRetry={() => mutate({ id: classId })}
      onClose={onClose}
    />
  );
}
