import type { ParagraphTemplate } from '../../shared/domain/paragraph.ts';

/** What the five scenes are told by. What may have no figure stands in [ ]: each reads well of any period and of any cases. */
export const sentences = {
  itOng: {
    id: 'it-ong',
    name: 'Tổng kết',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, đã giải quyết {giải quyết}][; trước hạn và đúng hạn {trước và đúng hạn}, {quá hạn}].[ Hồ sơ trực tuyến {trực tuyến}.][ VNeID mức 2: {VNeID mức 2} dân số từ 14 tuổi.]',
  },
  /** Four criteria, each with its own measure. */
  fourCriteria: {
    id: 'bon-tieu-chi',
    name: 'Bốn tiêu chí',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ.[ Nhanh hơn: trong ngày {xong trong ngày}.][ Tiết kiệm hơn: nộp trực tuyến {trực tuyến}, bớt {lượt đi lại bớt} lượt đi lại so với nộp và nhận tại quầy.][ Hợp lý hơn: người dân đi lại {lượt đi lại} đã trả kết quả.][ Thân thiện hơn: hài lòng {hài lòng}, trả lời {tỷ lệ trả lời}.]',
  },
  eaYong: {
    id: 'ea-yong',
    name: 'Công dân số',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, có {công dân số} công dân số đủ 5 tiêu chí].[ {SIM chuẩn hóa và VNeID mức 2} người có SIM chuẩn hóa và VNeID mức 2; trong đó {có tài khoản, ngân hàng, nộp hồ sơ bằng điện thoại} có tài khoản, ngân hàng và nộp hồ sơ bằng điện thoại.][ Hỗ trợ {lượt hỗ trợ} lượt cho {người được hỗ trợ} người: làm hộ {làm hộ}, hướng dẫn {hướng dẫn}, tự làm {tự làm}.]',
  },
  haiChau: {
    id: 'hai-chau',
    name: 'Rút ngắn',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, trước hạn và đúng hạn {trước và đúng hạn}, {quá hạn}].[ Rút ngắn thời hạn, giảm cho người dân {ngày rút ngắn} ngày chờ.][ Thủ tục trong ngày {thủ tục trong ngày}; thủ tục toàn trình {thủ tục toàn trình}.][ Hồ sơ toàn trình {toàn trình}.][ Kết quả điện tử {kết quả điện tử}.]',
  },
  thanhOai: {
    id: 'thanh-oai',
    name: 'Đợt cao điểm',
    text: '{Kỳ}, {đơn vị}[ hỗ trợ {người được hỗ trợ} người, {lượt hỗ trợ} lượt: {lượt làm thủ tục} lượt làm thủ tục, {lượt nộp hồ sơ tại nhà} lượt hướng dẫn nộp hồ sơ tại nhà, {lượt thanh toán} lượt cài ứng dụng thanh toán, {lượt theo dõi hồ sơ} lượt tra cứu, đánh giá hồ sơ;] tiếp nhận {tiếp nhận} hồ sơ[, trực tuyến {trực tuyến}].[ Hài lòng {hài lòng}, trả lời {tỷ lệ trả lời}.]',
  },
  tranDangNinh: {
    id: 'tran-dang-ninh',
    name: 'Tổng hợp',
    text: '{Kỳ}, {đơn vị} tiếp nhận {tiếp nhận} hồ sơ[, trực tuyến {trực tuyến}][; trước hạn và đúng hạn {trước và đúng hạn}, {quá hạn}].[ Hài lòng {hài lòng}, trả lời {tỷ lệ trả lời}.][ Các tổ công nghệ số cộng đồng và quầy hỗ trợ {người được hỗ trợ} người, {lượt hỗ trợ} lượt: làm hộ {làm hộ}, hướng dẫn {hướng dẫn}, tự làm {tự làm}.]',
  },
} as const satisfies Record<string, ParagraphTemplate>;
