import type { Act, CaseEventKind, Outcome, Status, StopGround } from './domain/case-flow.ts';
import type { CopyField } from './domain/copy-card.ts';
import type { ChargeKind, FeeItem } from './domain/fee-rule.ts';
import type { FormName } from './domain/forms.ts';
import type { Kin } from './domain/household.ts';
import type { PaymentMethod, ReturnChannel } from './domain/intake.ts';
import type { NoticeChannel, NoticeOccasion } from './domain/notice-settings.ts';
import type { MoneyMove } from './domain/payment.ts';
import type { Role } from './domain/person.ts';
import type { Channel } from './domain/procedure.ts';
import type { RatingStage } from './domain/rating.ts';
import type { Timeliness } from './domain/timeliness.ts';
import type { CaseViewName } from './views.ts';

/** The Vietnamese word for every domain value. Screens, forms and exports take it from here. */

export const statusLabels: Record<Status, string> = {
  registered: 'Mới đăng ký',
  received: 'Được tiếp nhận',
  rejected: 'Không được tiếp nhận',
  processing: 'Đang xử lý',
  awaitingSupplement: 'Yêu cầu bổ sung',
  awaitingPayment: 'Chờ nghĩa vụ tài chính',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng xử lý',
  resolved: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};

/** Who did something; of an act from an older book nobody is told. */
export const actorWord = ({ name }: { name: string }): string => name || 'theo sổ đã nhập';

export const actLabels: Record<Act, string> = {
  accept: 'Tiếp nhận hồ sơ',
  completeSupplement: 'Đã bổ sung đủ',
  confirmPayment: 'Đã nộp đủ tiền',
  handover: 'Chuyển xử lý',
  takeBack: 'Nhận lại hồ sơ',
  resolve: 'Giải quyết xong',
  return: 'Trả kết quả',
  askSupplement: 'Yêu cầu bổ sung',
  extend: 'Xin lỗi, hẹn lại',
  openVerification: 'Mở xác minh',
  agreeExtra: 'Kéo dài theo thỏa thuận',
  requestPayment: 'Chờ nghĩa vụ tài chính',
  setAside: 'Cất kết quả chưa nhận',
  reject: 'Từ chối tiếp nhận',
  withdraw: 'Rút hồ sơ',
  stop: 'Dừng giải quyết',
  shelve: 'Cất bản chính',
  giveBackOriginals: 'Trả bản chính',
  visit: 'Ghi lượt đến',
  undo: 'Hoàn tác',
};

export const eventLabels: Record<CaseEventKind, string> = {
  received: 'Tiếp nhận',
  registered: 'Đăng ký hồ sơ',
  accepted: 'Tiếp nhận',
  rejected: 'Từ chối tiếp nhận',
  handedOver: 'Giao hồ sơ',
  takenBack: 'Nhận lại hồ sơ',
  supplementRequested: 'Yêu cầu bổ sung',
  supplemented: 'Bổ sung đủ',
  paymentRequested: 'Chờ nghĩa vụ tài chính',
  paymentConfirmed: 'Đã nộp đủ tiền',
  extended: 'Xin lỗi, hẹn lại',
  verificationOpened: 'Mở xác minh',
  extraAgreed: 'Kéo dài theo thỏa thuận',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Rút hồ sơ',
  resolved: 'Giải quyết xong',
  returned: 'Trả kết quả',
  setAside: 'Cất kết quả chưa nhận',
  shelved: 'Cất bản chính',
  originalsReturned: 'Trả bản chính',
  visited: 'Khách đến',
  corrected: 'Sửa hồ sơ',
  appointmentMoved: 'Đổi ngày hẹn theo lịch nghỉ',
  codeAttached: 'Gắn mã quốc gia',
  undone: 'Hoàn tác',
};

export const stopGroundLabels: Record<StopGround, string> = {
  noSupplement: 'Quá hạn bổ sung',
  law: 'Theo quy định của pháp luật',
  leader: 'Theo quyết định của lãnh đạo',
};

export const outcomeLabels: Record<Outcome, string> = {
  granted: 'Có kết quả',
  refused: 'Từ chối giải quyết',
};

export const channelLabels: Record<Channel, string> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Bưu chính',
};

export const returnChannelLabels: Record<ReturnChannel, string> = {
  counter: 'Tại quầy',
  postal: 'Bưu chính',
  online: 'Trực tuyến',
};

export const paymentMethodLabels: Record<PaymentMethod, string> = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  onlinePayment: 'Trực tuyến',
  exempt: 'Miễn',
  later: 'Thu khi trả',
};

/** What a movement of money was. */
export const moveLabels: Record<MoneyMove['kind'], string> = {
  confirmed: 'Thu',
  refunded: 'Hoàn trả',
  cancelled: 'Hủy phiếu',
};

export const chargeLabels: Record<ChargeKind, string> = { fee: 'Phí', charge: 'Lệ phí' };

/** What an item of a fee rule is counted by. */
export const feePerLabels: Record<FeeItem['per'], string> = {
  case: 'Mỗi hồ sơ',
  copy: 'Mỗi bản',
  page: 'Mỗi trang, có bậc',
  lateCase: 'Chỉ khi quá hạn',
};

/** Fields of the copy card, as the national form names them. */
export const copyFieldLabels: Record<CopyField, string> = {
  procedureCode: 'Mã thủ tục',
  procedureName: 'Tên thủ tục',
  applicantName: 'Họ và tên',
  idNumber: 'Số căn cước',
  birthOn: 'Ngày sinh',
  sex: 'Giới tính',
  phone: 'Số điện thoại',
  email: 'Email',
  address: 'Địa chỉ',
  submitterName: 'Người nộp',
  submitterIdNumber: 'Căn cước người nộp',
  submitterPhone: 'Điện thoại người nộp',
  summary: 'Trích yếu',
  sets: 'Số bộ hồ sơ',
  receivedAt: 'Ngày nhận',
  dueAt: 'Ngày hẹn trả',
  caseCode: 'Mã hồ sơ tại quầy',
};

export const slipLabels: Record<FormName, string> = {
  acknowledgement: 'Giấy tiếp nhận và hẹn trả',
  supplementSlip: 'Phiếu yêu cầu bổ sung',
  rejectionSlip: 'Phiếu từ chối tiếp nhận',
  apologyLetter: 'Phiếu xin lỗi, hẹn lại',
  stopNotice: 'Thông báo dừng giải quyết',
  controlSlip: 'Phiếu kiểm soát',
  trackingSlip: 'Phiếu theo dõi 80 mm',
  refusalNotice: 'Phiếu từ chối giải quyết',
  handoverSlip: 'Giấy bàn giao hồ sơ',
  returnReceipt: 'Giấy biên nhận trả kết quả',
  withdrawalRequest: 'Đơn rút hồ sơ',
  guidanceSheet: 'Phiếu hướng dẫn hồ sơ',
  caseHistory: 'Quá trình xử lý hồ sơ',
  largeTypeSlip: 'Phiếu hẹn chữ to',
  congratulationLetter: 'Thư chúc mừng',
  condolenceLetter: 'Thư chia buồn',
  sorryLetter: 'Thư xin lỗi',
  feedbackSlip: 'Phiếu góp ý',
  ratingSlip: 'Phiếu đánh giá',
  bulkMinutes: 'Biên bản giao nhận hồ sơ',
  resultHandover: 'Phiếu bàn giao kết quả',
  handoverMinutes: 'Giấy bàn giao nhiều hồ sơ',
  feeNote: 'Phiếu thu',
  closingSheet: 'Phiếu chốt ca',
  queueTicket: 'Số thứ tự',
};

/** On chips and narrow tabs. */
export const shortSlipLabels: Record<FormName, string> = {
  acknowledgement: 'Giấy hẹn',
  supplementSlip: 'Bổ sung',
  rejectionSlip: 'Từ chối nhận',
  apologyLetter: 'Xin lỗi',
  stopNotice: 'Dừng',
  controlSlip: 'Kiểm soát',
  trackingSlip: '80 mm',
  refusalNotice: 'Từ chối',
  handoverSlip: 'Bàn giao',
  returnReceipt: 'Biên nhận',
  withdrawalRequest: 'Rút hồ sơ',
  guidanceSheet: 'Hướng dẫn',
  caseHistory: 'Quá trình',
  largeTypeSlip: 'Chữ to',
  congratulationLetter: 'Chúc mừng',
  condolenceLetter: 'Chia buồn',
  sorryLetter: 'Thư xin lỗi',
  feedbackSlip: 'Góp ý',
  ratingSlip: 'Đánh giá',
  bulkMinutes: 'Giao nhận',
  resultHandover: 'Bàn giao KQ',
  handoverMinutes: 'Bàn giao',
  feeNote: 'Phiếu thu',
  closingSheet: 'Chốt ca',
  queueTicket: 'Số',
};

export const roleLabels: Record<Role, string> = {
  clerk: 'Cán bộ tiếp nhận',
  officer: 'Công chức chuyên môn',
  cashier: 'Người thu tiền',
  leader: 'Lãnh đạo',
  administrator: 'Quản trị',
};

export const kinLabels: Record<Kin, string> = {
  father: 'Cha',
  mother: 'Mẹ',
  parent: 'Cha hoặc mẹ',
  husband: 'Chồng',
  wife: 'Vợ',
  spouse: 'Vợ hoặc chồng',
  child: 'Con',
  sibling: 'Anh chị em',
  grandparent: 'Ông bà',
  grandchild: 'Cháu',
  guardian: 'Người giám hộ',
  ward: 'Người được giám hộ',
};

export const sexLabels = { male: 'Nam', female: 'Nữ' } as const;

export const onlineLevelLabels = {
  full: 'Toàn trình',
  partial: 'Một phần',
  none: 'Không trực tuyến',
} as const;

export const timelinessLabels: Record<Timeliness, string> = {
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Quá hạn',
  pending: 'Trong hạn',
  pendingLate: 'Quá hạn',
  noDeadline: 'Không có hạn',
};

export const viewLabels: Record<CaseViewName, string> = {
  open: 'Đang giải quyết',
  late: 'Quá hạn',
  dueToday: 'Hôm nay',
  dueThisWeek: 'Tuần này',
  awaiting: 'Chờ bổ sung',
  ready: 'Sẵn sàng trả',
  mine: 'Của tôi',
  ended: 'Đã xong',
  all: 'Tất cả',
};

export const noticeOccasionLabels: Record<NoticeOccasion, string> = {
  received: 'Đã tiếp nhận',
  supplement: 'Cần bổ sung',
  ready: 'Có kết quả',
  apology: 'Xin lỗi',
};

export const noticeChannelLabels: Record<NoticeChannel, string> = {
  zalo: 'Zalo',
  sms: 'SMS',
  phone: 'Gọi điện',
  email: 'Email',
  inPerson: 'Trực tiếp',
};

/** What is special about a day, as the list of days off writes it. */
export const dayKindLabels = {
  holiday: 'Nghỉ lễ',
  swapped: 'Nghỉ hoán đổi',
  compensatory: 'Nghỉ bù',
  weekendHoliday: 'Lễ vào ngày nghỉ',
  workingSaturday: 'Làm bù',
} as const;

/** What each mark of a scale is called, the worst first. */
export const markLabels: Record<3 | 5, readonly string[]> = {
  3: ['Không hài lòng', 'Hài lòng', 'Rất hài lòng'],
  5: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
};
export const markLabel = (mark: number, scale: 3 | 5): string => markLabels[scale][mark - 1] ?? '';

export const ratingStageLabels: Record<RatingStage, string> = {
  reception: 'Khi tiếp nhận',
  supplement: 'Khi yêu cầu bổ sung',
  rejection: 'Khi từ chối',
  return: 'Khi trả kết quả',
};
