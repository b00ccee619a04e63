import { Back } from '../Back.tsx';

/** Tra cứu hồ sơ. */
export function Lookup({ onDone }: { onDone: () => void }) {
  return (
    <main>
      <Back onBack={onDone} />
      <h1>Tra cứu hồ sơ</h1>
    </main>
  );
}
