import { z } from 'zod';
import { formatCode } from '../../../shared/domain/account.ts';
import { newDeviceSchema, switchOnSchema } from '../../../shared/domain/lan.ts';
import { managers, requiredText } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { LanAuthority, LanCertificate, LanView, PairingCode } from '../../../shared/views-lan.ts';
import { suggestedHostName } from '../../lan/addresses.ts';
import { nameOfPerson } from '../../register/accounts/people.ts';
import {
  deviceName,
  findLanDevice,
  findLanDoor,
  idOfDevice,
  type LanDevice,
  listLanDevices,
  renameLanDevice,
  revokeLanDevice,
  saveLanDoor,
  switchLanOff,
} from '../../register/lan.ts';
import { command, longCommand, type QueryScope, query, requirePerson, seated } from '../door.ts';

const keepers = ['administrator'] as const;
const deviceId = z.int().min(1);

/** The door for the local network, and the devices that may come in by it. */
export const lanRoutes = {
  state: query(managers, z.void(), (scope): Promise<LanView> => viewOf(scope)),

  /** What the other machines are to trust, and the fingerprint to compare it by; null before the door was switched on once. */
  certificate: query(seated, z.void(), async ({ db }): Promise<LanCertificate | null> => {
    const stored = findLanDoor(db);
    if (stored === undefined) return null;
    const { pemOf } = await import('../../lan/certificates.ts');
    const pem = pemOf(stored.authority);
    return { ...(await authorityOf(stored.authority)), fileName: 'mot-cua.crt', pem };
  }),

  /** Opens the door, or goes on with it at another address. Throws lanFault, and it stays as it was. */
  switchOn: longCommand(
    keepers,
    ['session'],
    switchOnSchema,
    async (scope, { address, hostName }): Promise<LanView> => {
      await scope.context.lan.switchOn({ address, hostName }, async (door) => {
        const { fingerprint } = await authorityOf(door.authority);
        await scope.write(({ tx, record }) => {
          saveLanDoor(tx, door);
          record('lan.switchedOn', 'lan', { address, hostName: door.hostName, fingerprint });
        });
      });
      return viewOf(scope);
    },
  ),

  /** Shuts it; devices stay paired and find it again when it is opened. */
  switchOff: longCommand(keepers, ['session'], z.void(), async (scope): Promise<LanView> => {
    await scope.context.lan.switchOff(() =>
      scope.write(({ tx, record }) => {
        switchLanOff(tx);
        record('lan.switchedOff', 'lan', {});
      }),
    );
    return viewOf(scope);
  }),

  /** A code for one device, for ten minutes. Throws notFound where the screen's window is no paired counter. */
  newPairingCode: longCommand(keepers, [], newDeviceSchema, async (scope, device): Promise<PairingCode> => {
    const { lan } = scope.context;
    if (!lan.standing().isOpen) throw new AppError('lanFault', { why: 'failed' });
    if (device.kind === 'display' && device.desk !== 'window') requireCounter(scope, device.desk);
    await scope.write(({ record }) =>
      record('lan.codeMade', 'lan', { name: device.name, kind: device.kind }),
    );
    const { code, untilMs } = lan.pairing.make(device, requirePerson(scope).id);
    return { code: formatCode(code), until: instantOf(untilMs), view: await viewOf(scope) };
  }),

  renameDevice: command(
    managers,
    ['session'],
    z.object({ id: deviceId, name: requiredText(60) }),
    ({ tx, record }, { id, name }): null => {
      const before = requireDevice(findLanDevice(tx, id));
      renameLanDevice(tx, id, name);
      record('lan.renamed', `lanDevice:${id}`, { before: before.name, after: name });
      return null;
    },
  ),

  /** Ends a device: its sign-ins, its open lines, and what stands on its screen. */
  revokeDevice: command(managers, ['session'], z.object({ id: deviceId }), (scope, { id }): null => {
    const { tx, context, record } = scope;
    const { name, kind } = requireDevice(findLanDevice(tx, id));
    revokeLanDevice(tx, id, requirePerson(scope).id, context.clock());
    record('lan.revoked', `lanDevice:${id}`, { name, kind });
    scope.after(() => {
      context.displays.at(deviceName(id)).clearForms();
      context.lan.cut(id);
    });
    return null;
  }),
};

async function viewOf({ db, door, context }: QueryScope): Promise<LanView> {
  const { lan } = context;
  const stored = findLanDoor(db);
  const { isOpen, fault, port } = lan.standing();
  const urlOf = (name: string | undefined) => (name === undefined ? null : `https://${name}:${port}`);
  const { untilOf } = await import('../../lan/certificates.ts');
  return {
    isOn: stored?.isOn ?? false,
    isOpen,
    fault,
    url: urlOf(stored?.address),
    nameUrl: urlOf(stored?.hostName),
    address: stored?.address ?? null,
    hostName: stored?.hostName ?? suggestedHostName(),
    port,
    addresses: lan.addresses().map(({ address, interfaceName }) => ({ address, interfaceName })),
    authority: stored ? await authorityOf(stored.authority) : null,
    leafUntil: stored ? instantOf(untilOf(stored.leaf)) : null,
    devices: listLanDevices(db).map(({ pairedAt, pairedBy, lastSeenAt, revokedAt, ...device }) => ({
      ...device,
      pairedAt: instantOf(pairedAt),
      pairedBy: pairedBy === null ? null : nameOfPerson(db, pairedBy),
      lastSeenAt: instantOf(Math.max(lastSeenAt, lan.lastSeenAt(device.id))),
      isConnected: lan.isConnected(device.id),
      revokedAt: revokedAt === null ? null : instantOf(revokedAt),
    })),
    waiting: lan.pairing.waiting().map(({ id, device, untilMs }) => ({
      id,
      name: device.name,
      kind: device.kind,
      until: instantOf(untilMs),
    })),
    mayChange: door.kind !== 'lan',
  };
}

async function authorityOf(certificate: Uint8Array<ArrayBuffer>): Promise<LanAuthority> {
  const { factsOf } = await import('../../lan/certificates.ts');
  const { fingerprint, fromMs, untilMs, names } = factsOf(certificate);
  return { fingerprint, madeAt: instantOf(fromMs), until: instantOf(untilMs), names };
}

function requireCounter({ db }: QueryScope, desk: string): void {
  const device = requireDevice(findLanDevice(db, idOfDevice(desk) ?? 0));
  if (device.kind !== 'counter') throw new AppError('notFound');
}

function requireDevice(device: LanDevice | undefined): LanDevice {
  if (device === undefined) throw new AppError('notFound');
  return device;
}

const instantOf = (ms: number): string => new Date(ms).toISOString();
