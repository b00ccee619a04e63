import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type SecondScreenSettings,
  secondScreenSettingsSchema,
} from '../../../shared/domain/second-screen.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import own from './ScreenPart.module.css';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';
import { ZaloSample } from './ZaloSample.tsx';

/** Màn hình người dân: what it says while nobody is served, and how long it says what concerns somebody. */
export function ScreenPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.queue.settings.queryOptions());
  return data ? <ScreenFields saved={data.secondScreen} /> : null;
}

interface Typed {
  messages: string;
  zaloAddress: string;
  clearAfterSeconds: string;
  thanksSeconds: string;
  tellsQuietHours: boolean;
}

function ScreenFields({ saved }: { saved: SecondScreenSettings }) {
  const typed: Typed = {
    ...saved,
    messages: saved.messages.join('\n'),
    clearAfterSeconds: String(saved.clearAfterSeconds),
    thanksSeconds: String(saved.thanksSeconds),
  };
  const part = useSettingsPart('secondScreen', typed, (values) => {
    const secondScreen = {
      ...values,
      messages: values.messages.split('\n').filter((line) => line.trim() !== ''),
      clearAfterSeconds: Number(values.clearAfterSeconds || Number.NaN),
      thanksSeconds: Number(values.thanksSeconds || Number.NaN),
    };
    return { parsed: secondScreenSettingsSchema.safeParse(secondScreen), input: { secondScreen } };
  });
  const { values } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const set = (change: Partial<Typed>) => part.change({ ...values, ...change });
  const isTooLong = Object.keys(faults).some((path) => path.startsWith('messages'));
  const address = `${window.location.origin}/man-hinh`;
  return (
    <SettingsPart
      {...part}
      id="man-hinh"
      title="Màn hình người dân"
      why="Đổi những gì màn hình thứ hai nói khi chưa phục vụ ai và bao lâu thì tự xóa."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
      sample={<ZaloSample address={faults.zaloAddress ? '' : values.zaloAddress.trim()} />}
    >
      <Field title="Địa chỉ" why="Mở trên màn hình thứ hai của máy này; máy khác mở được khi có mạng nội bộ.">
        <a className={own.address} href="/man-hinh" target="_blank" rel="noreferrer">
          {address}
        </a>
      </Field>
      <Field title="Lời nhắn" why="Mỗi dòng một câu, lần lượt hiện khi chưa phục vụ ai; nhiều nhất 20 câu.">
        <TextField
          multiline
          fullWidth
          minRows={3}
          maxRows={8}
          value={values.messages}
          error={isTooLong}
          helperText={isTooLong && 'Mỗi câu nhiều nhất 160 chữ, tất cả nhiều nhất 20 câu.'}
          onChange={(event) => set({ messages: event.target.value })}
          slotProps={{ htmlInput: { 'aria-label': 'Lời nhắn', spellCheck: false } }}
        />
      </Field>
      <Field title="Zalo" why="Hiện mã QR bên lời chào; để trống thì không hiện.">
        <LabelledField
          label="Địa chỉ trang Zalo"
          value={values.zaloAddress}
          onChange={(zaloAddress) => set({ zaloAddress })}
          fault={faults.zaloAddress}
          placeholder="https://zalo.me/…"
        />
      </Field>
      <Field
        title="Tự xóa"
        why="Không nhập gì trong khoảng này thì hồ sơ đang nhập biến khỏi màn hình; nhận xong thì lời cảm ơn và giờ hẹn còn lại thêm một lúc."
      >
        <div className={styles.pair}>
          <LabelledField
            label="Khi ngừng nhập, giây"
            value={values.clearAfterSeconds}
            onChange={(clearAfterSeconds) => set({ clearAfterSeconds })}
            fault={faults.clearAfterSeconds}
            faultText="Từ 15 đến 600 giây."
            numeric
          />
          <LabelledField
            label="Sau khi nhận, giây"
            value={values.thanksSeconds}
            onChange={(thanksSeconds) => set({ thanksSeconds })}
            fault={faults.thanksSeconds}
            faultText="Từ 5 đến 120 giây."
            numeric
          />
        </div>
      </Field>
      <Field
        title="Giờ vắng"
        why="Một câu như “Thứ Tư sau 14 giờ thường vắng”, chỉ khi số hồ sơ 8 tuần qua cho thấy rõ."
      >
        <div className={own.toggles}>
          <TickChip checked={values.tellsQuietHours} onChange={(tellsQuietHours) => set({ tellsQuietHours })}>
            Báo giờ vắng
          </TickChip>
        </div>
      </Field>
    </SettingsPart>
  );
}

function Field({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <div className={own.screenField}>
      <span className={styles.ruleTitle}>{title}</span>
      <div>
        {children}
        <small>{why}</small>
      </div>
    </div>
  );
}
