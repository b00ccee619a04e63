import { faultWords, partWords } from '../../shared/verify-words.ts';
import type { VerifiedPart } from '../../shared/views-verify.ts';
import { verifyRegister } from '../register/verify.ts';

function outcomeOf(faulty: readonly VerifiedPart[]): string {
  if (faulty.length === 0) return 'Sổ nguyên vẹn: mọi dòng đúng như nhật ký ghi.';
  if (faulty.every((part) => part === 'tallies'))
    return 'Hồ sơ và hỗ trợ số đúng như nhật ký ghi, chỉ số cộng dồn sai. Đóng quầy rồi chạy lại với --rebuild-figures thay cho --verify để cộng lại.';
  return 'Sổ có chỗ khác nhật ký. Tệp được giữ nguyên; so với bản sao lưu trước khi làm tiếp.';
}

/** `--verify`: one line a part as it is checked. Exit code 1 when something differs from the journal. Throws `StartError`. */
export function verifyFolder(folder: string, say: (line: string) => void): number {
  const faulty: VerifiedPart[] = [];
  say(`Kiểm sổ ${folder}, chỉ đọc.`);
  for (const { part, fault } of verifyRegister(folder)) {
    if (fault) faulty.push(part);
    say(`${partWords[part]}: ${fault ? `SAI, ${faultWords(fault)}` : 'khớp'}`);
  }
  say(outcomeOf(faulty));
  return faulty.length === 0 ? 0 : 1;
}
