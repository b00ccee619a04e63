/**
 * A list as paper and workbook show it: one definition for every list that is exported. Words are Vietnamese already;
 * days and times travel as office texts (`YYYY-MM-DD`, `YYYY-MM-DDTHH:mm`), so no zone can shift them.
 */

/**
 * text · code: digits that are no number (identity numbers, telephones, case codes) · number: an integer or a ratio ·
 * share: a part of one, rounded down to hundredths of a percent · money: đồng · date · time: day and hour, from an office time.
 */
export type ListKind = 'text' | 'code' | 'number' | 'share' | 'money' | 'date' | 'time';

export interface ListColumn {
  head: string;
  /** In characters. */
  width: number;
  kind: ListKind;
}

export type ListCell = string | number | null;

/** What stands on the sheet around the rows. */
export interface ListHead {
  /** Tab of the workbook and beginning of the file's name: "Danh sách hồ sơ". */
  name: string;
  /** "DANH SÁCH HỒ SƠ ĐANG GIẢI QUYẾT". */
  title: string;
  /** Period, filters in words, unit of counting: one line each. */
  subtitles: readonly string[];
  office: { parentAgency: string; name: string; place: string };
  /** Day in the place and date line. */
  madeOn: string;
  columns: readonly ListColumn[];
  /** What is counted in the total line: "hồ sơ". */
  unit: string;
  /** False where the rows carry numbers of their own, so that none is counted before them. */
  isNumbered?: boolean;
  /** Titles over the two signatures; the second is the head of the unit. */
  signers?: readonly [string, string];
  /** "Nơi nhận", the last line begins with "Lưu". */
  receivers?: readonly string[];
}

/** A whole list: head and rows, each row as long as the columns. */
export interface ListSheet extends ListHead {
  rows: readonly (readonly ListCell[])[];
}

/** "Danh sách hồ sơ 2025-04-24.xlsx": what is saved, without signs that a file system refuses. */
export function listFileName({ name, madeOn }: Pick<ListHead, 'name' | 'madeOn'>): string {
  return `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')} ${madeOn}.xlsx`;
}
