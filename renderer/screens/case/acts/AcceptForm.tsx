import { useState } from 'react';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { SaidTicks } from '../../../components/SaidTicks.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { PapersField } from './PapersField.tsx';

/** The dossier is complete and correct: the clock starts, and the citizen gets his date. */
export function AcceptForm({ detail, hints, frame }: ActFormProps) {
  const [papers, setPapers] = useState(detail.state.papers);
  const [digitised, setDigitised] = useState(detail.state.digitised);
  return (
    <ActFrame
      frame={frame}
      input={{ kind: 'accept', papers, ...(digitised !== null && { digitised }) }}
      also={['largeTypeSlip']}
      wide
    >
      <PapersField papers={papers} onChange={setPapers} />
      <div>
        <SaidTicks value={digitised} onChange={setDigitised} yes="Đã số hóa hồ sơ" no="Chưa số hóa" />
      </div>
      <DateLines>
        <DateLine label="Hẹn trả kết quả" at={hints.newDueAt ?? null} />
        <DateNote>
          Thời hạn tính từ lúc này, khi hồ sơ đầy đủ, đúng quy định (NĐ 118/2025 Điều 17.3).
        </DateNote>
      </DateLines>
    </ActFrame>
  );
}
