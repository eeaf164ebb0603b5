import type { EntityKind } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { halfOf } from '../text/halves';

/** What a name is made of, wherever an entity is shown. */
export interface Named {
  id: string;
  name: string;
  key?: string;
  kind: EntityKind;
}

// In client-safe mode an entity keeps its letter until the page is left, so that a picture, a table and
// a file of one session name the same creator alike.
const letters = new Map<EntityKind | 'LIST', Map<string, string>>();

/** A, B, … Z, AA, AB, … */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

function letterFor(entity: { id: string; kind: EntityKind | 'LIST' }): string {
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

/** Gives the function that names a list of creators: people name lists for brands and campaigns. */
export function useListName(): (list: { id: string; name: string }) => string {
  const { isSafe, t } = useSettings();
  return ({ id, name }) => (isSafe ? `${t('listSafe')} ${letterFor({ id, kind: 'LIST' })}` : name);
}

/** Gives the function that shows a remark of somebody, or hides it in client-safe mode: it may hold names and prices. */
export function useRemark(): (text: string | null) => string {
  const { isSafe, format } = useSettings();
  return (text) => (text && isSafe ? format.absent('denied') : (text ?? ''));
}

/** Gives the function that shows a sentence of the API in the page's language, or hides it like a remark. */
export function useSentence(): (text: string) => string {
  const { language } = useSettings();
  const remark = useRemark();
  return (text) => remark(halfOf(text, language));
}

/** Gives the function that shows an amount, or hides it in client-safe mode. */
export function useMoney(): (fen: number | null | undefined, isWhole?: boolean) => string {
  const { isSafe, format } = useSettings();
  return (fen, isWhole) => {
    if (isSafe) return format.absent('denied');
    return isWhole ? format.moneyWhole(fen) : format.money(fen);
  };
}
