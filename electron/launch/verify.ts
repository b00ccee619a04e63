import { type VerifiedPart, verifyRegister } from '../register/verify.ts';

const parts: Record<VerifiedPart, string> = {
  journal: 'Chuỗi nhật ký',
  cases: 'Hồ sơ',
  payments: 'Thu phí',
  feedback: 'Phản ánh',
  digital: 'Hỗ trợ số',
  tallies: 'Số cộng dồn',
};

/** `--verify`: one line a part as it is checked. Exit code 1 when something differs from the journal. Throws `StartError`. */
export function verifyFolder(folder: string, say: (line: string) => void): number {
  let faulty = 0;
  say(`Kiểm sổ ${folder}, chỉ đọc.`);
  for (const { part, fault } of verifyRegister(folder)) {
    if (fault) faulty += 1;
    const rest = fault && fault.count > 1 ? `, và ${fault.count - 1} chỗ nữa` : '';
    say(`${parts[part]}: ${fault ? `SAI, ${fault.first}${rest}` : 'khớp'}`);
  }
  say(
    faulty === 0
      ? 'Sổ nguyên vẹn: mọi dòng đúng như nhật ký ghi.'
      : 'Sổ có chỗ khác nhật ký. Tệp được giữ nguyên; so với bản sao lưu trước khi làm tiếp.',
  );
  return faulty === 0 ? 0 : 1;
}
