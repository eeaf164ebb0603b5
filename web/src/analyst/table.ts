// A table of any values: what to show in a cell, what to draw, what to write into a file.

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** A value as text; lists and objects as JSON, an entity by its key, a relationship by its type and properties. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if ('key' in value && typeof value.key === 'string') return value.key;
  if ('type' in value && 'start' in value && 'properties' in value) {
    return `${String(value.type)} ${Object.entries(value.properties ?? {}).map(([name, of]) => `${name}: ${textOf(of)}`).join(', ')}`.trim();
  }
  return JSON.stringify(value);
}

export function isNumeric(table: Table, column: number): boolean {
  const known = table.rows.map((row) => row[column]).filter((v) => v !== null);
  return known.length > 0 && known.every((v) => typeof v === 'number');
}

/** RFC 4180 with a byte order mark, as Excel needs for Chinese. A text that a spreadsheet would run is quoted by '. */
export function csvOf(table: Table): string {
  const cell = (value: unknown) => {
    const text = textOf(value);
    const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[table.columns, ...table.rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What was typed for a parameter, as JSON reads it for its type; a text that is no JSON stays a text. */
export function parameterOf(text: string, type: string): unknown {
  if (/^string$/i.test(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return /list/i.test(type) ? text.split(/[,，、]/).map((part) => part.trim()).filter(Boolean) : text;
  }
}
