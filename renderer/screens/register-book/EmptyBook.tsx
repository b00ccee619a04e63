import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Keycap } from '../../components/Keycap.tsx';

export function EmptyBook() {
  return (
    <EmptyState
      title="Sổ chưa có dòng nào"
      action={
        <Button component={Link} to="/tiep-nhan" endIcon={<Keycap name="receive" />}>
          Tiếp nhận
        </Button>
      }
    >
      Sổ của năm tự mở với hồ sơ đầu tiên, số thứ tự bắt đầu từ 01.
    </EmptyState>
  );
}
