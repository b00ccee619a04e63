import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../start-error.ts';
import { defaultDataFolder, defaultSampleFolder } from './data-folder.ts';

export interface StartOptions {
  /** As written; undefined is the platform's default folder (data-folder.ts). */
  dataFolder: string | undefined;
  /** 0 is any free port; undefined is the counter's own port or the next free one. */
  port: number | undefined;
  /** Of a second listener that serves the screen for citizens and nothing else; undefined: none. */
  displayPort?: number | undefined;
  open: boolean;
  sample: string | undefined;
  /** Checks the register and ends, instead of opening the counter. */
  verify: boolean;
  /** Sums the monthly sums again and ends. */
  rebuildFigures: boolean;
  help: boolean;
}

export const helpText = `Mở quầy Một Cửa.

  npm start -- [tùy chọn]

  --data <thư mục>     nơi giữ sổ hồ sơ (mặc định: thư mục dữ liệu của người dùng)
  --port <số>          cổng trên 127.0.0.1 (0: cổng trống bất kỳ)
  --display-port <số>  cổng riêng chỉ phục vụ màn hình người dân
  --no-open            không mở cửa sổ, chỉ phục vụ tại địa chỉ in ra
  --sample <cảnh>      sổ minh họa, làm một lần trong thư mục dữ liệu
  --verify             chỉ kiểm sổ, không mở quầy: từng dòng có đúng như nhật ký ghi không
  --rebuild-figures    chỉ cộng lại số cộng dồn từ các hồ sơ, khi --verify báo sai
  --help               in trang này
`;

/** The options are not understood: the page of options is shown with it. */
export class OptionError extends StartError {
  override name = 'OptionError';
}

/** The absolute folder of the register that these options ask for. */
export function dataFolderOf(options: StartOptions): string {
  if (options.dataFolder !== undefined) return resolve(options.dataFolder);
  return options.sample === undefined ? defaultDataFolder() : defaultSampleFolder(options.sample);
}

const known = {
  data: { type: 'string' },
  port: { type: 'string' },
  'display-port': { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'string' },
  verify: { type: 'boolean' },
  'rebuild-figures': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Reads what follows `npm start --`. Throws `OptionError` with one sentence on anything it does not know. */
export function readOptions(args: readonly string[]): StartOptions {
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new OptionError(`Không hiểu "${token.value}"; ${seeHelp}.`);
    const option = Object.entries(known).find(([name]) => name === token.name)?.[1];
    if (!option) throw new OptionError(`Không có tùy chọn "${token.rawName}"; ${seeHelp}.`);
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new OptionError(`Tùy chọn ${token.rawName} không nhận giá trị; ${seeHelp}.`);
    }
    if (option.type === 'string' && isMissing(token.value, token.inlineValue)) {
      throw new OptionError(`Tùy chọn ${token.rawName} thiếu giá trị; ${seeHelp}.`);
    }
    given.set(token.name, token.value ?? '');
  }
  return {
    dataFolder: given.get('data'),
    port: readPort(given.get('port')),
    displayPort: readPort(given.get('display-port')),
    open: !given.has('no-open'),
    sample: given.get('sample'),
    verify: given.has('verify'),
    rebuildFigures: given.has('rebuild-figures'),
    help: given.has('help'),
  };
}

const seeHelp = 'xem các tùy chọn dưới đây';

/** `--data --port 5` forgot its folder; a folder that really begins with `--` is written `--data=--x`. */
function isMissing(value: string | undefined, inline: boolean | undefined): boolean {
  return !value?.trim() || (inline !== true && value.startsWith('--'));
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535))
    throw new OptionError(`Cổng "${text}" không hợp lệ: --port nhận một số từ 0 đến 65535.`);
  return port;
}
