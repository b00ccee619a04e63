import type { Counter } from '../counter.ts';

export const sceneNames = ['mot-ngay', 'it-ong-2024'] as const;
type Caller = ReturnType<Counter['caller']>;

export async function playOrdinaryDay(_as: (clock: () => number) => Caller, _now: number): Promise<void> {}
