import { useQuery } from '@tanstack/react-query';
import { type FeedbackSettings, feedbackSettingsSchema } from '../../../shared/domain/feedback-settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import fields from '../../components/SettingFields.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

const limits = [
  { name: 'acknowledgeDays', label: 'Báo đã nhận' },
  { name: 'refuseDays', label: 'Từ chối' },
  { name: 'askDetailDays', label: 'Hỏi thêm' },
  { name: 'answerDays', label: 'Trả lời' },
] as const;

/** The limits of phản ánh, kiến nghị, which no text settles. */
export function FeedbackPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.feedback.settings.queryOptions());
  return data ? <Limits saved={data} /> : null;
}

function Limits({ saved }: { saved: FeedbackSettings }) {
  const part = useSettingsPart(
    'feedback',
    {
      publication: saved.publication,
      oneStop: saved.oneStop,
      acknowledgeDays: String(saved.acknowledgeDays),
      refuseDays: String(saved.refuseDays),
      askDetailDays: String(saved.askDetailDays),
      answerDays: String(saved.answerDays),
    },
    ({ publication, oneStop, ...typed }) => {
      const input = {
        publication,
        oneStop,
        acknowledgeDays: numberOf(typed.acknowledgeDays),
        refuseDays: numberOf(typed.refuseDays),
        askDetailDays: numberOf(typed.askDetailDays),
        answerDays: numberOf(typed.answerDays),
      };
      return { parsed: feedbackSettingsSchema.safeParse(input), input: { feedback: input } };
    },
  );
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  return (
    <SettingsPart
      {...part}
      id="phan-anh"
      title="Phản ánh, kiến nghị"
      why="Đổi hạn của phản ánh ghi từ nay, tính bằng ngày làm việc. 2, 2, 5 và 15 ngày theo thông lệ."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <div className={fields.pair}>
        {limits.map(({ name, label }) => (
          <LabelledField
            key={name}
            label={`${label}, số ngày`}
            value={values[name]}
            onChange={(next) => change({ ...values, [name]: next })}
            fault={faults[name]}
            numeric
          />
        ))}
      </div>
    </SettingsPart>
  );
}

/** An empty field is no 0. */
function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}
