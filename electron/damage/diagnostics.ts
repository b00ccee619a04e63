import { readdirSync, statfsSync, statSync } from 'node:fs';
import { arch, cpus, freemem, platform, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { findingWords, type StartFinding } from '../../shared/start-finding.ts';
import { readStartInstants } from './deaths.ts';

/** What whoever mends the machine asks first, as a text to send: names and sizes of files, nothing of what they hold. */
export function diagnosticsOf(finding: StartFinding, folder: string, officeTime: string): string {
  const { title, cause } = findingWords(finding);
  const { bavail, blocks, bsize } = statfsSync(folder);
  return [
    `Một Cửa ${packageFile.version}, ${officeTime}`,
    title,
    cause,
    ...('detail' in finding ? [finding.detail] : []),
    '',
    `Hệ điều hành: ${platform()} ${release()} ${arch()}, chạy ${Math.round(uptime() / 60)} phút`,
    `Node ${process.versions.node}${process.versions.electron ? `, Electron ${process.versions.electron}` : ''}`,
    `Bộ xử lý: ${cpus().length} × ${cpus()[0]?.model ?? ''}`,
    `Bộ nhớ: còn ${mega(freemem())} trên ${mega(totalmem())} MB`,
    `Ổ của sổ: còn ${mega(bavail * bsize)} trên ${mega(blocks * bsize)} MB`,
    `Lần mở chưa xong: ${readStartInstants(folder)
      .map((at) => new Date(at).toISOString())
      .join(', ')}`,
    '',
    folder,
    ...linesOf(folder),
    'backups',
    ...linesOf(join(folder, 'backups')),
    '',
  ].join('\n');
}

function linesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => {
      const { size, mtime } = statSync(join(folder, name));
      return `  ${name}  ${size}  ${mtime.toISOString()}`;
    });
  } catch (error) {
    return [`  ${String(error)}`];
  }
}

const mega = (bytes: number): string => Math.round(bytes / 1_000_000).toLocaleString('vi-VN');
