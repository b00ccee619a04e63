import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ratingSettingsSchema } from '../../../shared/domain/rating-settings.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { markLabels } from '../../../shared/labels.ts';
import type { RatingSetup } from '../../../shared/views-rating.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { QuestionSetFields } from './QuestionSetFields.tsx';
import { RatingSample } from './RatingSample.tsx';
import { type RatingValues, toRatingSettings, toRatingValues, toSetValues } from './rating-values.ts';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** How satisfaction is asked, and what of an answer is kept. */
export function RatingPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.rating.queryOptions());
  return data ? <RatingFields setup={data} /> : null;
}

function RatingFields({ setup: { settings, shipped } }: { setup: RatingSetup }) {
  const part = useSettingsPart('rating', toRatingValues(settings), (typed) => {
    const rating = toRatingSettings(typed);
    return { parsed: ratingSettingsSchema.safeParse(rating), input: { rating } };
  });
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const set = (more: Partial<RatingValues>) => change({ ...values, ...more });
  const scaleKey = values.scale === 3 ? 'of3' : 'of5';
  const own = values.ownSets.find(({ code }) => code === values.questionSet);
  const asked = own ?? shipped.find(({ code }) => code === values.questionSet);
  const sets = [
    ...shipped.map(({ code, name }) => values.ownSets.find((one) => one.code === code) ?? { code, name }),
    ...values.ownSets.filter(({ code }) => !shipped.some((one) => one.code === code)),
  ];
  return (
    <SettingsPart
      {...part}
      id="danh-gia"
      title="Đánh giá"
      why="Quyết định người dân được hỏi gì trên màn hình và trên phiếu giấy; đánh giá đã có giữ nguyên thang và câu hỏi cũ."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
      sample={<RatingSample scale={values.scale} main={asked?.main ?? ''} />}
    >
      <Choice title="Thang đánh giá" why="Đổi thang thì số liệu cũ và mới hiện thành hai bảng riêng.">
        <Segmented
          label="Thang đánh giá"
          value={String(values.scale)}
          options={[
            { value: '3', label: '3 mức' },
            { value: '5', label: '5 mức' },
          ]}
          onChange={(scale) => set({ scale: scale === '3' ? 3 : 5 })}
        />
      </Choice>
      <TextField
        select
        label="Bộ câu hỏi"
        value={values.questionSet}
        onChange={({ target }) => set({ questionSet: target.value })}
        slotProps={{ select: { native: true } }}
      >
        {sets.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </TextField>
      <p className={styles.why}>
        {asked?.source || 'Câu đầu là câu của các khuôn mặt; các câu sau không bắt buộc.'}
      </p>
      <QuestionSetFields
        key={values.questionSet}
        values={values}
        own={own}
        base={shipped.find(({ code }) => code === values.questionSet)}
        faults={faults}
        onChange={set}
        toValues={toSetValues}
      />
      <Choice
        title="Cán bộ trong đánh giá"
        why={
          values.namesClerk
            ? 'Lãnh đạo xem được tỷ lệ của từng cán bộ theo tháng đã hết, khi đủ số đánh giá; người trả lời vẫn được giữ kín.'
            : 'Số liệu chỉ chia theo thủ tục, lĩnh vực, thời điểm và quầy.'
        }
      >
        <Segmented
          label="Cán bộ trong đánh giá"
          value={values.namesClerk ? 'yes' : 'no'}
          options={[
            { value: 'no', label: 'Không ghi' },
            { value: 'yes', label: 'Ghi cán bộ' },
          ]}
          onChange={(chosen) => set({ namesClerk: chosen === 'yes' })}
        />
      </Choice>
      <TextField
        select
        label="Mức thấp, báo lãnh đạo trong ngày: từ mức này trở xuống"
        value={String(values.lowAtOrBelow[scaleKey])}
        onChange={({ target }) =>
          set({ lowAtOrBelow: { ...values.lowAtOrBelow, [scaleKey]: Number(target.value) } })
        }
        slotProps={{ select: { native: true } }}
      >
        {markLabels[values.scale].slice(0, -2).map((words, index) => (
          <option key={words} value={String(index + 1)}>
            {words}
          </option>
        ))}
      </TextField>
      <div className={styles.pair}>
        <LabelledField
          label="Không tách nhóm khi dưới"
          value={values.leastToSplit}
          onChange={(leastToSplit) => set({ leastToSplit })}
          fault={faults.leastToSplit}
          hint="Số đánh giá ít nhất, từ 5."
          numeric
        />
        <LabelledField
          label="Báo khi trong một phút có"
          value={values.burstAtMinute}
          onChange={(burstAtMinute) => set({ burstAtMinute })}
          fault={faults.burstAtMinute}
          hint="Số đánh giá dồn dập để lãnh đạo xem lại."
          numeric
        />
      </div>
    </SettingsPart>
  );
}

function Choice({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <div className={styles.rule}>
      <span className={styles.ruleTitle}>{title}</span>
      <div>{children}</div>
      <small>{why}</small>
    </div>
  );
}
