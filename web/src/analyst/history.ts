import { read, write } from '../shell/storage';

/** A question that was run in this browser. */
export interface Past {
  /** A saved question's name, or a statement. */
  saved?: string;
  statement?: string;
  parameters: Record<string, unknown>;
  at: number;
  rows: number;
  milliseconds: number;
}

const most = 50;

export function history(): Past[] {
  try {
    const value: unknown = JSON.parse(read('questions') ?? '[]');
    return Array.isArray(value) ? (value as Past[]) : [];
  } catch {
    return [];
  }
}

export function remember(past: Past): Past[] {
  const next = [past, ...history()].slice(0, most);
  write('questions', JSON.stringify(next));
  return next;
}
