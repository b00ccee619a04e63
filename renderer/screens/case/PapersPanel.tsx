import MuiLink from '@mui/material/Link';
import { Link } from 'react-router';
import type { CaseState, CustodyItem } from '../../../shared/domain/case-flow.ts';
import type { Paper } from '../../../shared/domain/intake.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Row } from './Rows.tsx';

/** The papers handed in; originals are in custody, on their shelf, until they go back. */
export function PapersPanel({ state }: { state: Pick<CaseState, 'papers' | 'custody'> }) {
  const { papers, custody } = state;
  return (
    <Panel
      title="Giấy tờ"
      note={custodyWords(custody)}
      actions={
        custody.items.some(({ returnedAt }) => returnedAt === null) && (
          <MuiLink component={Link} to="/luu-giu" variant="body2">
            Lưu giữ
          </MuiLink>
        )
      }
      flush
    >
      {papers.length === 0 && <EmptyState title="Không có giấy tờ kèm theo" />}
      <ul>
        {papers.map((paper) => (
          <Row
            key={paper.name}
            side={copiesWords(paper)}
            sub={givenBackWords(custody.items.find(({ name }) => name === paper.name))}
          >
            {paper.name}
          </Row>
        ))}
      </ul>
    </Panel>
  );
}

/** "đang giữ 2 bản chính, kệ A2"; "đã trả hết bản chính". */
function custodyWords({ items, shelf }: CaseState['custody']): string | undefined {
  if (items.length === 0) return undefined;
  const held = items
    .filter(({ returnedAt }) => returnedAt === null)
    .reduce((sum, { originals }) => sum + originals, 0);
  if (held === 0) return 'đã trả hết bản chính';
  return `đang giữ ${held} bản chính${shelf ? `, ${shelf}` : ''}`;
}

function givenBackWords(item: CustodyItem | undefined): string | undefined {
  if (!item?.returnedAt) return undefined;
  return `đã trả ${formatDayMonthPadded(item.returnedAt)}${item.returnedTo ? ` cho ${item.returnedTo}` : ''}`;
}

function copiesWords({ originals, certifiedCopies, photocopies, shown, pages }: Paper) {
  const parts = [
    originals > 0 && `${originals} bản chính`,
    certifiedCopies > 0 && `${certifiedCopies} chứng thực`,
    photocopies > 0 && `${photocopies} bản sao`,
    pages !== null && pages > 0 && `${pages} trang`,
    shown && 'xuất trình',
  ].filter((part) => part !== false);
  return parts.join(', ');
}
