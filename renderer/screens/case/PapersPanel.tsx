import type { Paper } from '../../../shared/domain/intake.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Row } from './Rows.tsx';

/** The papers handed in; originals are in custody until the result goes back. */
export function PapersPanel({ papers }: { papers: Paper[] }) {
  const originals = papers.filter(({ shown }) => !shown).reduce((sum, paper) => sum + paper.originals, 0);
  return (
    <Panel title="Giấy tờ" note={originals > 0 ? `nhận ${originals} bản chính` : undefined} flush>
      {papers.length === 0 && <EmptyState title="Không có giấy tờ kèm theo" />}
      <ul>
        {papers.map((paper) => (
          <Row key={paper.name} side={copiesWords(paper)}>
            {paper.name}
          </Row>
        ))}
      </ul>
    </Panel>
  );
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
