import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import styles from './Settings.module.css';

/** The way from the sample to the real register; only a sample has it. */
export function SamplePart() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const leave = useMutation(trpc.setup.leaveSample.mutationOptions());
  return (
    <section id="minh-hoa" className={styles.part} aria-labelledby="minh-hoa-title">
      <h2 id="minh-hoa-title">Sổ minh họa</h2>
      <p className={styles.why}>
        Người và hồ sơ trong sổ này đều là giả; bắt đầu sổ thật thì lần mở sau là một sổ trống, từ các bước
        thiết lập.
      </p>
      {leave.error && <ErrorNotice error={leave.error} />}
      <div className={styles.actions} role="status">
        {!mayManage && <span className={styles.why}>Chỉ quản trị hoặc lãnh đạo đổi được.</span>}
        {leave.isSuccess && (
          <StatusMark tone="ok">
            Đóng Một Cửa rồi mở lại: sổ minh họa được cất vào thư mục riêng, sổ thật bắt đầu từ đầu.
          </StatusMark>
        )}
        <Button disabled={!mayManage || leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
          Bắt đầu sổ thật
        </Button>
      </div>
    </section>
  );
}
