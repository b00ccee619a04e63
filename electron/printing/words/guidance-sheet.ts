import { limitText } from '../../../shared/appointment-words.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { bareRule } from '../../../shared/domain/time-limit.ts';
import { formatMoney } from '../../../shared/format.ts';
import { channelLabels, onlineLevelLabels } from '../../../shared/labels.ts';
import type { GuidancePart } from '../slip-parts.ts';
import { feeTextOf, limitTextOf, requestName, type Worded, type WordSource } from './source.ts';

export function guidanceSheetWords({ state, procedure, now }: WordSource): Worded<'guidanceSheet'> {
  if (procedure !== null) return { issuedAt: now, ...guidanceOf(procedure) };
  const { code, name, field } = state.procedure;
  return {
    issuedAt: now,
    procedure: { code, name: requestName(name), field },
    rows: state.papers.map((paper) => ({
      name: paper.name,
      originals: paper.originals,
      copies: paper.certifiedCopies + paper.photocopies,
      required: true,
    })),
    limitText: limitTextOf(state),
    feeText: feeTextOf(state),
    result: null,
    filingText: channelLabels[state.channel],
    onlineText: null,
  };
}

/** What the catalogue says of a procedure, for somebody who has not filed anything yet. */
export function guidanceOf(procedure: Procedure): GuidancePart {
  const { code, name, field, components, timeLimit, result, submissionMethods, onlineLevel } = procedure;
  const canFileOnline = submissionMethods.includes('online') && onlineLevel !== 'none';
  const limit = bareRule(timeLimit);
  return {
    procedure: { code, name: requestName(name), field },
    rows: components,
    limitText: limit.kind === 'none' ? null : limitText(limit, 'slip'),
    feeText: feeOf(procedure),
    result: result === '' ? null : result,
    filingText: sentenceList(submissionMethods.map((channel) => channelLabels[channel])),
    onlineText: canFileOnline
      ? `Cổng Dịch vụ công quốc gia, dichvucong.gov.vn${onlineLevel === null ? '' : ` (${onlineLevelLabels[onlineLevel].toLowerCase()})`}`
      : null,
  };
}

/** "Trực tiếp, trực tuyến, bưu chính". */
function sentenceList([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((word) => word.toLowerCase())].join(', ');
}

function feeOf({ fee: { amountVnd, note } }: Procedure): string | null {
  const amount = amountVnd === null ? '' : amountVnd === 0 ? 'Không thu' : formatMoney(amountVnd);
  const words = [amount, note].filter((part) => part !== '').join('. ');
  return words === '' ? null : words;
}
