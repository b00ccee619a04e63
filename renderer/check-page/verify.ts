import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { examineSlip, type SlipKey, type SlipVerdict, verdictOf } from '../../shared/domain/slip-check.ts';
import type { SignedSlip } from '../../shared/domain/slip-signature.ts';

hashes.sha512 = (message) => new Uint8Array(sha512(message));

/** What a scanned text is worth against the keys of a page that stands alone. Never throws. */
export async function checkText(
  text: string,
  keys: readonly SlipKey[],
): Promise<{ verdict: SlipVerdict; slip: SignedSlip | null; key: SlipKey | null }> {
  const examined = examineSlip(text, keys);
  if (examined.verdict !== null) return { ...examined, key: null };
  const { slip, candidates } = examined;
  for (const { key, text } of candidates) {
    if (await agrees(slip.signature, new TextEncoder().encode(text), bytesOf(key.publicKey)))
      return { verdict: verdictOf(slip, key), slip, key };
  }
  return { verdict: 'altered', slip, key: null };
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The browser's own Ed25519; older ones, and pages that are no secure context, have none and take the library's. */
export async function agrees(signature: Uint8Array, text: Bytes, publicKey: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, new Uint8Array(signature), text);
  } catch {
    return agreesWithout(signature, text, publicKey);
  }
}

/** The same without WebCrypto. */
export function agreesWithout(signature: Uint8Array, text: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verify(signature, text, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function bytesOf(base64url: string): Bytes {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
}
