import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Waits until a file's bytes are on the disk. Opened for writing: Windows flushes nothing through a reading handle. */
export function flush(file: string): void {
  flushDescriptor(openSync(file, 'r+'));
}

/** Waits until a folder's names are on the disk; Windows has no such call and does it itself. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flushDescriptor(openSync(folder, 'r'));
}

function flushDescriptor(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same without waiting for it; a file that is not there needs none. */
export async function flushAside(path: string): Promise<void> {
  try {
    await using file = await open(path, 'r+');
    await file.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
