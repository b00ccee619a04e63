import { useState } from 'react';
import { DateLines, DateNote } from '../../../components/DateLines.tsx';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';
import { heldItems, OriginalsTicks, unticked } from './OriginalsTicks.tsx';

/** Where the originals lie until they go back. */
export function ShelveForm({ detail, frame, faults }: ActFormProps) {
  const { custody } = detail.state;
  const [shelf, setShelf] = useState(custody.shelf);
  return (
    <ActFrame frame={frame} input={{ kind: 'shelve', shelf }}>
      <LabelledField
        label="Ngăn, kệ"
        value={shelf}
        onChange={setShelf}
        fault={faults.shelf}
        placeholder="Kệ A2, ngăn 3"
        hint={`Giữ ${custody.items.map(({ originals, name }) => `${originals} ${name}`).join('; ')}`}
      />
    </ActFrame>
  );
}

/** Originals that go back before the result, or after the case has ended. */
export function GiveBackOriginalsForm({ detail, frame, faults }: ActFormProps) {
  const { state } = detail;
  const held = heldItems(state);
  const [off, setOff] = useState<string[]>([]);
  const [to, setTo] = useState(state.submitter?.name ?? state.applicant.name);
  const items = held.filter(({ name }) => !off.includes(name));
  return (
    <ActFrame frame={frame} input={{ kind: 'giveBackOriginals', items, to }} disabled={items.length === 0}>
      <OriginalsTicks held={held} off={off} onChange={(name) => setOff(unticked(off, name))} />
      <LabelledField label="Người nhận lại" value={to} onChange={setTo} fault={faults.to} />
    </ActFrame>
  );
}

/** Nobody came for the result: it is put away, and can still be given back. */
export function SetAsideForm({ frame, faults }: ActFormProps) {
  const [place, setPlace] = useState('');
  const [note, setNote] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'setAside', place, note }}>
      <LabelledField
        label="Cất ở đâu"
        value={place}
        onChange={setPlace}
        fault={faults.place}
        placeholder="Tủ lưu, kẹp số 4"
      />
      <NoteField value={note} onChange={setNote} />
      <DateLines>
        <DateNote>Khi người dân đến, kết quả vẫn trả bình thường.</DateNote>
      </DateLines>
    </ActFrame>
  );
}
