import type { NewDevice } from '../../shared/domain/lan.ts';
import { AppError } from '../../shared/errors.ts';
import type { GuessLimit } from '../http/guess-limit.ts';
import { nowAt } from '../now.ts';
import type { Writer } from '../register/connection.ts';
import { appendEntry } from '../register/journal.ts';
import { addLanDevice, deviceName, findLanDevice, type LanDevice } from '../register/lan.ts';
import type { Register } from '../register/register.ts';
import { openPairingCodes, type WaitingDevice } from './pairing-codes.ts';

/** Lets a new device in that types the code which an administrator reads out. */
export interface Pairing {
  make(device: NewDevice, by: number): WaitingDevice & { code: string };
  waiting(): WaitingDevice[];
  /** Under this token from now on; or why not, and after how many seconds to try again. */
  pair(code: string, tokenHash: Buffer, from: string): LanDevice | PairingRefused;
  clear(): void;
}

interface PairingRefused {
  seconds: number;
  isWrong: boolean;
}

/** That somebody types wrong codes is told of an address once in as long. */
const toldAgainMs = 60_000;
/** While a long piece of work has the register; the code stays good. */
const busySeconds = 10;

export function openPairing(
  register: Register,
  guesses: GuessLimit,
  clock: () => number,
  announce: () => void,
): Pairing {
  const codes = openPairingCodes();
  const told = new Map<string, number>();

  const tellRefusal = (from: string, nowMs: number) => {
    if (Math.abs(nowMs - (told.get(from) ?? Number.NEGATIVE_INFINITY)) < toldAgainMs) return;
    if (told.size >= 100) return;
    told.set(from, nowMs);
    setTimeout(() => told.delete(from), toldAgainMs).unref();
    const entry = {
      at: nowAt(nowMs).instant,
      personId: null,
      device: '',
      kind: 'lan.pairingRefused',
      subject: 'lan',
    };
    try {
      register.transact((tx) => appendEntry(tx, { ...entry, data: { address: from } }));
    } catch (error) {
      // A long piece of work has the register.
      if (!(error instanceof AppError)) throw error;
    }
  };

  return {
    make: (device, by) => codes.make(device, by, clock()),
    waiting: () => codes.list(clock()),
    pair: (code, tokenHash, from) => {
      const nowMs = clock();
      const seconds = guesses.waitOf(from, nowMs);
      if (seconds > 0) return { seconds, isWrong: false };
      const found = codes.find(code, nowMs);
      if (found === undefined) {
        const wait = guesses.missed(from, nowMs);
        tellRefusal(from, nowMs);
        return { seconds: wait, isWrong: true };
      }
      try {
        const id = register.transact((tx) => addPaired(tx, found, { tokenHash, from, nowMs }));
        codes.spend(found.id);
        guesses.found(from, nowMs);
        announce();
        const paired = findLanDevice(register.read, id);
        if (paired === undefined) throw new Error('The device that was just paired is gone');
        return paired;
      } catch (error) {
        if (error instanceof AppError) return { seconds: busySeconds, isWrong: false };
        throw error;
      }
    },
    clear: codes.clear,
  };
}

function addPaired(
  tx: Writer,
  { device, by }: WaitingDevice,
  { tokenHash, from, nowMs }: { tokenHash: Buffer; from: string; nowMs: number },
): number {
  const { name, kind } = device;
  const desk = device.kind === 'display' ? device.desk : null;
  const roles = device.kind === 'counter' ? device.roles : null;
  const id = addLanDevice(tx, { name, kind, desk, roles, pairedBy: by, tokenHash, atMs: nowMs });
  const entry = { at: nowAt(nowMs).instant, personId: by, device: deviceName(id), kind: 'lan.paired' };
  appendEntry(tx, { ...entry, subject: `lanDevice:${id}`, data: { name, kind, desk, roles, address: from } });
  return id;
}
