import { code128Widths, qrModules } from '../../electron/printing/slip-codes.ts';
import type { SlipDataOf } from '../../electron/printing/slip-data.ts';
import { capitals, dateWords, dueWords, enquiryLine, momentWords } from '../../electron/printing/wording.ts';
import { formatDayMonth, shortWeekday } from '../../shared/format.ts';

/** The acknowledgement as one page of HTML, drawn like ours: what printing through the browser's engine would cost. */
export function slipAsHtml(data: SlipDataOf<'acknowledgement'>): string {
  const { office, applicant, codes, due, formText } = data;
  if (codes === null) throw new Error('A slip of a case');
  const rows = data.papers.kind === 'components' ? data.papers.rows : [];
  const papers = rows.map(
    (row, index) =>
      `<tr><td>${index + 1}<td>${row.name}<td>${row.originals || ''}<td>${row.certifiedCopies || ''}<td>${row.photocopies || ''}`,
  );
  const days = due.trace.map(
    (day) =>
      `<div class="${day.isDue ? 'due' : day.mark}">${shortWeekday(day.date)} ${formatDayMonth(day.date)}<br><b>${day.number ?? day.mark}</b></div>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>
<p class="sample">${office.isSample ? 'MẪU' : ''}</p>
<div class="two head"><div>${capitals(office.parentAgency)}<br><b>${capitals(office.oneStopUnit)}</b></div>
<div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></div></div>
<div class="two"><div>Mã hồ sơ: <b>${codes.caseCode}</b>${barcode(codes.slipCode)}${codes.slipCode}</div>
<div><i>${office.place}, ${dateWords(data.issuedAt)}</i><br>Quyển số: ${codes.volume}, Số thứ tự: ${codes.serial}</div></div>
<h1>${capitals(formText.title)}</h1><p class="centre"><i>(${data.copies[0].label})</i></p>
<p>Bộ phận tiếp nhận và trả kết quả: ${office.unit}<p>Tiếp nhận hồ sơ của: <b>${applicant.name}</b>
<p>Địa chỉ: ${applicant.address}<p>Số điện thoại: ${applicant.phone}<p>Số CMND/Thẻ căn cước/Hộ chiếu: ${applicant.idNumber}
<p>Nội dung yêu cầu giải quyết: ${data.request}<p>1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:
<table><tr><th>TT<th>Thành phần hồ sơ<th>Bản chính<th>Bản chứng thực<th>Bản photo${papers.join('')}</table>
<p>2. Số lượng hồ sơ: ${data.sets} (bộ)<p>3. Thời gian giải quyết hồ sơ theo quy định là: ${data.limitText}
<p>4. Thời gian nhận hồ sơ: ${momentWords(data.receivedAt)}<p>5. Thời gian trả kết quả giải quyết hồ sơ:
<h1>${due.at === null ? '' : dueWords(due.at)}</h1><div class="strip">${days.join('')}</div>
<p>6. Đăng ký nhận kết quả tại: ${data.returnPlace}<p>7. Phí, lệ phí: ${data.feeText}
<div class="two centre"><div><b>NGƯỜI NỘP HỒ SƠ</b><br><i>(Ký và ghi rõ họ tên)</i><p class="name">${applicant.name}</div>
<div><b>NGƯỜI TIẾP NHẬN HỒ SƠ</b><br><i>(Ký và ghi rõ họ tên)</i><p class="name">${data.clerkName}</div></div>
<div class="foot"><div><b>Ghi chú:</b> ${formText.notes.join(' ')} ${enquiryLine(office)}</div>${qr(codes.slipCode)}</div>`;
}

/** Chromium takes the system's serif: a page made from a string may not read our font files, which costs it less. */
const style = `
@page{margin:6mm 11mm 6mm 14mm}body{font:10pt/1.27 "Times New Roman",serif;margin:0}p{margin:0}h1{font-size:13pt;text-align:center;margin:2mm 0 0}
.sample{text-align:right;font:700 16pt serif}.two{display:grid;grid-template-columns:1fr 1fr}.head{font-size:9pt}.head,.centre{text-align:center}
table{width:100%;border-collapse:collapse;font-size:9.5pt}td,th{border:.2mm solid}.strip{display:grid;grid-auto-flow:column;text-align:center;font-size:8.5pt}
.strip div{border:.2mm solid}.counted{background:#dcdcdc}.rest{background:repeating-linear-gradient(135deg,#999 0 .2mm,#fff .2mm 1.4mm)}.due{background:#000;color:#fff}
.name{margin-top:10mm;font-weight:700}.foot{display:grid;grid-template-columns:1fr 17mm;gap:4mm;font-size:8.5pt;border-top:.2mm solid;margin-top:3mm}svg{display:block}`;

function barcode(slipCode: string): string {
  let x = 0;
  const bars = code128Widths(slipCode).map((width, index) => {
    const bar = index % 2 === 0 ? `M${x} 0h${width}v20h-${width}z` : '';
    x += width;
    return bar;
  });
  return `<svg width="52mm" height="8mm" viewBox="0 0 ${x} 20" preserveAspectRatio="none"><path d="${bars.join('')}"/></svg>`;
}

function qr(slipCode: string): string {
  const { width, height, isDark } = qrModules(slipCode);
  let path = '';
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++)
      if (isDark(column, row)) path += `M${column} ${row}h1v1h-1z`;
  }
  return `<svg width="17mm" height="17mm" viewBox="0 0 ${width} ${height}"><path d="${path}"/></svg>`;
}
