import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { BankView } from '../../../shared/domain/bank-list.ts';
import { type Bank, bankSchema } from '../../../shared/domain/fee-rule.ts';
import { faultsOf } from '../../../shared/faults.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { BankSample } from './BankSample.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

const none: Bank = { bin: '', bankName: '', account: '', holder: '' };

/** The office's account: from it the codes of transfers are made, without a network. */
export function BankPart() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.bank.queryOptions());
  return data ? <Account {...data} /> : null;
}

function Account({ bank, banks }: BankView) {
  const part = useSettingsPart('bank', bank ?? none, (values) => {
    const isEmpty = Object.values(values).every((text) => text.trim() === '');
    return {
      parsed: bankSchema.nullable().safeParse(isEmpty ? null : values),
      input: { bank: isEmpty ? null : values },
    };
  });
  const { values, change } = part;
  const faults: Record<string, string> = part.fault ? faultsOf(part.fault) : {};
  const field = (name: keyof Bank, label: string, faultText?: string, hint?: string) => (
    <LabelledField
      label={label}
      value={values[name]}
      onChange={(text) => change({ ...values, [name]: text })}
      fault={faults[name]}
      faultText={values[name].trim() === '' ? undefined : faultText}
      hint={hint}
      numeric={name === 'bin'}
    />
  );
  const listed = banks.some(({ bin, name }) => bin === values.bin && name === values.bankName);
  const account = bankSchema.safeParse(values);
  return (
    <SettingsPart
      {...part}
      id="tai-khoan"
      title="Tài khoản nhận chuyển khoản"
      why="Dùng cho mã VietQR trên giấy hẹn, phiếu theo dõi và màn hình người dân. Xóa cả bốn ô để không dùng."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
      sample={<BankSample account={account.success ? account.data : null} isSaved={!part.isChanged} />}
    >
      <TextField
        select
        label="Ngân hàng"
        value={listed ? values.bin : ''}
        onChange={({ target }) => {
          const chosen = banks.find(({ bin }) => bin === target.value);
          change({ ...values, bin: chosen?.bin ?? '', bankName: chosen?.name ?? '' });
        }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      >
        <option value="">{values.bin === '' ? 'Chọn, hoặc ghi hai ô dưới' : 'Khác'}</option>
        {banks.map(({ bin, name }) => (
          <option key={bin} value={bin}>
            {name}
          </option>
        ))}
      </TextField>
      <div className={styles.pair}>
        {field('bin', 'Mã ngân hàng (BIN)', 'Mã gồm 6 số.')}
        {field('bankName', 'Tên ngân hàng trên phiếu')}
      </div>
      {field('account', 'Số tài khoản', 'Số tài khoản gồm 4–19 chữ số hoặc chữ cái, không dấu.')}
      {field(
        'holder',
        'Chủ tài khoản',
        undefined,
        'Viết đúng như ngân hàng ghi, thường là chữ hoa không dấu.',
      )}
    </SettingsPart>
  );
}
