import ListAltOutlined from '@mui/icons-material/ListAltOutlined';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../../shared/domain/ratio.ts';
import { formatFullTime } from '../../../../shared/format.ts';
import { useTRPC } from '../../../api.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorState } from '../../../components/ErrorNotice.tsx';
import { Page } from '../../../components/Page.tsx';
import { Panel } from '../../../components/Panel.tsx';
import styles from './Bulk.module.css';

/** The newest lists, each with its own page. */
export function BatchList() {
  const trpc = useTRPC();
  const asked = useQuery(trpc.batches.list.queryOptions());
  const rows = asked.data ?? [];
  const receive = (
    <Button component={Link} to="/tiep-nhan/danh-sach" variant="contained" color="primary">
      Tiếp nhận theo danh sách
    </Button>
  );
  return (
    <Page title="Các biên bản" sub="nhận theo danh sách, bàn giao nhiều hồ sơ" actions={receive}>
      {asked.isError ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Panel flush fill>
          {asked.data && rows.length === 0 && (
            <EmptyState icon={<ListAltOutlined />} title="Chưa có biên bản nào">
              Một trường, cơ quan hoặc bưu điện mang nhiều hồ sơ đến: tiếp nhận theo danh sách. Bàn giao nhiều
              hồ sơ: chọn các dòng trong Hồ sơ.
            </EmptyState>
          )}
          {rows.length > 0 && (
            <table className={styles.cases}>
              <thead>
                <tr>
                  <th scope="col">Biên bản</th>
                  <th scope="col">Số hồ sơ</th>
                  <th scope="col">Lập lúc</th>
                  <th scope="col">Người lập</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, title, count, at, personName }) => (
                  <tr key={id}>
                    <td>
                      <MuiLink component={Link} to={`/bien-ban/${id}`}>
                        {title}
                      </MuiLink>
                    </td>
                    <td>{formatInteger(count)}</td>
                    <td>{formatFullTime(at)}</td>
                    <td>{personName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      )}
    </Page>
  );
}
