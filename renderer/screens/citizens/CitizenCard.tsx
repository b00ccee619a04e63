import LockOutlined from '@mui/icons-material/LockOutlined';
import MergeOutlined from '@mui/icons-material/MergeOutlined';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { formatDay, formatPhone } from '../../../shared/format.ts';
import { sexLabels, statusLabels } from '../../../shared/labels.ts';
import type { CitizenDetail } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { MaskedIdNumber } from '../../components/MaskedIdNumber.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import styles from './Citizens.module.css';
import { HouseholdPart } from './HouseholdPart.tsx';
import { MergedRecords } from './MergedRecords.tsx';
import { MergeWith } from './MergeWith.tsx';
import { RequestsPart } from './RequestsPart.tsx';

/** One person: what is known, his household, his cases, and what was merged into him. */
export function CitizenCard({ id }: { id: number }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.citizens.get.queryOptions({ id }));
  const [isMerging, setMerging] = useState(false);
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) {
    return (
      <Delayed>
        <Skeleton height={400} />
      </Delayed>
    );
  }
  const person = asked.data;
  return (
    <article className={styles.detail} aria-label={person.name}>
      <header className={styles.detailHead}>
        <div className="grow">
          <h2>
            {person.name}
            {person.isRestricted && (
              <LockOutlined className={styles.lock ?? ''} titleAccess="Hạn chế xử lý dữ liệu" />
            )}
          </h2>
          <p>
            {person.caseCount} hồ sơ, gần nhất {formatDay(person.lastCaseAt)}
          </p>
        </div>
        <Button startIcon={<MergeOutlined />} onClick={() => setMerging(true)}>
          Gộp với người khác
        </Button>
      </header>
      {person.wasMerged && (
        <p className={styles.notice}>
          <Shape tone="due" />
          Lần ghi vừa mở đã được gộp vào người này.
        </p>
      )}
      {person.isRestricted && (
        <p className={styles.notice}>
          <LockOutlined fontSize="small" />
          Người này yêu cầu hạn chế xử lý dữ liệu: không gợi ý khi lập hồ sơ mới, không dùng cho hỗ trợ số. Hồ
          sơ đang giải quyết vẫn làm bình thường.
        </p>
      )}
      <Facts person={person} />
      <HouseholdPart person={person} />
      <section className={styles.part} aria-label="Hồ sơ">
        <h3>Hồ sơ</h3>
        <ul className={styles.cases}>
          {person.cases.map((one) => (
            <li key={one.id}>
              <Link to={`/ho-so/${one.id}`}>{shortCaseCode(one.caseCode)}</Link>
              <span className="cut">
                {one.procedureShortName}
                {one.applicantName !== person.name && <small> ghi tên {one.applicantName}</small>}
              </span>
              <span>{statusLabels[one.status]}</span>
              <span>{formatDay(one.receivedAt)}</span>
            </li>
          ))}
        </ul>
      </section>
      <RequestsPart citizenId={person.id} />
      {person.merges.length > 0 && <MergedRecords person={person} />}
      {isMerging && <MergeWith person={person} onClose={() => setMerging(false)} />}
    </article>
  );
}

function Facts({ person }: { person: CitizenDetail }) {
  const { maskedIdNumber, birthOn, sex, phone, email, address } = person;
  return (
    <dl className={styles.facts}>
      <Fact term={person.kind === 'citizen' ? 'Số định danh' : 'Mã số'}>
        {maskedIdNumber && <MaskedIdNumber masked={maskedIdNumber} citizenId={person.id} />}
      </Fact>
      <Fact term="Điện thoại">{phone && formatPhone(phone)}</Fact>
      {person.kind === 'citizen' && <Fact term="Ngày sinh">{birthOn && formatDay(birthOn)}</Fact>}
      {person.kind === 'citizen' && <Fact term="Giới tính">{sex && sexLabels[sex]}</Fact>}
      <Fact term="Nơi cư trú">{address}</Fact>
      {email && <Fact term="Thư điện tử">{email}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span className={styles.none}>chưa ghi</span>}</dd>
    </div>
  );
}
