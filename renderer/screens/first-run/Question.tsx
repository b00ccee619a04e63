import type { ReactNode } from 'react';
import { roleLabels, slipLabels } from '../../../shared/labels.ts';
import type { Session } from '../../../shared/views.ts';
import { PrintingFields } from '../../components/PrintingFields.tsx';
import { CodeStep } from './CodeStep.tsx';
import styles from './FirstRun.module.css';
import { HoursStep } from './HoursStep.tsx';
import { OfficeStep, type StepProps } from './OfficeStep.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { namedPeople, type Step } from './setup-values.ts';

const words: Record<Step, { title: string; why: string }> = {
  welcome: {
    title: 'Thiết lập quầy',
    why: 'Sáu câu hỏi, chừng ba phút, chỉ cần bàn phím. Mọi câu trả lời đều đổi được về sau trong Cài đặt.',
  },
  office: { title: 'Quầy này của đơn vị nào?', why: 'Tên đơn vị đứng đầu mọi phiếu giao cho người dân.' },
  code: { title: 'Mã cơ quan là gì?', why: 'Mã hồ sơ gồm mã cơ quan, ngày nhận và số thứ tự trong ngày.' },
  people: {
    title: 'Ai làm việc ở đây?',
    why: 'Chỉ cần tên và vai trò. Người đăng nhập ở quầy được ghi vào mỗi việc.',
  },
  password: {
    title: 'Mật khẩu của người quản trị',
    why: 'Gõ khi vào đầu ca. Những người khác nhận mã bắt đầu trong Cài đặt rồi tự đặt mật khẩu của mình.',
  },
  hours: { title: 'Quầy mở cửa giờ nào?', why: 'Giờ hẹn và thời gian còn lại tính theo giờ làm việc này.' },
  printing: { title: 'In phiếu thế nào?', why: 'Các phiếu được chọn sẵn trên màn hình tiếp nhận.' },
  done: { title: 'Sẵn sàng', why: 'Xem lại một lần. Bấm Quay lại để sửa, hoặc mở quầy.' },
};

/** One page of the first run. */
export function Question(props: StepProps & { step: Step; today: string; session: Session | undefined }) {
  const { step, session, today, ...rest } = props;
  const { title, why } = words[step];
  return (
    <>
      <div>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.why}>{why}</p>
      </div>
      <Fields step={step} session={session} today={today} {...rest} />
    </>
  );
}

function Fields(props: StepProps & { step: Step; today: string; session: Session | undefined }): ReactNode {
  const { step, session, today, ...rest } = props;
  switch (step) {
    case 'welcome':
      return null;
    case 'office':
      return <OfficeStep {...rest} />;
    case 'code':
      return <CodeStep {...rest} today={today} />;
    case 'people':
      return <PeopleStep {...rest} />;
    case 'password':
      return <PasswordStep {...rest} />;
    case 'hours':
      return <HoursStep {...rest} />;
    case 'printing':
      return (
        <PrintingFields
          printing={rest.values.printing}
          session={session ?? { platform: 'browser', printers: [] }}
          onChange={(printing) => rest.change({ printing })}
        />
      );
    case 'done':
      return <Summary {...rest} />;
  }
}

function Summary({ values }: StepProps) {
  const { office, hours, printing } = values;
  const rows: [string, string][] = [
    ['Đơn vị', `${office.unit}, ${office.province}`],
    ['Bộ phận', office.name],
    ['Mã cơ quan', office.agencyCode],
    [
      'Người',
      namedPeople(values)
        .map(
          (person) =>
            `${person.name} (${person.roles.map((role) => roleLabels[role].toLowerCase()).join(', ')})`,
        )
        .join('; '),
    ],
    [
      'Giờ làm việc',
      `${hours.morning.opensAt}–${hours.morning.closesAt} và ${hours.afternoon.opensAt}–${hours.afternoon.closesAt}`,
    ],
    ['In sẵn', printing.defaultSlips.map((form) => slipLabels[form]).join(', ') || 'không in'],
  ];
  return (
    <dl className={styles.summary}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
