import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { policiesSchema } from '../../../shared/domain/appointment.ts';
import { flowPoliciesSchema } from '../../../shared/domain/settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import type { RulesView } from '../../../shared/views-calendar.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { tidyClock } from '../../components/typed-clock.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

const rulesSchema = z.object({ policies: policiesSchema, flow: flowPoliciesSchema });

/** What the law leaves open about dates and waits. */
export function RulesPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.rules.queryOptions());
  return data ? <Rules saved={data} /> : null;
}

function Rules({ saved }: { saved: RulesView }) {
  const { closing, unclaimed } = {
    closing: saved.flow.supplementClosing,
    unclaimed: saved.flow.unclaimedAfterDays,
  };
  const part = useSettingsPart(
    'rules',
    { ...saved, closing: String(closing.value), unclaimed: String(unclaimed) },
    (typed) => {
      const input = {
        policies: typed.policies,
        flow: {
          ...typed.flow,
          supplementClosing: { ...typed.flow.supplementClosing, value: Number(typed.closing) },
          unclaimedAfterDays: Number(typed.unclaimed),
        },
      };
      return { parsed: rulesSchema.safeParse(input), input };
    },
  );
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const setPolicies = (more: Partial<RulesView['policies']>) =>
    change({ ...values, policies: { ...values.policies, ...more } });
  const setFlow = (more: Partial<RulesView['flow']>) =>
    change({ ...values, flow: { ...values.flow, ...more } });
  const { supplementClosing } = values.flow;
  return (
    <SettingsPart
      {...part}
      id="quy-tac"
      title="Quy tắc tính hạn"
      why="Đổi cách tính của hồ sơ nhận từ nay; hồ sơ đã nhận giữ quy tắc của ngày nhận."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <Rule
        title="Sau khi bổ sung đủ"
        why={
          values.policies.supplement === 'restart'
            ? 'Thời hạn tính lại từ đầu từ lúc đủ giấy tờ (NĐ 118/2025, Điều 19.5).'
            : 'Thời gian chờ được trừ ra, phần hạn còn lại tính tiếp; khác với NĐ 118/2025, Điều 19.5.'
        }
      >
        <Segmented
          label="Sau khi bổ sung đủ"
          value={values.policies.supplement}
          options={[
            { value: 'restart', label: 'Tính lại từ đầu (theo luật)' },
            { value: 'pause', label: 'Tính tiếp phần còn lại' },
          ]}
          onChange={(supplement) => setPolicies({ supplement })}
        />
      </Rule>
      <Rule
        title="Nhận ngoài giờ"
        why={
          values.policies.outOfHours === 'shift'
            ? 'Coi như nhận lúc mở cửa ngày làm việc tiếp theo; ngày thứ nhất là ngày sau đó.'
            : 'Ngày làm việc kế tiếp là ngày thứ nhất, hẹn sớm hơn một ngày (BLDS Điều 147).'
        }
      >
        <Segmented
          label="Nhận ngoài giờ"
          value={values.policies.outOfHours}
          options={[
            { value: 'shift', label: 'Tính từ giờ mở cửa sau' },
            { value: 'keep', label: 'Giữ ngày nhận' },
          ]}
          onChange={(outOfHours) => setPolicies({ outOfHours })}
        />
      </Rule>
      <Rule
        title="Xong đúng ngày hẹn lại"
        why={
          values.flow.extensionCountsAs === 'late'
            ? 'Hồ sơ đã xin lỗi, hẹn lại vẫn tính quá hạn so với ngày hẹn đầu.'
            : 'Hồ sơ xong trước ngày hẹn lại tính là đúng hạn; số hồ sơ hẹn lại luôn được đếm riêng.'
        }
      >
        <Segmented
          label="Xong đúng ngày hẹn lại"
          value={values.flow.extensionCountsAs}
          options={[
            { value: 'late', label: 'Tính quá hạn' },
            { value: 'newDate', label: 'Tính theo ngày mới' },
          ]}
          onChange={(extensionCountsAs) => setFlow({ extensionCountsAs })}
        />
      </Rule>
      <Rule
        title="Chờ bổ sung tối đa"
        why="Quá số ngày này mà chưa bổ sung thì được dừng giải quyết (NĐ 118/2025, Điều 19.5: 15 ngày)."
      >
        <div className={styles.short}>
          <LabelledField
            label="Số ngày"
            value={values.closing}
            onChange={(next) => change({ ...values, closing: next })}
            fault={faults['flow.supplementClosing.value']}
            numeric
          />
          <TextField
            select
            label="Tính theo"
            value={supplementClosing.unit}
            onChange={({ target }) =>
              setFlow({
                supplementClosing: {
                  ...supplementClosing,
                  unit: target.value === 'workingDays' ? 'workingDays' : 'days',
                },
              })
            }
            slotProps={{ select: { native: true } }}
          >
            <option value="days">Ngày theo lịch</option>
            <option value="workingDays">Ngày làm việc</option>
          </TextField>
        </div>
      </Rule>
      <Rule
        title="Chuyển hồ sơ trong ngày"
        why="Nhận sau giờ này thì đầu ngày làm việc sau mới phải chuyển (NĐ 118/2025, Điều 18.2: 15:00)."
      >
        <div className={styles.short}>
          <LabelledField
            label="Trước giờ"
            value={values.flow.transferCutoff}
            onChange={(transferCutoff) => setFlow({ transferCutoff })}
            onBlur={() => setFlow({ transferCutoff: tidyClock(values.flow.transferCutoff) })}
            fault={faults['flow.transferCutoff']}
            numeric
          />
        </div>
      </Rule>
      <Rule title="Kết quả chưa ai nhận" why="Để lâu hơn số ngày này thì bàn làm việc nhắc gọi người dân.">
        <div className={styles.short}>
          <LabelledField
            label="Sau số ngày"
            value={values.unclaimed}
            onChange={(next) => change({ ...values, unclaimed: next })}
            fault={faults['flow.unclaimedAfterDays']}
            numeric
          />
        </div>
      </Rule>
    </SettingsPart>
  );
}

function Rule({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <div className={styles.rule}>
      <span className={styles.ruleTitle}>{title}</span>
      <div>{children}</div>
      <small>{why}</small>
    </div>
  );
}
