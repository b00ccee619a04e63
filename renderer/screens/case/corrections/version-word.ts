/** "bản gốc", "lần sửa 1": papers count the versions from 1, people the corrections. */
export function versionWord(version: number): string {
  return version === 1 ? 'bản gốc' : `lần sửa ${version - 1}`;
}
