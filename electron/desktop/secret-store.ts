import { safeStorage } from 'electron';
import type { SecretStore } from '../platform.ts';

/**
 * What the operating system seals for its user: DPAPI, the keychain, the keyring of the desktop. After `ready` only. On a Linux
 * desktop that has no keyring Electron seals with a key that everybody knows, which hides nothing.
 */
export const systemSecrets: SecretStore = {
  kind: async () => {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none';
    const isWeak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
    return isWeak ? 'weak' : 'strong';
  },
  seal: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
  open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
};
