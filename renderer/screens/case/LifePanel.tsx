import { shortLimitText } from '../../../shared/appointment-words.ts';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { formatDayMonthPadded, formatMoney, formatPhone } from '../../../shared/format.ts';
import { returnChannelLabels } from '../../../shared/labels.ts';
import { Panel } from '../../components/Panel.tsx';
import { FeedbackRows } from './FeedbackRows.tsx';
import { Row } from './Rows.tsx';

/** What became of the case beside its dates: the result and who took it, visits, what was said about it, its other numbers. */
export function LifePanel({ id, state }: { id: number; state: CaseState }) {
  const { result, recipient, returnedVia, returnedAt, postal, setAside, ending, agency } = state;
  const { saved } = state.appointment;
  const resultNumber = result?.number ? `số ${result.number}` : undefined;
  return (
    <Panel flush>
      <ul>
        {result && (
          <Row sub={result.abstract || undefined} side={resultNumber}>
            {result.kind || 'Kết quả'}
          </Row>
        )}
        {setAside && !returnedAt && (
          <Row sub={setAside.note || undefined} side={`từ ${formatDayMonthPadded(setAside.at)}`}>
            Kết quả cất tại <b>{setAside.place}</b>
          </Row>
        )}
        {recipient && returnedVia && (
          <Row
            sub={[recipient.relation, recipient.phone && formatPhone(recipient.phone)]
              .filter(Boolean)
              .join(', ')}
            side={returnChannelLabels[returnedVia].toLowerCase()}
          >
            Đã nhận: {recipient.name}
          </Row>
        )}
        {postal && (
          <Row sub={postal.address || undefined} side={postal.trackingNo || 'chưa có số'}>
            Bưu gửi
          </Row>
        )}
        {ending?.refundVnd ? <Row side={<b>{formatMoney(ending.refundVnd)}</b>}>Lệ phí phải hoàn</Row> : null}
        {agency && <Row side={<b>{agency}</b>}>Hồ sơ đang ở cơ quan ngoài</Row>}
        <FeedbackRows caseId={id} />
        <Row side={<b>{state.visits}</b>}>Lượt người dân đến</Row>
        {saved && <Row side={<b>{shortLimitText(saved)}</b>}>Rút ngắn so với quy định</Row>}
        {state.nationalCode && <Row side={<b>{state.nationalCode}</b>}>Mã quốc gia</Row>}
      </ul>
    </Panel>
  );
}
