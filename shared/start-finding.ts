/** What keeps a register from being opened, a closed list: each has words of its own and its own ways out. */
export type StartFinding =
  /** There was a register in this folder, and it is gone. */
  | { kind: 'missing' }
  /** The file has 0 bytes. SQLite itself would take it for a valid empty register. */
  | { kind: 'empty' }
  /** A database, or another file, that is not ours. */
  | { kind: 'foreign' }
  | { kind: 'newer'; version: number; reads: number }
  /** Locked, and nobody has given its code yet. */
  | { kind: 'locked' }
  /** Locked, and what its code opens is gone from beside it. */
  | { kind: 'keyLost' }
  /** `detail` is SQLite's own word, for whoever mends computers. */
  | { kind: 'damaged'; detail: string }
  | { kind: 'chainBroken'; seq: number; why: string }
  /** A row that is not what the journal says of it; `what` names it without a name of anybody. */
  | { kind: 'rowDiffers'; what: string }
  | { kind: 'diskFull' }
  | { kind: 'readOnly' }
  /** Closed to be opened anew, it does not open, and nothing of the register is at fault; `why` is a sentence, or none. */
  | { kind: 'notReopened'; why: string | null }
  /** The check of a large register did not come to its end, so that nobody knows whether it is sound. */
  | { kind: 'unchecked' }
  /** The counter died three times within a minute of its start. */
  | { kind: 'deaths' };

export type FindingKind = StartFinding['kind'];

interface FindingWords {
  /** What was found, one sentence. */
  title: string;
  /** What it likely comes from, and what was kept. */
  cause: string;
}

const kept = 'Tệp được giữ nguyên.';

const words: {
  [Kind in FindingKind]: (finding: Extract<StartFinding, { kind: Kind }>) => FindingWords;
} = {
  missing: () => ({
    title: 'Thư mục này từng có sổ, nay không còn sổ register.db.',
    cause:
      'Thường do tệp bị chuyển đi, bị phần mềm diệt vi-rút cách ly, hoặc ổ chưa cắm. Quầy không tự lập sổ trống thay vào.',
  }),
  empty: () => ({
    title: 'Tệp sổ rỗng (0 byte).',
    cause: `Thường do mất điện khi ổ đầy, hoặc do chương trình khác ghi đè. ${kept}`,
  }),
  foreign: () => ({
    title: 'Tệp tại chỗ của sổ không phải sổ Một Cửa, hoặc phần đầu của sổ đã hỏng.',
    cause: `Có thể ai đó chép nhầm tệp khác vào đây, hoặc ổ đĩa hỏng đúng phần đầu của tệp. ${kept}`,
  }),
  newer: ({ version, reads }) => ({
    title: `Sổ do phiên bản mới hơn ghi (bản ${version}, máy này đọc đến bản ${reads}).`,
    cause: `Cài bản Một Cửa mới nhất rồi mở lại. ${kept}`,
  }),
  locked: () => ({
    title: 'Sổ này được khóa bằng mã.',
    cause:
      'Sổ không hỏng. Gõ mã của sổ: 20 chữ và số trong phong bì ghi Mã của sổ, không phải Mã khôi phục hay Mã mở bản sao lưu.',
  }),
  keyLost: () => ({
    title: 'Sổ được khóa, tệp giữ khóa register.key.json không còn.',
    cause: `Sổ không hỏng. Mỗi bản sao lưu có một bản của khóa: gõ mã của sổ để lấy lại. Hoặc chép tệp register.key.json từ nơi lưu thứ hai vào thư mục của sổ. ${kept}`,
  }),
  damaged: () => ({
    title: 'Sổ có chỗ hỏng, quầy không đọc được trọn vẹn.',
    cause: `Thường do ổ đĩa hỏng, mất điện trên ổ không ghi thật, phần mềm diệt vi-rút, hoặc sổ đặt trên ổ mạng. ${kept}`,
  }),
  chainBroken: ({ seq }) => ({
    title: `Chuỗi nhật ký đứt ở mục ${seq}.`,
    cause: `Tệp đọc được, nhưng có nội dung đã bị sửa ngoài chương trình, hoặc ổ đĩa đổi dữ liệu. ${kept}`,
  }),
  rowDiffers: ({ what }) => ({
    title: `Sổ có dòng khác nhật ký: ${what}.`,
    cause: `Tệp đọc được, nhưng dòng này đã bị sửa ngoài chương trình. ${kept}`,
  }),
  diskFull: () => ({
    title: 'Ổ đĩa đã đầy, quầy không ghi được vào sổ.',
    cause: `Dọn bớt tệp không cần trên ổ này (không xóa gì trong thư mục của sổ), rồi mở lại. ${kept}`,
  }),
  readOnly: () => ({
    title: 'Quầy không được phép ghi vào sổ hoặc thư mục của sổ.',
    cause: `Tệp hoặc thư mục đang chỉ cho đọc, hoặc thuộc người dùng khác của máy. Cấp quyền ghi rồi mở lại. ${kept}`,
  }),
  notReopened: ({ why }) => ({
    title: 'Quầy đã đóng sổ để mở lại nhưng chưa mở được.',
    cause: `${why ?? 'Có lỗi ngoài dự kiến.'} Bấm mở lại; vẫn không được thì đóng hẳn Một Cửa, tắt chương trình khác đang dùng thư mục của sổ, rồi mở lên. ${kept}`,
  }),
  unchecked: () => ({
    title: 'Việc kiểm tra sổ lúc mở dừng giữa chừng, chưa biết sổ có nguyên vẹn hay không.',
    cause: `Thường do máy thiếu bộ nhớ hoặc ổ đĩa lỗi. Quầy chưa cấp số nào khi chưa kiểm xong. Đóng bớt chương trình khác, bấm Kiểm sổ, rồi Mở lại. ${kept}`,
  }),
  deaths: () => ({
    title: 'Quầy đã tắt đột ngột ba lần trong một phút.',
    cause:
      'Quầy dừng lại để không làm hỏng thêm và chưa mở sổ. Kiểm tra máy (ổ đĩa, bộ nhớ, phần mềm diệt vi-rút), rồi mở lại.',
  }),
};

/** The words of a finding, on the terminal as on the page. */
export function findingWords(finding: StartFinding): FindingWords {
  return (words[finding.kind] as (one: StartFinding) => FindingWords)(finding);
}
