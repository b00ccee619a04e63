import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import Button from '@mui/material/Button';
import { EmptyState } from '../../components/EmptyState.tsx';

export function NobodyYet({ onNew }: { onNew: () => void }) {
  return (
    <EmptyState
      icon={<PersonSearchOutlined />}
      title="Chưa chọn người nào"
      action={<Button onClick={onNew}>Ghi người mới</Button>}
    >
      Quét thẻ, hoặc gõ tên, số, điện thoại. Thẻ của người ấy hiện ở đây: đã có gì, còn thiếu gì, đã được giúp
      mấy lượt.
    </EmptyState>
  );
}
