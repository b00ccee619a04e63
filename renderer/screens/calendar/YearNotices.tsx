import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type SyntheticEvent, useState } from 'react';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Calendar.module.css';

/** What is not settled of a year, and what the program knows newer than the register. */
export function YearNotices(props: {
  year: number;
  isProvisional: boolean;
  /** Years with newer national data. */
  newer: readonly number[];
  mayEdit: boolean;
  onIssue: (notice: string) => void;
  onNational: (year: number) => void;
}) {
  const { year, isProvisional, newer, mayEdit, onIssue, onNational } = props;
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {isProvisional && (
        <div className={styles.banner} role="status">
          <Shape tone="due" />
          <span>
            Năm {year} chưa có thông báo nghỉ chính thức. Ngày hẹn rơi vào năm này được ghi chú và có thể đổi
            khi có thông báo.
          </span>
          {mayEdit && <Button onClick={() => setAsking(true)}>Đã có thông báo</Button>}
        </div>
      )}
      {mayEdit &&
        newer.map((each) => (
          <div key={each} className={styles.banner} data-tone="news" role="status">
            <Shape tone="ready" />
            <span>Chương trình có dữ liệu ngày nghỉ năm {each} mới hơn lịch đang dùng.</span>
            <Button onClick={() => onNational(each)}>Đưa vào thay đổi</Button>
          </div>
        ))}
      {isAsking && (
        <NoticeDialog
          year={year}
          onClose={() => setAsking(false)}
          onIssue={(notice) => {
            onIssue(notice);
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function NoticeDialog(props: { year: number; onIssue: (notice: string) => void; onClose: () => void }) {
  const { year, onIssue, onClose } = props;
  const [notice, setNotice] = useState('');
  const submit = (event?: SyntheticEvent) => {
    event?.preventDefault();
    onIssue(notice.trim());
  };
  useKeys({ primary: submit }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} aria-labelledby="issued-title">
      <form noValidate onSubmit={submit}>
        <DialogTitle id="issued-title">Năm {year} đã có thông báo</DialogTitle>
        <DialogContent>
          <LabelledField
            label="Số thông báo"
            value={notice}
            onChange={setNotice}
            placeholder="8109/TB-BNV"
            hint="Soát lại các ngày nghỉ hoán đổi và làm bù trên lịch trước khi áp dụng."
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            Thôi <Keycap name="back" />
          </Button>
          <Button type="submit" variant="contained" color="primary">
            Thêm vào danh sách đổi <Keycap name="primary" />
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
