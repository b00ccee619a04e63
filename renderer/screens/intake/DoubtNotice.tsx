import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { QuietBar } from '../../components/QuietBar.tsx';
import type { Doubt } from './use-reception.ts';

/** The answer was lost: what is known, and what the window does about it. */
export function DoubtNotice({ doubt }: { doubt: Doubt }) {
  return (
    <QuietBar tone="due">
      {doubt === 'asking'
        ? 'Chưa rõ đã tiếp nhận hay chưa: máy chủ quầy không trả lời. Phần đã gõ còn nguyên; cửa sổ tự hỏi lại khi nối được.'
        : 'Chưa tiếp nhận: lần gửi vừa rồi không tới máy chủ quầy. Phần đã gõ còn nguyên; bấm Tiếp nhận lại.'}
    </QuietBar>
  );
}

/** The page was left before the answer came: the form has become a case all the same. */
export function EarlierNotice({ id, caseCode }: { id: number; caseCode: string }) {
  return (
    <QuietBar>
      Lần gửi trước đã tiếp nhận. Mã hồ sơ{' '}
      <Link component={RouterLink} to={`/ho-so/${id}`}>
        <b>{caseCode}</b>
      </Link>
    </QuietBar>
  );
}
