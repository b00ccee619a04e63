import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { maskIdNumber } from '../../../shared/domain/text.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import { returnChannelLabels } from '../../../shared/labels.ts';
import { MaskedIdNumber } from '../../components/MaskedIdNumber.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Row } from './Rows.tsx';

/** How to reach whoever waits for the result. */
export function ContactPanel({ state }: { state: CaseState }) {
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
        <Row side={<IdNumber state={state} />}>Số giấy tờ</Row>
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

function IdNumber({ state: { applicant, citizenId } }: { state: CaseState }) {
  const { idNumber } = applicant;
  if (idNumber === null) return 'không ghi';
  const masked = maskIdNumber(idNumber);
  if (citizenId === null) return masked;
  return <MaskedIdNumber masked={masked} citizenId={citizenId} full={idNumber} />;
}
