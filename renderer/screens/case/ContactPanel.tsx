import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import { returnChannelLabels } from '../../../shared/labels.ts';
import { MaskedIdNumberOfCase } from '../../components/MaskedIdNumber.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Row } from './Rows.tsx';

/** How to reach whoever waits for the result. */
export function ContactPanel({ id, state }: { id: number; state: CaseState }) {
  const { applicant, submitter, returnChannel, summary, holder, status, endedAt } = state;
  const isHeld = endedAt === null || status === 'resolved';
  return (
    <Panel flush>
      <ul>
        <Row
          sub={applicant.address || undefined}
          side={`nhận kết quả ${returnChannelLabels[returnChannel].toLowerCase()}`}
        >
          {applicant.phone ? formatPhone(applicant.phone) : 'Không có số điện thoại'}
        </Row>
        {applicant.birthOn && <Row side={formatDay(applicant.birthOn)}>Ngày sinh</Row>}
        <Row side={<IdNumber id={id} state={state} />}>Số giấy tờ</Row>
        {submitter && (
          <Row sub={submitter.relation || undefined} side={submitter.phone && formatPhone(submitter.phone)}>
            Người nộp thay: {submitter.name}
          </Row>
        )}
        {summary && <Row sub={summary}>Nội dung yêu cầu</Row>}
        {isHeld && holder.name !== '' && <Row side={<b>{holder.name}</b>}>Đang giữ hồ sơ</Row>}
      </ul>
    </Panel>
  );
}

function IdNumber({ id, state: { applicant, citizenId } }: { id: number; state: CaseState }) {
  const { idNumber } = applicant;
  if (idNumber === null) return 'không ghi';
  return citizenId === null ? idNumber : <MaskedIdNumberOfCase masked={idNumber} caseId={id} />;
}
