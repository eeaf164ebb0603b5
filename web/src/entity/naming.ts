import type { EntityKind } from '../api/generated/types';
import { useSettings } from '../shell/settings';

/** What a name is made of, wherever an entity is shown. */
export interface Named {
  id: string;
  name: string;
  key?: string;
  kind: EntityKind;
}

// In client-safe mode an entity keeps its letter until the page is left, so that a picture, a table and
// a file of one session name the same creator alike.
const letters = new Map<EntityKind, Map<string, string>>();

/** A, B, … Z, AA, AB, … */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

function letterFor(entity: Pick<Named, 'id' | 'kind'>): string {
  const known = letters.get(entity.kind) ?? new Map<string, string>();
  letters.set(entity.kind, known);
  const letter = known.get(entity.id) ?? letterOf(known.size);
  known.set(entity.id, letter);
  return letter;
}

/** Whether a kind's names are a secret in client-safe mode. Categories, platforms and segments are not. */
export function isSecret(kind: EntityKind): boolean {
  return !['CATEGORY', 'PLATFORM', 'SEGMENT', 'PROGRAMME'].includes(kind);
}

/** Gives the function that names an entity: its own name, its key when it has none, a letter in client-safe mode. */
export function useName(): (entity: Named) => string {
  const { isSafe, t } = useSettings();
  return (entity) => {
    if (isSafe && isSecret(entity.kind)) return `${t(entity.kind)} ${letterFor(entity)}`;
    return entity.name.trim() || entity.key || t(entity.kind);
  };
}

/** Gives the function that shows an amount, or hides it in client-safe mode. */
export function useMoney(): (fen: number | null | undefined, isWhole?: boolean) => string {
  const { isSafe, format } = useSettings();
  return (fen, isWhole) => {
    if (isSafe) return format.absent('denied');
    return isWhole ? format.moneyWhole(fen) : format.money(fen);
  };
}
