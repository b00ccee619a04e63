import { AppError } from '../../shared/errors.ts';
import { type LanDevice, seeLanDevice } from '../register/lan.ts';
import type { Register } from '../register/register.ts';
import type { Connection } from './lines.ts';

/** By which connections the paired devices are here. */
export interface DeviceLines {
  /** A request of the device came by this one. */
  note(device: LanDevice, connection: Connection): void;
  /** Ends every line of a device. */
  cut(deviceId: number): void;
  isConnected(deviceId: number): boolean;
  /** Epoch milliseconds, since the counter opened; 0: not yet. */
  lastSeenAt(deviceId: number): number;
}

/** That a device was here is written as often: what is written makes a backup due, and a page may ask all night long. */
const seenEveryMs = 3600_000;

export function openDeviceLines(
  register: Register,
  clock: () => number,
  log: (line: string) => void,
): DeviceLines {
  const connections = new Map<number, Set<Connection>>();
  const seenAt = new Map<number, number>();

  const keep = (device: LanDevice, connection: Connection) => {
    const held = connections.get(device.id) ?? new Set();
    connections.set(device.id, held);
    if (held.has(connection)) return;
    held.add(connection);
    connection.once('close', () => held.delete(connection));
  };

  const noteSeen = ({ id, lastSeenAt }: LanDevice) => {
    const nowMs = clock();
    seenAt.set(id, nowMs);
    if (nowMs - lastSeenAt < seenEveryMs) return;
    try {
      register.transact((tx) => seeLanDevice(tx, id, nowMs));
    } catch (error) {
      // A long piece of work has the register; nobody needs this minute.
      if (!(error instanceof AppError)) log(`device ${id}: ${String(error)}`);
    }
  };

  return {
    note: (device, connection) => {
      keep(device, connection);
      noteSeen(device);
    },
    cut: (deviceId) => {
      for (const connection of connections.get(deviceId) ?? []) connection.destroy();
    },
    lastSeenAt: (deviceId) => seenAt.get(deviceId) ?? 0,
    isConnected: (deviceId) => (connections.get(deviceId)?.size ?? 0) > 0,
  };
}
