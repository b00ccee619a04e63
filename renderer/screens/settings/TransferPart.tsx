import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type CopyField, copyFields } from '../../../shared/domain/copy-card.ts';
import { copyFieldLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import styles from './Settings.module.css';

/** What comes in from older books, and what is typed into the national system. */
export function TransferPart() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayManage = useMayManage();
  const order = useQuery(trpc.national.order.queryOptions()).data ?? [];
  const save = useMutation(
    trpc.national.saveOrder.mutationOptions({
      onSuccess: (fields) => client.setQueryData(trpc.national.order.queryKey(), fields),
    }),
  );
  const keep = (fields: CopyField[]) => fields.length > 0 && save.mutate({ fields });
  const swap = (place: number, other: number) => {
    const fields = [...order];
    const [first, second] = [fields[place], fields[other]];
    if (first === undefined || second === undefined) return;
    fields[place] = second;
    fields[other] = first;
    keep(fields);
  };
  return (
    <section id="chuyen" className={styles.part} aria-labelledby="chuyen-title">
      <h2 id="chuyen-title">Chuyển dữ liệu</h2>
      <p className={styles.why}>
        Nạp hồ sơ từ sổ Excel cũ; chọn các mục chép lên hệ thống quốc gia và thứ tự của chúng.
      </p>
      <div className={styles.chips}>
        <Button component={Link} to="/chua-nhap">
          Hồ sơ chưa nhập lên hệ thống
        </Button>
        <Button component={Link} to="/nap-tep" disabled={!mayManage}>
          Nạp hồ sơ từ tệp
        </Button>
      </div>
      <h3 className={styles.subhead}>Chép lên hệ thống quốc gia</h3>
      <div className={styles.chips}>
        {copyFields.map((field) => (
          <TickChip
            key={field}
            checked={order.includes(field)}
            onChange={(isOn) => keep(isOn ? [...order, field] : order.filter((each) => each !== field))}
          >
            {copyFieldLabels[field]}
          </TickChip>
        ))}
      </div>
      <ol className={styles.people}>
        {order.map((field, place) => (
          <li key={field}>
            <span className="grow">
              {place + 1}. {copyFieldLabels[field]}
            </span>
            <IconButton
              size="small"
              aria-label={`Đưa ${copyFieldLabels[field]} lên`}
              disabled={!mayManage || place === 0 || save.isPending}
              onClick={() => swap(place, place - 1)}
            >
              <ArrowUpward fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={`Đưa ${copyFieldLabels[field]} xuống`}
              disabled={!mayManage || place === order.length - 1 || save.isPending}
              onClick={() => swap(place, place + 1)}
            >
              <ArrowDownward fontSize="small" />
            </IconButton>
          </li>
        ))}
      </ol>
      {save.error && <ErrorNotice error={save.error} />}
    </section>
  );
}
