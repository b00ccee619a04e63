import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatMoney, formatShortTime } from '../../../shared/format.ts';
import type { EmergencyRest, EmergencyRow, EmergencyWork } from '../../../shared/views-emergency.ts';
import { api, useTRPC } from '../../api.ts';
import { ApprovalFields, useApproval } from '../../components/ApprovalFields.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import { useOnce } from '../../components/use-once.ts';
import { mergeSentence } from '../../merge-sentences.ts';
import styles from './Backups.module.css';

/** Emergency registers that lie aside; nothing where there never was one. */
export function EmergencyPanel() {
  const trpc = useTRPC();
  const list = useQuery(trpc.emergency.list.queryOptions());
  const [chosen, setChosen] = useState<EmergencyRow | null>(null);
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <Panel title="Sổ tạm khi hỏng" note="hồ sơ nhận trong lúc chờ, mang số riêng">
      {list.data.map((row) => (
        <div key={row.name} className={styles.fact}>
          <StatusMark tone={row.merged ? 'ok' : 'due'} strong>
            {row.merged ? 'Đã đưa vào sổ' : 'Chưa đưa vào sổ'}
          </StatusMark>
          <span>
            Sổ tạm từ {formatShortTime(row.at)}
            {row.merged
              ? `, ${row.merged.by} đưa vào lúc ${formatShortTime(row.merged.at)}.`
              : row.work && <Unbroken text={`: ${countWords(row.work)}.`} />}{' '}
            {row.fault !== null && !row.merged && mergeSentence(row.fault)}{' '}
            {row.rest && restWords(row.rest, row.name)}
            {row.hasTwin && twinWords(row.name)}
          </span>
          {row.fault === null && (
            <div>
              <Button size="small" onClick={() => setChosen(row)}>
                Đưa vào sổ…
              </Button>
            </div>
          )}
        </div>
      ))}
      {chosen?.work && <MergeDialog name={chosen.name} work={chosen.work} onClose={() => setChosen(null)} />}
    </Panel>
  );
}

/** What of a file is in no register, and where the file lies. */
const restWords = ({ cases, firstCode, lastCode, payments, entries }: EmergencyRest, name: string): string =>
  `Chưa vào sổ: ${casesWords(cases, firstCode, lastCode)}; ${formatInteger(payments)} khoản thu; ${formatInteger(entries)} lần ghi, kể cả hồ sơ và khoản thu ấy (thư mục ${name}).`;

const twinWords = (name: string): string =>
  `Sổ tạm này có hơn một tệp, tệp này ở thư mục ${name}; chỉ một tệp đưa vào được, phần riêng của tệp kia nhập từ giấy. Đưa tệp nhiều hồ sơ hơn.`;

const casesWords = (cases: number, firstCode: string, lastCode: string): string =>
  `${formatInteger(cases)} hồ sơ${cases === 0 ? '' : cases === 1 ? ` ${firstCode}` : ` từ ${firstCode} đến ${lastCode}`}`;

const countWords = (work: EmergencyWork): string => {
  const { cases, firstCode, lastCode, payments, keptVnd, requests, breaches } = work;
  const { feedback, ratings, digital } = work;
  return [
    casesWords(cases, firstCode, lastCode),
    `${formatInteger(payments)} khoản thu, còn giữ ${formatMoney(keptVnd)}`,
    requests > 0 ? `${formatInteger(requests)} yêu cầu dữ liệu` : '',
    breaches > 0 ? `${formatInteger(breaches)} sự cố dữ liệu` : '',
    feedback > 0 ? `${formatInteger(feedback)} phản ánh` : '',
    ratings > 0 ? `${formatInteger(ratings)} lượt đánh giá` : '',
    digital > 0 ? `${formatInteger(digital)} lần ghi hỗ trợ số` : '',
  ]
    .filter(Boolean)
    .join('; ');
};

/** What stays in the file. */
function leftWords({ left }: EmergencyWork): string {
  const { tickets, digital, drafts, people, settings } = left;
  const words = [
    [tickets, 'số thứ tự'],
    [digital, 'lần ghi hỗ trợ số (sổ tạm này không nhận ra ai đã có trong sổ, đưa vào sẽ đếm trùng người)'],
    [drafts, 'tờ đang điền dở'],
    [people, 'thẻ người dân đã gộp, tách hoặc nối hộ'],
    [settings, 'thay đổi ở Cài đặt, Danh mục, Lịch'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, what]) => `${formatInteger(Number(count))} ${what}`)
    .join(', ');
  return words || 'không có gì';
}

/** What comes, and what stays in the file, before it is done. */
function MergeDialog(props: { name: string; work: EmergencyWork; onClose: () => void }) {
  const { name, work, onClose } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const merge = useOnce(async () => {
    if (approval.given === null) return;
    setError(null);
    try {
      await api.emergency.merge.mutate({ name, approval: approval.given });
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.emergency.pathKey() });
  });
  return (
    <FormDialog
      title="Đưa sổ tạm vào sổ"
      word="Đưa vào sổ"
      wide
      pending={merge.pending}
      error={error}
      disabled={approval.given === null}
      onSubmit={() => void merge.run()}
      onClose={onClose}
    >
      <dl className={styles.facts}>
        <dt>Sẽ có thêm</dt>
        <dd>
          <Unbroken text={countWords(work)} />
        </dd>
        <dt>Người dân</dt>
        <dd>
          {formatInteger(work.knownPeople)} người đã có theo số định danh; {formatInteger(work.newPeople)} thẻ
          mới, người không ghi số định danh có thẻ riêng, gộp sau ở Người dân
        </dd>
        {work.joinedShifts.length > 0 && (
          <>
            <dt>Ca đang mở</dt>
            <dd>
              tiền ca tạm chưa chốt của {work.joinedShifts.join(', ')} vào ca người ấy đang mở; tiền lẻ đầu ca
              tạm không cộng
            </dd>
          </>
        )}
        {work.newStaff.length > 0 && (
          <>
            <dt>Người làm</dt>
            <dd>{work.newStaff.join(', ')} vào sổ như người khác, đã thôi; không ghép với ai trùng tên</dd>
          </>
        )}
        <dt>Ở lại tệp sổ tạm</dt>
        <dd>{leftWords(work)}</dd>
      </dl>
      <p className={styles.quiet}>
        Số hồ sơ, số phiếu thu, giờ và người làm giữ như trên giấy. Đưa vào trọn hoặc không gì cả; tệp sổ tạm
        vẫn giữ.
      </p>
      <ApprovalFields approval={approval} />
    </FormDialog>
  );
}
