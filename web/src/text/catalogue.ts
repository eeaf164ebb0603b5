// The page's words, one module per area and language. A key that the Chinese module lacks does not compile.
// What takes values is a function in both. A page loads the words of one language; the other comes when it is chosen.

import type { words as english } from './en';
import type { Language } from './format';
import type { Translation } from './translation';

/** The words of one language. */
export type Words = typeof english;

export type TextKey = keyof Words;

type Values<K extends TextKey> = Words[K] extends (...values: infer V) => string ? V : [];

/** Gives the words of a key: t('undo'), t('hits', 12). */
export type Translate = <K extends TextKey>(key: K, ...values: Values<K>) => string;

/** Loads the words of a language. */
export async function loadWords(language: Language): Promise<Translation<Words>> {
  return (await (language === 'zh' ? import('./zh') : import('./en'))).words;
}

export function makeTranslate(words: Translation<Words>): Translate {
  return (key, ...values) => {
    const entry: unknown = words[key];
    return typeof entry === 'function' ? String(entry(...values)) : String(entry);
  };
}
