import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type NoticeFacts, noticeText, smsLength } from '../../../shared/domain/notice.ts';
import { noticePlaces, noticePlaceWords } from '../../../shared/domain/notice-places.ts';
import {
  type NoticeSettings,
  noticeOccasions,
  noticeTemplatesSchema,
} from '../../../shared/domain/notice-settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { formatPhone } from '../../../shared/format.ts';
import { noticeOccasionLabels } from '../../../shared/labels.ts';
import { hoursWords } from '../../../shared/notice-words.ts';
import { useTRPC } from '../../api.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';
import styles from './NoticesPart.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** The texts that the page of a case offers for Zalo and SMS. */
export function NoticesPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.notices.templates.queryOptions());
  return data ? <Notices saved={data} /> : null;
}

function Notices({ saved }: { saved: NoticeSettings }) {
  const { office, hours } = useSession();
  const part = useSettingsPart('notices', saved, (values) => ({
    parsed: noticeTemplatesSchema.safeParse(values),
    input: { notices: values },
  }));
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const facts: NoticeFacts = {
    ...sampleFacts,
    office: office.unit,
    phone: office.phone && formatPhone(office.phone),
    hours: hoursWords(hours),
  };
  return (
    <SettingsPart
      {...part}
      id="tin"
      title="Tin nhắn"
      why="Đổi các tin soạn sẵn ở trang hồ sơ. Tin không nêu tên, số định danh; câu thiếu dữ liệu được bỏ."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <p className={styles.places}>
        Chỗ điền: {noticePlaces.map((place) => `{${noticePlaceWords[place]}}`).join(' ')}
      </p>
      {noticeOccasions.map((occasion) => {
        const { text, leftOut, unknown } = noticeText(occasion, values[occasion], facts);
        const { characters, parts } = smsLength(text);
        const fault = faults[occasion];
        return (
          <div key={occasion} className={styles.notice}>
            <TextField
              label={noticeOccasionLabels[occasion]}
              multiline
              minRows={3}
              fullWidth
              value={values[occasion]}
              error={fault !== undefined || unknown.length > 0}
              helperText={
                unknown.length > 0 ? unknownWords(unknown) : fault !== undefined && fieldSentence(fault)
              }
              onChange={({ target }) => change({ ...values, [occasion]: target.value })}
              slotProps={{ htmlInput: { maxLength: 1000 } }}
            />
            <div className={styles.sample}>
              <p>{text}</p>
              <small>
                {characters} ký tự, {parts} tin SMS
                {leftOut.length > 0 && ' · đơn vị chưa ghi số điện thoại'}
              </small>
            </div>
          </div>
        );
      })}
    </SettingsPart>
  );
}

function unknownWords(unknown: readonly string[]): string {
  const names = unknown.map((name) => `{${name}}`).join(', ');
  return `Không có chỗ điền ${names}, chưa lưu. Dùng chỗ điền ở trên hoặc bỏ dấu ngoặc.`;
}

/** An invented case. */
const sampleFacts = {
  procedure: 'Đăng ký khai sinh',
  caseCode: 'H52.09.01-250424-0007',
  slipCode: '250424-0007-31',
  due: '17:00 T2 28/04/2025',
  missing: 'Giấy chứng sinh',
  lastDay: '12/05/2025',
};
