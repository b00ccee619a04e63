import { useQuery } from '@tanstack/react-query';
import { slipLabels } from '../../shared/labels.ts';
import { useTRPC } from '../api.ts';
import { SheetDialog } from './SheetDialog.tsx';

/** What a procedure asks for, on paper, for somebody who has filed nothing yet: it goes onto no print list. */
export function GuidanceSheet({ procedureCode, onClose }: { procedureCode: string; onClose: () => void }) {
  const trpc = useTRPC();
  const sheet = useQuery({ ...trpc.forms.guidance.queryOptions({ procedureCode }), gcTime: 0 });
  return (
    <SheetDialog
      title={slipLabels.guidanceSheet}
      making="Đang tạo phiếu"
      sheet={sheet}
      onRetry={() => void sheet.refetch()}
      onClose={onClose}
    />
  );
}
