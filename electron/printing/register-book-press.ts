import { Tinypool } from 'tinypool';
import type { LanPaper } from './lan-sheet.ts';
import type { BookPaper } from './register-book.ts';
import type { ReportPaper } from './report-paper.ts';
import type { RequestPaper } from './request-sheet.ts';

/** Prints register books and reports in a thread of its own, so that no citizen waits for his slip behind a thick book. */
export interface BookPress {
  print(data: BookPaper): Promise<Uint8Array>;
  report(data: ReportPaper): Promise<Uint8Array>;
  request(data: RequestPaper): Promise<Uint8Array>;
  lan(data: LanPaper): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @param worker the render worker's entry file; a second thread of it, which ends after a quiet minute. */
export function openBookPress({ worker, fontsFolder }: { worker: URL; fontsFolder: string }): BookPress {
  let pool: Tinypool | undefined;
  const run = (
    name: 'book' | 'report' | 'request' | 'lan',
    data: BookPaper | ReportPaper | RequestPaper | LanPaper,
  ) => {
    pool ??= new Tinypool({
      filename: worker.href,
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      isolateWorkers: false,
    });
    return pool.run({ fontsFolder, data }, { name }) as Promise<Uint8Array>;
  };
  return {
    print: (data) => run('book', data),
    report: (data) => run('report', data),
    request: (data) => run('request', data),
    lan: (data) => run('lan', data),
    close: async () => {
      await pool?.destroy();
      pool = undefined;
    },
  };
}
