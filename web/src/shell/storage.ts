// What the browser remembers. Storage that is full or forbidden loses a setting, never the page.

const prefix = 'creatorgraph.';

export function read(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Gives whether it was stored. */
export function write(name: string, value: string): boolean {
  try {
    localStorage.setItem(prefix + name, value);
    return true;
  } catch {
    return false;
  }
}
