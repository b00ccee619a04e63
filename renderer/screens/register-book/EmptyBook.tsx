import { EmptyState } from '../../components/EmptyState.tsx';
import { ReceiveButton } from '../../components/ReceiveButton.tsx';

export function EmptyBook() {
  return (
    <EmptyState title="Sổ chưa có dòng nào" action={<ReceiveButton />}>
      Sổ của năm tự mở với hồ sơ đầu tiên, số thứ tự bắt đầu từ 01.
    </EmptyState>
  );
}
