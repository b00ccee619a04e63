import type { LanDeviceKind, LanFault } from './domain/lan.ts';
import type { Role } from './domain/person.ts';

/** The door for the local network, as its settings show it. Instants are UTC ISO. */
export interface LanView {
  /** Switched on; it may still be shut, and `fault` says why. */
  isOn: boolean;
  isOpen: boolean;
  fault: LanFault | null;
  /** 'https://192.168.1.10:6119', and the same by name; null until it was switched on once. */
  url: string | null;
  nameUrl: string | null;
  address: string | null;
  hostName: string;
  port: number;
  /** What it can be bound to now. */
  addresses: { address: string; interfaceName: string }[];
  /** The office's own authority; null until it was switched on once. */
  authority: LanAuthority | null;
  /** Until when the certificate of the address holds; it is renewed by itself. */
  leafUntil: string | null;
  devices: LanDeviceRow[];
  /** Codes that wait to be typed. */
  waiting: { id: string; name: string; kind: LanDeviceKind; until: string }[];
  /** Only at this PC may it be switched and a device be paired. */
  mayChange: boolean;
}

export interface LanAuthority {
  /** SHA-256 of the certificate, pairs of hexadecimal digits with colons. */
  fingerprint: string;
  madeAt: string;
  until: string;
  /** It may vouch for this name and this network alone: 'mot-cua.local', '192.168.1.0/24'. */
  names: string[];
}

/** What is carried to the other machines, by stick or from the pairing page: a file, and the fingerprint to compare. */
export interface LanCertificate extends LanAuthority {
  fileName: string;
  pem: string;
}

export interface LanDeviceRow {
  id: number;
  name: string;
  kind: LanDeviceKind;
  /** Of a screen: 'window' or 'lan:3'. */
  desk: string | null;
  /** Of a counter: the roles that may be used at it; null: all. */
  roles: Role[] | null;
  pairedAt: string;
  pairedBy: string | null;
  lastSeenAt: string;
  /** It holds an open line now. */
  isConnected: boolean;
  revokedAt: string | null;
}

/** Shown to the administrator, once: it is typed at the new device within its time. */
export interface PairingCode {
  code: string;
  until: string;
  view: LanView;
}

/** What the page of pairing asks (`GET /ghep/state`) and is answered (`POST /ghep/pair` with `{ code }`). */
export interface PairingState {
  device: { name: string; kind: LanDeviceKind } | null;
  /** Where a paired device goes. */
  path: '/' | '/man-hinh' | '/man-hinh/danh-gia' | null;
  /** Of a device that was paired once: when that ended, an office time. */
  revokedAt?: string | undefined;
}

/** Why a code did not pair. */
export interface PairingRefusal {
  error: { code: 'wrongCode' | 'tooManyTries'; seconds: number };
}
