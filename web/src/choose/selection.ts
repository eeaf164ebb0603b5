import { useSyncExternalStore } from 'react';

import type { Named } from '../entity/naming';
import { read, write } from '../shell/storage';

/** A creator that is selected, on whatever page. */
export type Selected = Pick<Named, 'id' | 'key' | 'name' | 'kind'>;

// One selection for the whole page, so that creators found in different searches can be compared.
let selection: readonly Selected[] = stored();
const listeners = new Set<() => void>();

function stored(): readonly Selected[] {
  try {
    const value: unknown = JSON.parse(read('selection') ?? '[]');
    return Array.isArray(value) ? value.filter(isSelected) : [];
  } catch {
    return [];
  }
}

function isSelected(value: unknown): value is Selected {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value && 'kind' in value;
}

function change(next: readonly Selected[]) {
  selection = next;
  write('selection', JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function toggle(creator: Selected) {
  const { id, key, name, kind } = creator;
  change(
    selection.some((s) => s.id === id)
      ? selection.filter((s) => s.id !== id)
      : [...selection, { id, kind, name, ...(key !== undefined && { key }) }],
  );
}

export function clear() {
  change([]);
}

/** The selected creators, in the order in which they were selected. */
export function useSelection(): readonly Selected[] {
  return useSyncExternalStore(subscribe, () => selection);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
