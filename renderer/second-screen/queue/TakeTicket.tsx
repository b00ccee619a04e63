import { Back } from '../Back.tsx';

/** Lấy số. */
export function TakeTicket({ onDone }: { onDone: () => void }) {
  return (
    <main>
      <Back onBack={onDone} />
      <h1>Lấy số</h1>
    </main>
  );
}
