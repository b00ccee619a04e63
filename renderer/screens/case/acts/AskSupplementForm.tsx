import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SupplementItem } from '../../../../shared/domain/case-flow.ts';
import { useTRPC } from '../../../api.ts';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { SupplementItems } from '../../../components/SupplementItems.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { useOfficeNow } from '../../../session.tsx';
import { supplementCandidates } from '../../../supplement-candidates.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

/** Everything at once, and once only. */
export function AskSupplementForm({ detail, hints, frame, faults }: ActFormProps) {
  const { procedure, papers, supplements } = detail.state;
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const found = useQuery(trpc.catalogue.get.queryOptions({ code: procedure.code }));
  const [items, setItems] = useState<SupplementItem[]>([]);
  const [reason, setReason] = useState('');
  const isLate = hints.latestOn !== undefined && today > hints.latestOn;
  return (
    <ActFrame frame={frame} input={{ kind: 'askSupplement', items, reason }} wide>
      <SupplementItems
        candidates={supplementCandidates(found.data?.procedure.components ?? [], papers)}
        items={items}
        onChange={setItems}
        fault={faults.items}
      />
      <ReasonField
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.askSupplement}
        fault={faults.reason}
      />
      <DateLines>
        {hints.lastDayOn !== undefined && <DateLine label="Người dân bổ sung đến hết" at={hints.lastDayOn} />}
        {hints.latestOn !== undefined && <DateLine label="Phải thông báo chậm nhất" at={hints.latestOn} />}
        <DateNote>
          {supplements.length > 0
            ? 'Lần thứ hai, theo quyết định của lãnh đạo: hồ sơ bị tính quá hạn khi ước tính chỉ số.'
            : 'Chỉ được yêu cầu một lần, ghi đủ mọi giấy tờ (NĐ 118/2025 Điều 11.2c, 16.3).'}
          {isLate && ' Đã quá 3 ngày làm việc kể từ ngày tiếp nhận.'}
        </DateNote>
      </DateLines>
    </ActFrame>
  );
}
