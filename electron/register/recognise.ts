import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import { applicationId } from './connection.ts';

/** The first hundred bytes of every SQLite file (sqlite.org/fileformat2.html §1.3). */
const headerBytes = 100;
const magic = 'SQLite format 3\0';

/**
 * Looks at a register's header without opening it as a database, so that a file which is empty, damaged, foreign or
 * from a newer version stays byte for byte, and its folder as it was. Throws StartError for each; also when the
 * folder shows that there was a register and it is gone: an empty one must never take its place unasked.
 */
export function recognise(file: string, newestVersion: number): 'none' | 'register' {
  if (!existsSync(file)) {
    const folder = dirname(file);
    if (existsSync(`${file}-wal`) || existsSync(join(folder, 'files'))) {
      throw new StartError(
        `Thư mục ${folder} có phiếu đã lập nhưng không còn sổ register.db. Chép lại bản sao lưu của sổ rồi mở lại, hoặc chọn thư mục khác bằng --data.`,
      );
    }
    return 'none';
  }
  const header = readHeader(file);
  if (header.length === 0) {
    throw new StartError(`Sổ ${file} rỗng (0 byte), có thể đã hỏng. Chép lại bản sao lưu rồi mở lại.`);
  }
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic) {
    throw new StartError(
      `Không đọc được sổ ${file}: tệp hỏng hoặc không phải sổ Một Cửa. Tệp được giữ nguyên.`,
    );
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw new StartError(`Tệp ${file} không phải sổ Một Cửa. Tệp được giữ nguyên.`);
  }
  refuseNewer(file, header.readUInt32BE(60), newestVersion);
  return 'register';
}

/** Also asked once the file is open: a version may still lie in the log alone. */
export function refuseNewer(file: string, version: number, newestVersion: number): void {
  if (version <= newestVersion) return;
  throw new StartError(
    `Sổ ${file} do phiên bản mới hơn ghi (bản ${version}, máy này đọc đến bản ${newestVersion}). Hãy cập nhật Một Cửa; tệp được giữ nguyên.`,
  );
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, headerBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
