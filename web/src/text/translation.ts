/** What another language has to give for a module of English words: the same keys, the same values. */
export type Translation<English> = {
  [K in keyof English]: English[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : string;
};
