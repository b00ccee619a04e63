import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { app } from './app.ts';

/** Of this user alone, as a store of the system is: what another one sealed does not open. */
const key = () => createHash('sha256').update(`double:${userInfo().username}`).digest();

function requireReady(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before the app is ready');
}

/** The asynchronous half of Electron's, which is all that stays after version 45. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => app.isReady(),
  getSelectedStorageBackend: (): string => process.env.DOUBLE_STORAGE ?? 'gnome_libsecret',
  encryptStringAsync: async (text: string): Promise<Buffer> => {
    requireReady();
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  decryptStringAsync: async (sealed: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> => {
    requireReady();
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    const result = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
    return { shouldReEncrypt: false, result };
  },
};
