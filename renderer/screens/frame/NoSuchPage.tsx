import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export function NoSuchPage() {
  return (
    <Page title="Không có trang này">
      <EmptyState
        title="Đường dẫn không dẫn tới trang nào"
        action={
          <Button component={Link} to="/">
            Về bàn làm việc
          </Button>
        }
      />
    </Page>
  );
}
