import Button from '@mui/material/Button';
import { Link, useSearchParams } from 'react-router';
import type { CaseViewName } from '../../../shared/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ReceiveButton } from '../../components/ReceiveButton.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { listPath, readListState } from '../../list-state.ts';

/** What an empty view means, and what would fill it. */
const words: Record<CaseViewName, [title: string, sentence: string]> = {
  open: ['Không có hồ sơ đang giải quyết', 'Hồ sơ mới tiếp nhận hiện ở đây cho đến khi có kết quả.'],
  late: ['Không có hồ sơ quá hạn', 'Hồ sơ quá ngày hẹn mà chưa có kết quả hiện ở đây.'],
  dueToday: ['Không có hồ sơ đến hạn hôm nay', 'Hồ sơ hẹn trả trong ngày hiện ở đây, theo giờ hẹn.'],
  dueThisWeek: ['Không có hồ sơ đến hạn trong tuần', 'Hồ sơ hẹn trả đến hết Chủ nhật hiện ở đây.'],
  awaiting: ['Không có hồ sơ chờ bổ sung', 'Hồ sơ đã yêu cầu người dân nộp thêm giấy tờ hiện ở đây.'],
  ready: ['Không có kết quả nào đang chờ', 'Hồ sơ giải quyết xong hiện ở đây cho đến khi trả cho người dân.'],
  mine: ['Không có hồ sơ nào do anh chị giữ', 'Hồ sơ được giao cho người đang ngồi quầy hiện ở đây.'],
  ended: ['Chưa có hồ sơ giải quyết xong', 'Hồ sơ đã có kết quả hiện ở đây.'],
  all: ['Chưa có hồ sơ nào', 'Tiếp nhận hồ sơ đầu tiên để bắt đầu sổ.'],
};

export function ListEmpty() {
  const mayManage = useMayManage();
  const [params] = useSearchParams();
  const { view, filter } = readListState(params);
  if (Object.keys(filter).length > 0) {
    return (
      <EmptyState
        title="Không có hồ sơ nào khớp điều kiện"
        action={
          <Button component={Link} to={listPath({ view })}>
            Bỏ lọc
          </Button>
        }
      >
        Bỏ bớt điều kiện, hoặc chọn khung nhìn khác.
      </EmptyState>
    );
  }
  const [title, sentence] = words[view];
  return (
    <EmptyState
      title={title}
      action={
        <>
          <ReceiveButton />
          {view === 'all' && mayManage && (
            <Button component={Link} to="/nap-tep">
              Nạp hồ sơ từ tệp
            </Button>
          )}
        </>
      }
    >
      {sentence}
    </EmptyState>
  );
}
