import type { Hono } from 'hono';
import { type LanFault, lanFaults } from '../../shared/domain/lan.ts';
import { AppError } from '../../shared/errors.ts';
import type { Door } from '../door.ts';
import { openGuessLimit } from '../http/guess-limit.ts';
import { nowAt } from '../now.ts';
import { appendEntry } from '../register/journal.ts';
import {
  findLanDeviceByToken,
  findLanDoor,
  findRevocation,
  type LanDevice,
  type StoredLanDoor,
  saveLanDoor,
  seeLanDevice,
} from '../register/lan.ts';
import type { Register } from '../register/register.ts';
import { type LanAddress, listLanAddresses, suggestedHostName } from './addresses.ts';
import { type Allowance, lanApp } from './lan-app.ts';
import type { Connection } from './lines.ts';
import { type LanListener, listenOnLan } from './listener.ts';
import { openPairing, type Pairing } from './pairing.ts';

/** The door for the local network: shut until an administrator switches it on, and then open whenever the counter is. */
export interface LanDoor {
  pairing: Pairing;
  standing(): LanStanding;
  addresses(): LanAddress[];
  /** What there would be to open: with an authority that may vouch for this address, and a certificate by it. Throws lanFault. */
  prepare(wish: { address: string; hostName: string | undefined }): Promise<StoredLanDoor>;
  /** Opens, or goes on at another address. Throws lanFault. */
  open(stored: StoredLanDoor): Promise<void>;
  shut(): Promise<void>;
  /** Opens if it is switched on, and looks each minute whether address and certificate still hold. Never throws. */
  start(): Promise<void>;
  /** Ends every line of a device. */
  cut(deviceId: number): void;
  isConnected(deviceId: number): boolean;
  /** Epoch milliseconds, since the counter opened; 0: not yet. */
  lastSeenAt(deviceId: number): number;
  close(): Promise<void>;
}

export interface LanStanding {
  isOpen: boolean;
  fault: LanFault | null;
  port: number;
}

export interface LanTrial {
  /** 0: any free one. */
  port?: number;
  addresses?: () => LanAddress[];
  lookMs?: number;
  strangers?: Allowance;
}

export interface LanDoorOptions extends LanTrial {
  register: Register;
  files: Hono;
  answer(request: Request, door: Door): Promise<Response>;
  /** Something that its settings show changed. */
  announce: () => void;
  clock: () => number;
  log: (line: string) => void;
}

/** Beside the counter's own, so that devices find it from day to day. */
const usualPort = 6119;
const lookMs = 60_000;
/** That a device was here is written as often: what is written makes a backup due, and a page may ask all night long. */
const seenEveryMs = 3600_000;

export function openLanDoor(options: LanDoorOptions): LanDoor {
  const { register, clock, log } = options;
  const wishedPort = options.port ?? usualPort;
  const addresses = options.addresses ?? listLanAddresses;
  const connections = new Map<number, Set<Connection>>();
  const seenAt = new Map<number, number>();
  const pairing = openPairing(register, openGuessLimit(), clock, options.announce);
  let listener: LanListener | null = null;
  let shown: StoredLanDoor | null = null;
  let fault: LanFault | null = null;
  let looking: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const port = () => listener?.port ?? wishedPort;
  const app = lanApp({
    port,
    hosts: () => (shown ? [shown.address, shown.hostName].map((name) => `${name}:${port()}`) : []),
    findDevice: (tokenHash) => findLanDeviceByToken(register.read, tokenHash),
    revokedAt: (tokenHash) => {
      const atMs = findRevocation(register.read, tokenHash);
      return atMs === null ? undefined : nowAt(atMs).officeTime;
    },
    connected: (device, connection) => {
      listener?.vouchFor(connection);
      keep(device, connection);
      noteSeen(device);
    },
    pair: pairing.pair,
    authority: () => shown?.authority ?? new Uint8Array(),
    files: options.files,
    answer: options.answer,
    strangers: options.strangers ?? { perSecond: 2, burst: 20 },
    log,
  });

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

  /** One after the other: switching on and off, and looking each minute. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => {});
    return next;
  };

  const stop = async () => {
    const closing = listener;
    listener = null;
    await closing?.close();
  };

  const bring = async (stored: StoredLanDoor) => {
    const { tlsOf } = await import('./certificates.ts');
    const keys = tlsOf({ certificate: stored.leaf, key: stored.leafKey }, stored.authority);
    if (listener?.address === stored.address) {
      shown = stored;
      listener.renew(keys);
    } else {
      const wished = { address: stored.address, port: wishedPort };
      const opened = await listenOnLan(wished, keys, (request, bindings) =>
        app.fetch(request, bindings),
      ).catch((error: unknown) => {
        throw new AppError('lanFault', { why: faultOf(error), port: wishedPort });
      });
      await stop();
      listener = opened;
      shown = stored;
    }
    fault = null;
  };

  /** What opens now of what was switched on once: another address of the same interface, a certificate that holds. */
  const refreshed = async (stored: StoredLanDoor): Promise<StoredLanDoor> => {
    const held = addresses();
    const same =
      held.find(({ address }) => address === stored.address) ??
      held.find(({ interfaceName }) => interfaceName === stored.interfaceName);
    if (same === undefined) throw new AppError('lanFault', { why: 'addressGone' });
    const { isInForce, isLeafGood, makeLeaf, mayVouchFor } = await import('./certificates.ts');
    const now = { ...stored, ...same };
    if (isLeafGood(now.leaf, now.authority, now, clock())) return now;
    // Whoever trusts the authority would have to trust another one: a person decides that.
    if (!isInForce(now.authority, clock())) throw new AppError('lanFault', { why: 'authorityOld' });
    if (!mayVouchFor(now.authority, now, clock())) throw new AppError('lanFault', { why: 'addressGone' });
    const authority = { certificate: now.authority, key: now.authorityKey };
    const leaf = await makeLeaf(authority, now, clock());
    return { ...now, leaf: leaf.certificate, leafKey: leaf.key };
  };

  const look = async () => {
    const stored = findLanDoor(register.read);
    if (!stored?.isOn) return;
    const before = fault;
    try {
      const now = await refreshed(stored);
      if (now.leaf !== stored.leaf || now.address !== stored.address) {
        const entry = {
          at: nowAt(clock()).instant,
          personId: null,
          device: '',
          kind: 'lan.renewed',
          subject: 'lan',
        };
        register.transact((tx) => {
          saveLanDoor(tx, now);
          appendEntry(tx, { ...entry, data: { address: now.address } });
        });
      } else if (listener?.address === now.address) return;
      await bring(now);
    } catch (error) {
      if (error instanceof AppError && error.code === 'busy') return;
      fault = error instanceof AppError ? faultOf(error.data) : 'failed';
      if (fault === 'addressGone') await stop();
      if (fault !== before)
        log(`local network: ${error instanceof Error ? error.message : error} (${fault})`);
    }
    if (fault !== before) options.announce();
  };

  return {
    pairing,
    addresses,
    standing: () => ({ isOpen: listener !== null, fault, port: port() }),
    prepare: async ({ address, hostName }) => {
      const chosen = addresses().find((each) => each.address === address);
      if (chosen === undefined) throw new AppError('lanFault', { why: 'addressGone' });
      const { isLeafGood, makeAuthority, makeLeaf, mayVouchFor } = await import('./certificates.ts');
      const stored = findLanDoor(register.read);
      const host = { ...chosen, hostName: hostName ?? stored?.hostName ?? suggestedHostName() };
      const nowMs = clock();
      if (stored && isLeafGood(stored.leaf, stored.authority, host, nowMs))
        return { ...stored, ...host, isOn: true };
      const authority =
        stored && mayVouchFor(stored.authority, host, nowMs)
          ? { certificate: stored.authority, key: stored.authorityKey }
          : await makeAuthority(host, nowMs);
      const leaf = await makeLeaf(authority, host, nowMs);
      return {
        ...host,
        isOn: true,
        authority: authority.certificate,
        authorityKey: authority.key,
        leaf: leaf.certificate,
        leafKey: leaf.key,
      };
    },
    open: (stored) => inTurn(() => bring(stored)),
    shut: () =>
      inTurn(async () => {
        pairing.clear();
        fault = null;
        await stop();
      }),
    start: async () => {
      looking = setInterval(() => void inTurn(look), options.lookMs ?? lookMs).unref();
      await inTurn(look);
    },
    cut: (deviceId) => {
      for (const connection of connections.get(deviceId) ?? []) connection.destroy();
    },
    lastSeenAt: (deviceId) => seenAt.get(deviceId) ?? 0,
    isConnected: (deviceId) => (connections.get(deviceId)?.size ?? 0) > 0,
    close: () => {
      clearInterval(looking);
      return inTurn(stop);
    },
  };
}

function faultOf(error: unknown): LanFault {
  const { why, code } = error as { why?: unknown; code?: unknown };
  const named = lanFaults.find((each) => each === why);
  if (named) return named;
  if (code === 'EADDRINUSE') return 'portInUse';
  return code === 'EADDRNOTAVAIL' ? 'addressGone' : 'failed';
}
