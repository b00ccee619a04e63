import EditOutlined from '@mui/icons-material/EditOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { exemptWords, feeRuleLines } from '../../../shared/fee-rule-words.ts';
import { formatDay, formatMoney } from '../../../shared/format.ts';
import { channelLabels, onlineLevelLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { GuidanceSheet } from '../../components/GuidanceSheet.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './Catalogue.module.css';
import { EditProcedure } from './EditProcedure.tsx';
import { cutoffSentence, doubtSentence, limitLines } from './procedure-words.ts';

/** One procedure with everything that decides a case. */
export function ProcedureDetail({ code }: { code: string }) {
  const trpc = useTRPC();
  const { person } = useSession();
  const asked = useQuery(trpc.catalogue.get.queryOptions({ code }));
  const [isEditing, setEditing] = useState(false);
  const [isGuiding, setGuiding] = useState(false);
  const mayEdit = person?.roles.some((role) => role === 'administrator' || role === 'leader') ?? false;
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) {
    return (
      <Delayed>
        <Skeleton height={400} />
      </Delayed>
    );
  }
  const { procedure, effectiveFrom, version } = asked.data;
  const doubt = doubtSentence(procedure);
  return (
    <article className={styles.detail} aria-label={procedure.shortName}>
      <header className={styles.detailHead}>
        <div className="grow">
          <h2>{procedure.name}</h2>
          <p>
            {procedure.code} · {procedure.field} · {procedure.level}
            {procedure.decisionNo && ` · ${procedure.decisionNo}`}
          </p>
        </div>
        <Button startIcon={<PrintOutlined />} onClick={() => setGuiding(true)}>
          In phiếu hướng dẫn
        </Button>
        <span title={mayEdit ? undefined : 'Chỉ quản trị hoặc lãnh đạo sửa được.'}>
          <Button startIcon={<EditOutlined />} disabled={!mayEdit} onClick={() => setEditing(true)}>
            Sửa thời hạn, lệ phí
          </Button>
        </span>
      </header>
      {doubt && (
        <p className={styles.doubt}>
          <Shape tone="due" />
          <span>{doubt}</span>
        </p>
      )}
      <dl className={styles.facts}>
        <Fact term="Thời hạn">
          <Limits procedure={procedure} />
        </Fact>
        <Fact term="Lệ phí">
          <Fees procedure={procedure} />
        </Fact>
        <Fact term="Giấy tờ">
          <Papers procedure={procedure} />
        </Fact>
        <Fact term="Kết quả">{procedure.result}</Fact>
        <Fact term="Nộp qua">
          {procedure.submissionMethods.map((channel) => channelLabels[channel]).join(', ') || 'chưa ghi'}
          {procedure.onlineLevel &&
            ` · trực tuyến: ${onlineLevelLabels[procedure.onlineLevel].toLowerCase()}`}
        </Fact>
        <Fact term="Căn cứ">{procedure.legalBasis.join('; ') || 'chưa ghi'}</Fact>
        {procedure.note && <Fact term="Ghi chú">{procedure.note}</Fact>}
        <Fact term="Nguồn">
          {procedure.source}
          <Note text={`Bản ${version}, áp dụng từ ${formatDay(effectiveFrom)}.`} />
        </Fact>
      </dl>
      {isGuiding && <GuidanceSheet procedureCode={code} onClose={() => setGuiding(false)} />}
      {isEditing && (
        <EditProcedure procedure={procedure} version={version} onClose={() => setEditing(false)} />
      )}
    </article>
  );
}

function Limits({ procedure }: { procedure: Procedure }) {
  const { timeLimit } = procedure;
  const lines = limitLines(timeLimit);
  return (
    <>
      {lines.map(({ term, text }, index) => (
        <p key={term}>
          <b>{text}</b>
          {(lines.length > 1 || index > 0) && (
            <span className={styles.term}>{term.charAt(0).toLowerCase() + term.slice(1)}</span>
          )}
        </p>
      ))}
      <Note text={[cutoffSentence(timeLimit), timeLimit.note].filter(Boolean).join(' ')} />
    </>
  );
}

function Papers({ procedure }: { procedure: Procedure }) {
  return (
    <table className={styles.papers}>
      <thead>
        <tr>
          <th scope="col">Tên giấy tờ</th>
          <th scope="col">Bản chính</th>
          <th scope="col">Bản sao</th>
        </tr>
      </thead>
      <tbody>
        {procedure.components.map((component) => (
          <tr key={component.name}>
            <td>
              {component.name}
              {component.required && <b> · bắt buộc</b>}
            </td>
            <td>{component.originals || '–'}</td>
            <td>{component.copies || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fees({ procedure: { fee } }: { procedure: Procedure }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.fees.queryOptions());
  const lines = fee.rule ? feeRuleLines(fee.rule) : [];
  return (
    <>
      {lines.length === 0 ? (
        <b>{feeWords(fee)}</b>
      ) : (
        <table className={styles.feeLines}>
          <tbody>
            {lines.map(({ term, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two items may have one name
              <tr key={index}>
                <th scope="row">{term}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {fee.rule && data && <Note text={exemptWords(fee.rule, data) ?? ''} />}
      <Note text={fee.note} />
      {fee.rule?.basis && <Note text={`Căn cứ mức thu: ${fee.rule.basis}.`} />}
    </>
  );
}

function feeWords({ amountVnd }: Procedure['fee']): string {
  if (amountVnd === null) return 'Chưa đặt mức';
  return amountVnd === 0 ? 'Không thu' : formatMoney(amountVnd);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ text }: { text: string }) {
  return text ? <p className={styles.note}>{text}</p> : null;
}
