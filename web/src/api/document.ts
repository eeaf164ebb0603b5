/** One operation of the page: its text, which is also what "show the query" shows, and its SHA-256. */
export interface Document<Result, Variables> {
  name: string;
  hash: string;
  text: string;
  /** Only for the compiler: what the operation answers and takes. */
  readonly __types?: (variables: Variables) => Result;
}

/** A document of any operation. */
export type AnyDocument = Pick<Document<unknown, never>, 'name' | 'hash' | 'text'>;
