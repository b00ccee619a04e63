import 'reflect-metadata';
import { createPrivateKey, hash, randomBytes, X509Certificate } from 'node:crypto';
import { BlockList } from 'node:net';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  X509Certificate as X509Reader,
} from '@peculiar/x509';

/**
 * The office's own authority and the certificate of its counter. The authority may vouch for one name and one small network and for
 * nothing else, so that who trusts it trusts it with nothing of the web (RFC 5280, 4.2.1.10).
 */

/** A certificate in DER with its private key in PKCS #8. */
export interface Credential {
  certificate: Bytes;
  key: Bytes;
}
type Bytes = Uint8Array<ArrayBuffer>;

export interface NamedHost {
  hostName: string;
  /** IPv4, in dotted quads, and the bits of its network. */
  address: string;
  prefix: number;
}

const dayMs = 24 * 3600_000;
/** A clock that is a little slow elsewhere must not meet a certificate of tomorrow. */
const earlierMs = dayMs;
/** Browsers refuse one that holds longer than 398 days; the day before it begins counts. */
const leafMs = 396 * dayMs;
const renewedBeforeMs = 60 * dayMs;
const authorityMs = 10 * 365 * dayMs;
/** The addresses beside the counter's own that it may get some day; no more of a large network. */
const shortestPrefix = 24;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Makes the authority for a host and its network. */
export async function makeAuthority(host: NamedHost, nowMs: number): Promise<Credential> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity(nowMs, authorityMs),
    name: `CN=Mot Cua ${host.hostName} ${randomBytes(3).toString('hex')}`,
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      constraintsOf(host),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: new Uint8Array(certificate.rawData), key: await exported(keys.privateKey) };
}

/** Makes the certificate that the counter shows at this address. */
export async function makeLeaf(authority: Credential, host: NamedHost, nowMs: number): Promise<Credential> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const issuer = new X509Reader(authority.certificate);
  const signingKey = await crypto.subtle.importKey('pkcs8', authority.key, algorithm, false, ['sign']);
  const certificate = await X509CertificateGenerator.create({
    ...validity(nowMs, leafMs),
    subject: `CN=${host.hostName}`,
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: host.hostName },
        { type: 'ip', value: host.address },
      ]),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: new Uint8Array(certificate.rawData), key: await exported(keys.privateKey) };
}

/** Whether this authority may vouch for the host, and long enough for a certificate. */
export function mayVouchFor(authority: Bytes, host: NamedHost, nowMs: number): boolean {
  const { names } = factsOf(authority);
  const [network = '', prefix = ''] = names.find((name) => name.includes('/'))?.split('/') ?? [];
  if (!names.includes(host.hostName) || network === '') return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix));
  return list.check(host.address) && isInForce(authority, nowMs);
}

/** Whether it holds, and longer than a certificate that it makes now. */
export function isInForce(authority: Bytes, nowMs: number): boolean {
  const { fromMs, untilMs } = spanOf(new X509Certificate(authority));
  return fromMs <= nowMs && untilMs - nowMs > leafMs;
}

/** Whether the certificate is of this authority, for this host, and holds for some time yet. */
export function isLeafGood(leaf: Bytes, authority: Bytes, host: NamedHost, nowMs: number): boolean {
  const certificate = new X509Certificate(leaf);
  const { fromMs, untilMs } = spanOf(certificate);
  return (
    certificate.verify(new X509Certificate(authority).publicKey) &&
    certificate.checkIP(host.address) !== undefined &&
    certificate.checkHost(host.hostName) !== undefined &&
    fromMs <= nowMs &&
    untilMs - nowMs > renewedBeforeMs
  );
}

export interface CertificateFacts {
  /** SHA-256 with colons, as browsers show it. */
  fingerprint: string;
  fromMs: number;
  untilMs: number;
  /** Names and networks that an authority may vouch for. */
  names: string[];
}

export function factsOf(certificate: Bytes): CertificateFacts {
  const extension = new X509Reader(certificate).getExtension(id_ce_nameConstraints);
  const permitted = extension
    ? AsnConvert.parse(extension.value, NameConstraints).permittedSubtrees
    : undefined;
  const names = [...(permitted ?? [])].map(({ base }) => base.dNSName ?? base.iPAddress ?? '');
  return {
    fingerprint: new X509Certificate(certificate).fingerprint256,
    ...spanOf(new X509Certificate(certificate)),
    names,
  };
}

export const untilOf = (certificate: Bytes): number => spanOf(new X509Certificate(certificate)).untilMs;

export const pemOf = (certificate: Bytes): string => new X509Certificate(certificate).toString();

/** What a TLS server is given. */
export const tlsOf = (leaf: Credential, authority: Bytes): { cert: string; key: string } => ({
  cert: `${pemOf(leaf.certificate)}\n${pemOf(authority)}`,
  key: createPrivateKey({ key: Buffer.from(leaf.key), format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString(),
});

function spanOf(certificate: X509Certificate): { fromMs: number; untilMs: number } {
  return { fromMs: Date.parse(certificate.validFrom), untilMs: Date.parse(certificate.validTo) };
}

function validity(
  nowMs: number,
  lengthMs: number,
): { serialNumber: string; notBefore: Date; notAfter: Date } {
  // Positive, and never the same twice.
  const serialNumber = `00${hash('sha256', randomBytes(32)).slice(0, 30)}`;
  return { serialNumber, notBefore: new Date(nowMs - earlierMs), notAfter: new Date(nowMs + lengthMs) };
}

/** Where a kind of name is not limited every name of that kind would be allowed: both that a server can have are limited. */
function constraintsOf(host: NamedHost): Extension {
  const subtree = (base: GeneralName) => new GeneralSubtree({ base });
  const constraints = new NameConstraints({
    permittedSubtrees: new GeneralSubtrees([
      subtree(new GeneralName({ dNSName: host.hostName })),
      subtree(new GeneralName({ iPAddress: networkOf(host) })),
    ]),
  });
  return new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints));
}

async function exported(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));
}

/** '192.168.1.10' with 16 or 24 bits → '192.168.1.0/24'. */
function networkOf({ address, prefix }: NamedHost): string {
  const bits = Math.max(prefix, shortestPrefix);
  const last = Number(address.split('.')[3]) & (0xff << (32 - bits));
  return `${address.split('.').slice(0, 3).join('.')}.${last & 0xff}/${bits}`;
}
