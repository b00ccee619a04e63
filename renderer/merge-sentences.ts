import { type MergeFault, mergeFaults } from '../shared/views-emergency.ts';

/** Why an emergency register is not brought in; nothing was. */
const mergeSentences: Record<MergeFault, string> = {
  unreadable:
    'Chưa đọc được hết tệp sổ tạm này. Sổ giữ nguyên; thử lại, vẫn vậy thì chép thư mục sang ổ khác và gọi người phụ trách máy.',
  otherVersion:
    'Sổ tạm do bản Một Cửa khác ghi. Sổ giữ nguyên; mở sổ tạm bằng bản đang dùng một lần rồi đưa vào.',
  unsound:
    'Sổ tạm có chỗ khác nhật ký của nó. Sổ giữ nguyên; nhập lại hồ sơ từ giấy, tệp sổ tạm vẫn giữ để đối chiếu.',
  clash:
    'Sổ đã có số hoặc phiếu trùng với sổ tạm. Sổ giữ nguyên; có thể hồ sơ đã được nhập lại từ giấy, đối chiếu hai bên.',
  bookClosed: 'Sổ của năm ấy đã khóa. Sổ giữ nguyên; ghi hồ sơ của sổ tạm vào phụ lục.',
  gone: 'Không còn thư mục của sổ tạm này. Sổ giữ nguyên; cắm lại ổ hoặc xem ai đã chuyển thư mục.',
  partTaken:
    'Tệp khác của cùng sổ tạm đã được đưa vào sổ, phần riêng của tệp này thì chưa. Tệp giữ nguyên; nhập phần ấy từ giấy.',
  done: 'Sổ tạm này đã được đưa vào sổ, không đưa lần nữa.',
};

export const mergeSentence = (why: unknown): string =>
  mergeSentences[mergeFaults.find((known) => known === why) ?? 'unreadable'];
