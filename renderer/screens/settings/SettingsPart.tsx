import Button from '@mui/material/Button';
import type { ReactNode, SyntheticEvent } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import styles from './Settings.module.css';

/** One part of the settings: what it changes, its fields, a live sample, its own button. */
export function SettingsPart(props: {
  id: string;
  title: string;
  /** What it changes, in one sentence. */
  why: string;
  children: ReactNode;
  sample?: ReactNode;
  isChanged: boolean;
  isFaulty: boolean;
  savedOnce: boolean;
  pending: boolean;
  error: unknown;
  overtaken?: { isPeeking: boolean; peek: () => void; keep: () => void } | null;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { id, title, why, children, sample, isChanged, isFaulty, savedOnce, pending, error, overtaken } =
    props;
  const mayManage = useMayManage();
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    props.onSave();
  };
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <form noValidate onKeyDown={enterMovesOn} onSubmit={onSubmit}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p className={styles.why}>{why}</p>
        <div className={styles.body} data-sample={sample ? '' : undefined}>
          <fieldset className={styles.fields} disabled={!mayManage || overtaken?.isPeeking}>
            <legend className="hidden">{title}</legend>
            {children}
          </fieldset>
          {sample}
        </div>
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          {overtaken && (
            <>
              <Button onClick={overtaken.peek}>
                {overtaken.isPeeking ? 'Xem phần đang gõ' : 'Xem giá trị đang lưu'}
              </Button>
              <Button onClick={overtaken.keep}>Giữ phần đang gõ</Button>
            </>
          )}
          {!mayManage && <span className={styles.why}>Chỉ quản trị hoặc lãnh đạo đổi được.</span>}
          {savedOnce && !isChanged && <StatusMark tone="ok">Đã lưu, áp dụng từ hôm nay</StatusMark>}
          {isChanged && <Button onClick={props.onDiscard}>Bỏ thay đổi</Button>}
          {mayManage && (
            <Button type="submit" disabled={!isChanged || isFaulty || pending || Boolean(overtaken)}>
              Lưu
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
