import { randomUUID } from 'node:crypto';
import { type NewDevice, pairingCodeLength, pairingMs } from '../../shared/domain/lan.ts';
import { newCode, tokenHash } from '../accounts/secrets.ts';

/** Codes that wait for a new device to type them: each once and for ten minutes. In memory alone, so that a restart ends them. */
export interface PairingCodes {
  make(device: NewDevice, by: number, nowMs: number): WaitingDevice & { code: string };
  /** What the code is for; it stays until it is spent. */
  find(code: string, nowMs: number): WaitingDevice | undefined;
  spend(id: string): void;
  list(nowMs: number): WaitingDevice[];
  clear(): void;
}

export interface WaitingDevice {
  id: string;
  device: NewDevice;
  /** Who made the code. */
  by: number;
  untilMs: number;
}

const mostWaiting = 10;

export function openPairingCodes(): PairingCodes {
  /** By the hash of the code, the oldest first: a look-up tells nothing by the time it takes. */
  const waiting = new Map<string, WaitingDevice>();
  const keyOf = (code: string) => tokenHash(code).toString('hex');
  const forget = (isOver: (each: WaitingDevice) => boolean) => {
    for (const [key, each] of waiting) if (isOver(each)) waiting.delete(key);
  };
  const forgetOld = (nowMs: number) =>
    forget(({ untilMs }) => untilMs <= nowMs || untilMs > nowMs + pairingMs);
  return {
    make: (device, by, nowMs) => {
      forgetOld(nowMs);
      const [oldest] = waiting.keys();
      if (waiting.size >= mostWaiting && oldest !== undefined) waiting.delete(oldest);
      const code = newCode(pairingCodeLength);
      const made = { id: randomUUID(), device, by, untilMs: nowMs + pairingMs };
      waiting.set(keyOf(code), made);
      return { ...made, code };
    },
    find: (code, nowMs) => {
      forgetOld(nowMs);
      return waiting.get(keyOf(code));
    },
    spend: (id) => forget((each) => each.id === id),
    list: (nowMs) => {
      forgetOld(nowMs);
      return [...waiting.values()];
    },
    clear: () => waiting.clear(),
  };
}
