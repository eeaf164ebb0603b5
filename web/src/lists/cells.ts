// Cells and pages of a workbook, as write-excel-file takes them.

export type Cell =
  | null
  | string
  | number
  | { value: string; type: 'Formula'; format?: string }
  | { value: number; type: NumberConstructor; format: string }
  | { value: string; fontWeight: 'bold' };

export interface SheetPage {
  sheet: string;
  data: Cell[][];
  columns: { width: number }[];
  stickyRowsCount?: number;
  stickyColumnsCount?: number;
}

export const moneyFormat = '#,##0.00';
export const percentFormat = '0.00%';
export const wholeFormat = '#,##0';

export function formula(value: string, format?: string): Cell {
  return { value: `=${value}`, type: 'Formula', ...(format && { format }) };
}

export function bold(value: string): Cell {
  return { value, fontWeight: 'bold' };
}

/** A, B, … Z, AA, AB, …: the letters of a column, 0 for the first. */
export function columnLetter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last;
}
