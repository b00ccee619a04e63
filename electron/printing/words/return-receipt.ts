import { formatPhone } from '../../../shared/format.ts';
import { contactOf, requestOf, type Worded, type WordSource } from './source.ts';

export function returnReceiptWords({ state, procedure, settings, now }: WordSource): Worded<'returnReceipt'> {
  const { recipient, result, returnedBy } = state;
  const phone = recipient?.phone ?? null;
  const expected = procedure === null ? [] : [{ kind: procedure.result, number: '', abstract: '' }];
  return {
    issuedAt: state.returnedAt ?? now,
    copyLabels: ['Bản 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả', 'Bản 2: Giao người nhận kết quả'],
    request: requestOf(state),
    applicantName: state.applicant.name,
    returner: contactOf(returnedBy?.name ?? null, settings),
    recipient: {
      name: recipient?.name ?? null,
      idNumber: recipient?.idNumber ?? null,
      phone: phone === null ? null : formatPhone(phone),
      relation: recipient?.relation ?? null,
    },
    results: result === null ? expected : [result],
    returnedAt: state.returnedAt,
    postal: state.postal,
  };
}
