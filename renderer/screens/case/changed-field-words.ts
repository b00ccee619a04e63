import type { CorrectableFacts } from '../../../shared/domain/case-flow.ts';

/** Whether it goes online from end to end comes with the procedure. */
const words: Record<Exclude<keyof CorrectableFacts, 'fullOnline'>, string> = {
  procedure: 'thủ tục',
  citizenId: 'liên kết người dân',
  applicant: 'chủ hồ sơ',
  submitter: 'người nộp thay',
  papers: 'giấy tờ',
  summary: 'nội dung',
  sets: 'số bộ',
  channel: 'kênh nộp',
  returnChannel: 'cách nhận kết quả',
  fee: 'lệ phí',
  point: 'điểm tiếp nhận',
  digitised: 'số hóa',
};

/** "chủ hồ sơ, giấy tờ": what a correction touched. */
export function changedFieldWords(fields: readonly string[]): string {
  return Object.entries(words)
    .filter(([field]) => fields.includes(field))
    .map(([, name]) => name)
    .join(', ');
}
