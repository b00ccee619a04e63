import { expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { readOptions } from './options.ts';

test('no option leaves every decision to the platform', () => {
  expect(readOptions([])).toEqual({
    dataFolder: undefined,
    port: undefined,
    open: true,
    sample: undefined,
    verify: false,
    rebuildFigures: false,
    help: false,
  });
});

test('values come with a space or an equals sign', () => {
  const named = { dataFolder: 'sổ của tôi', port: 0, sample: 'it-ong-2024' };
  const expected = { ...named, open: false, verify: false, rebuildFigures: false, help: true };
  expect(
    readOptions(['--data', 'sổ của tôi', '--port', '0', '--no-open', '--sample', 'it-ong-2024', '--help']),
  ).toEqual(expected);
  expect(readOptions(['--verify']).verify).toBe(true);
  expect(readOptions(['--rebuild-figures']).rebuildFigures).toBe(true);
  expect(
    readOptions(['--data=sổ của tôi', '--port=0', '--no-open', '--sample=it-ong-2024', '--help']),
  ).toEqual(expected);
});

test.each([
  [['--prot', '1'], '--prot'],
  [['--port'], '--port'],
  [['--port', 'tám'], 'tám'],
  [['--port', '65536'], '65536'],
  [['--port', '-1'], '-1'],
  [['--port', '1.5'], '1.5'],
  [['--data', '--no-open'], '--data'],
  [['--data', ' '], '--data'],
  [['--no-open=1'], '--no-open'],
  [['-p', '1'], '-p'],
  [['sổ'], 'sổ'],
])('%j is refused in one sentence that names it', (args, named) => {
  const read = () => readOptions(args);
  expect(read).toThrow(StartError);
  expect(read).toThrow(named);
  expect(read).not.toThrow(/\n/);
});
