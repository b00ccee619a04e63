import type { LanDeviceKind } from '../../shared/domain/lan.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** The door for the local network: where it opens and with which certificates, and the devices that may come in. */

type Bytes = Uint8Array<ArrayBuffer>;

export interface StoredLanDoor {
  isOn: boolean;
  address: string;
  interfaceName: string;
  prefix: number;
  hostName: string;
  /** DER and PKCS #8. Of the keys nothing leaves but what they sign. */
  authority: Bytes;
  authorityKey: Bytes;
  leaf: Bytes;
  leafKey: Bytes;
}

/** Undefined before it was switched on for the first time. */
export function findLanDoor(db: Reader): StoredLanDoor | undefined {
  const row = prepared<Omit<StoredLanDoor, 'isOn'> & { isOn: number }>(
    db,
    `SELECT isOn, address, interfaceName, prefix, hostName, authority, authorityKey, leaf, leafKey
     FROM lanDoor WHERE id = 1`,
  ).get();
  return row && { ...row, isOn: row.isOn === 1 };
}

export function saveLanDoor(tx: Writer, door: StoredLanDoor): void {
  prepared(
    tx,
    `INSERT OR REPLACE INTO lanDoor
       (id, isOn, address, interfaceName, prefix, hostName, authority, authorityKey, leaf, leafKey)
     VALUES (1, @isOn, @address, @interfaceName, @prefix, @hostName, @authority, @authorityKey, @leaf, @leafKey)`,
  ).run({ ...door, isOn: door.isOn ? 1 : 0 });
}

export function switchLanOff(tx: Writer): void {
  prepared(tx, 'UPDATE lanDoor SET isOn = 0').run();
}

export interface LanDevice {
  id: number;
  name: string;
  kind: LanDeviceKind;
  /** Of a screen for citizens: the window whose citizen it serves. */
  desk: string | null;
  /** Of a counter: the roles that may be used at it; null: all. */
  roles: Role[] | null;
  /** Epoch milliseconds. */
  pairedAt: number;
  pairedBy: number | null;
  lastSeenAt: number;
  revokedAt: number | null;
}

type DeviceRow = Omit<LanDevice, 'roles'> & { roles: string | null };
const deviceColumns = 'id, name, kind, desk, roles, pairedAt, pairedBy, lastSeenAt, revokedAt';
const toDevice = ({ roles, ...row }: DeviceRow): LanDevice => ({
  ...row,
  roles: roles === null ? null : (JSON.parse(roles) as Role[]),
});

/** The device that holds this token; undefined also when it was revoked. */
export function findLanDeviceByToken(db: Reader, tokenHash: Buffer): LanDevice | undefined {
  const row = prepared<DeviceRow>(
    db,
    `SELECT ${deviceColumns} FROM lanDevices WHERE tokenHash = ? AND revokedAt IS NULL`,
  ).get(tokenHash);
  return row && toDevice(row);
}

/** When the device that held this token was revoked, in epoch milliseconds. */
export function findRevocation(db: Reader, tokenHash: Buffer): number | null {
  const sql = 'SELECT revokedAt FROM lanDevices WHERE tokenHash = ?';
  return prepared<{ revokedAt: number | null }>(db, sql).get(tokenHash)?.revokedAt ?? null;
}

/** The device that a door calls 'lan:3'; null of every other name. */
export function idOfDevice(name: string): number | null {
  return name.startsWith(prefix) ? Number(name.slice(prefix.length)) : null;
}

/** How a device is called in the journal and where its sign-ins are kept. */
export const deviceName = (id: number): string => `${prefix}${id}`;

const prefix = 'lan:';

/** Undefined also when it was revoked. */
export function findLanDevice(db: Reader, id: number): LanDevice | undefined {
  const row = prepared<DeviceRow>(
    db,
    `SELECT ${deviceColumns} FROM lanDevices WHERE id = ? AND revokedAt IS NULL`,
  ).get(id);
  return row && toDevice(row);
}

/** What a device was paired as, also one that was revoked since: what was done at it stays done there. */
export const nameOfLanDevice = (db: Reader, id: number): string | undefined =>
  prepared<{ name: string }>(db, 'SELECT name FROM lanDevices WHERE id = ?').get(id)?.name;

/** The newest first; of those that were revoked the last fifty. */
export function listLanDevices(db: Reader): LanDevice[] {
  return prepared<DeviceRow>(
    db,
    `SELECT ${deviceColumns} FROM lanDevices WHERE revokedAt IS NULL OR id IN
       (SELECT id FROM lanDevices WHERE revokedAt IS NOT NULL ORDER BY revokedAt DESC LIMIT 50)
     ORDER BY revokedAt IS NOT NULL, id DESC`,
  )
    .all()
    .map(toDevice);
}

/** Answers its id, which no other device gets again. */
export function addLanDevice(
  tx: Writer,
  device: Pick<LanDevice, 'name' | 'kind' | 'desk' | 'roles' | 'pairedBy'> & {
    tokenHash: Buffer;
    atMs: number;
  },
): number {
  const { lastInsertRowid } = prepared(
    tx,
    `INSERT INTO lanDevices (name, kind, desk, roles, tokenHash, pairedAt, pairedBy, lastSeenAt)
     VALUES (@name, @kind, @desk, @roles, @tokenHash, @atMs, @pairedBy, @atMs)`,
  ).run({ ...device, roles: device.roles === null ? null : JSON.stringify(device.roles) });
  return Number(lastInsertRowid);
}

export function renameLanDevice(tx: Writer, id: number, name: string): void {
  prepared(tx, 'UPDATE lanDevices SET name = ? WHERE id = ?').run(name, id);
}

/** Ends the device and whatever sign-in is open at it. */
export function revokeLanDevice(tx: Writer, id: number, by: number | null, atMs: number): void {
  prepared(tx, 'UPDATE lanDevices SET revokedAt = ?, revokedBy = ? WHERE id = ? AND revokedAt IS NULL').run(
    atMs,
    by,
    id,
  );
  prepared(
    tx,
    "UPDATE signIns SET endedAt = ?, endedWhy = 'everywhere' WHERE device = ? AND endedAt IS NULL",
  ).run(atMs, deviceName(id));
}

export function seeLanDevice(tx: Writer, id: number, atMs: number): void {
  prepared(tx, 'UPDATE lanDevices SET lastSeenAt = ? WHERE id = ?').run(atMs, id);
}

/**
 * Of a register that takes the place of another: a device that was revoked since may stand in it as if it were not, so each is
 * paired anew, and the door stays shut until somebody switches it on.
 */
export function shutLanAfterRestore(tx: Writer, atMs: number): void {
  if (!hasLan(tx)) return;
  switchLanOff(tx);
  prepared(tx, 'UPDATE lanDevices SET revokedAt = ? WHERE revokedAt IS NULL').run(atMs);
}

/** Whether a door is open or a device is paired, so that somebody would miss them. */
export function lanStands(db: Reader): boolean {
  if (!hasLan(db)) return false;
  const sql = `SELECT EXISTS (SELECT 1 FROM lanDoor WHERE isOn = 1)
    OR EXISTS (SELECT 1 FROM lanDevices WHERE revokedAt IS NULL) AS stands`;
  return prepared<{ stands: number }>(db, sql).get()?.stands === 1;
}

/** A copy of an older version has neither yet. */
const hasLan = (db: Reader): boolean =>
  prepared(db, "SELECT 1 FROM sqlite_schema WHERE name = 'lanDevices'").get() !== undefined;
