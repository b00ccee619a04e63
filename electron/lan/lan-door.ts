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
  type StoredLanDoor,
  saveLanDoor,
} from '../register/lan.ts';
import type { Register } from '../register/register.ts';
import { openTurns } from '../turns.ts';
import { type LanAddress, listLanAddresses } from './addresses.ts';
import { type DeviceLines, openDeviceLines } from './device-lines.ts';
import { type DoorWish, doorAt, refreshedDoor } from './door-to-open.ts';
import { type Allowance, lanApp } from './lan-app.ts';
import { type LanListener, listenOnLan, type ServerKeys } from './listener.ts';
import { openPairing, type Pairing } from './pairing.ts';

/** The door for the local network: shut until an administrator switches it on, and then open whenever the counter is. */
export interface LanDoor extends Pick<DeviceLines, 'cut' | 'isConnected' | 'lastSeenAt'> {
  pairing: Pairing;
  standing(): LanStanding;
  addresses(): LanAddress[];
  /**
   * Opens, or goes on at another address; `write` keeps that on disk, and where it fails all is as before. Throws lanFault.
   * Whole before or after anything else that moves the door, as is switching off: what stands on disk is what is open.
   */
  switchOn(wish: DoorWish, write: (door: StoredLanDoor) => Promise<void>): Promise<void>;
  /** Shuts once `write` has kept that. */
  switchOff(write: () => Promise<void>): Promise<void>;
  /** Opens if it is switched on, and looks each minute whether address and certificate still hold. Never throws. */
  start(): Promise<void>;
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

export function openLanDoor(options: LanDoorOptions): LanDoor {
  const { register, clock } = options;
  const addresses = options.addresses ?? listLanAddresses;
  const lines = openDeviceLines(register, clock, options.log);
  const pairing = openPairing(register, openGuessLimit(), clock, options.announce);
  const opening = openOpening(options, lines, pairing);
  const { take: inTurn } = openTurns();
  let looking: NodeJS.Timeout | undefined;

  const switchOn = async (wish: DoorWish, write: (door: StoredLanDoor) => Promise<void>) => {
    const before = findLanDoor(register.read);
    const door = await doorAt(wish, before, addresses(), clock());
    await opening.bring(door);
    try {
      await write(door);
    } catch (error) {
      // Nobody is let in whose coming in is not on disk.
      await (before?.isOn ? opening.bring(before) : opening.shut());
      throw error;
    }
  };

  const switchOff = async (write: () => Promise<void>) => {
    await write();
    await opening.shut();
  };

  const look = async () => {
    const stored = findLanDoor(register.read);
    if (!stored?.isOn) return;
    const before = opening.fault();
    try {
      const door = await refreshedDoor(stored, addresses(), clock());
      if (door !== stored) saveRenewed(register, door, clock());
      if (door !== stored || !opening.isAt(door.address)) await opening.bring(door);
    } catch (error) {
      if (error instanceof AppError && error.code === 'busy') return;
      await opening.fail(error);
    }
    if (opening.fault() !== before) options.announce();
  };

  /** The register itself may not answer: nobody awaits a look. */
  const lookInTurn = () =>
    inTurn(look).catch((error: unknown) => options.log(`local network: ${String(error)}`));

  return {
    ...lines,
    pairing,
    addresses,
    standing: opening.standing,
    switchOn: (wish, write) => inTurn(() => switchOn(wish, write)),
    switchOff: (write) => inTurn(() => switchOff(write)),
    start: async () => {
      looking = setInterval(lookInTurn, options.lookMs ?? lookMs).unref();
      await lookInTurn();
    },
    close: () => {
      clearInterval(looking);
      return inTurn(opening.stop);
    },
  };
}

/** What listens, if anything does, and why it does not. */
function openOpening(options: LanDoorOptions, lines: DeviceLines, pairing: Pairing) {
  const { register } = options;
  const wishedPort = options.port ?? usualPort;
  let listener: LanListener | null = null;
  let shown: StoredLanDoor | null = null;
  let fault: LanFault | null = null;

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
      lines.note(device, connection);
    },
    pair: pairing.pair,
    authority: () => shown?.authority ?? new Uint8Array(),
    files: options.files,
    answer: options.answer,
    strangers: options.strangers ?? { perSecond: 2, burst: 20 },
    log: options.log,
  });

  const stop = async () => {
    const closing = listener;
    listener = null;
    await closing?.close();
  };

  const listen = (address: string, keys: ServerKeys) =>
    listenOnLan({ address, port: wishedPort }, keys, (request, bindings) =>
      app.fetch(request, bindings),
    ).catch((error: unknown) => {
      throw new AppError('lanFault', { why: faultOf(error), port: wishedPort });
    });

  return {
    fault: () => fault,
    isAt: (address: string) => listener?.address === address,
    standing: (): LanStanding => ({ isOpen: listener !== null, fault, port: port() }),
    stop,
    shut: async () => {
      pairing.clear();
      fault = null;
      await stop();
    },
    /** Listens there from now on; where it does already, with this certificate. Throws lanFault, and all stays as it was. */
    bring: async (door: StoredLanDoor) => {
      const { tlsOf } = await import('./certificates.ts');
      const keys = tlsOf({ certificate: door.leaf, key: door.leafKey }, door.authority);
      if (listener?.address === door.address) listener.renew(keys);
      else {
        const opened = await listen(door.address, keys);
        await stop();
        listener = opened;
      }
      shown = door;
      fault = null;
    },
    /** It cannot be brought as it should be: at an address that is gone nothing listens. */
    fail: async (error: unknown) => {
      const before = fault;
      fault = error instanceof AppError ? faultOf(error.data) : 'failed';
      if (fault === 'addressGone') await stop();
      if (fault !== before)
        options.log(`local network: ${error instanceof Error ? error.message : error} (${fault})`);
    },
  };
}

/** Another address or certificate of the door that is on. Throws busy. */
function saveRenewed(register: Register, door: StoredLanDoor, atMs: number): void {
  const by = { at: nowAt(atMs).instant, personId: null, device: '', kind: 'lan.renewed', subject: 'lan' };
  register.transact((tx) => {
    saveLanDoor(tx, door);
    appendEntry(tx, { ...by, data: { address: door.address } });
  });
}

function faultOf(error: unknown): LanFault {
  const { why, code } = error as { why?: unknown; code?: unknown };
  const named = lanFaults.find((each) => each === why);
  if (named) return named;
  if (code === 'EADDRINUSE') return 'portInUse';
  return code === 'EADDRNOTAVAIL' ? 'addressGone' : 'failed';
}
