import type { AnyDocument, Document } from './document';

/** An error that the server answered with, or one that stands for a server that did not answer. */
export class RequestError extends Error {
  /** The code of docs/guides/front-end.md, `SERVER_AWAY` when nothing answered. */
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly locations: readonly { line: number; column: number }[];

  constructor(message: string, code: string, more: Partial<GraphQLError> = {}) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.path = more.path ?? [];
    this.locations = more.locations ?? [];
  }

  /** Whether the same question may succeed later without any change. */
  get isAway(): boolean {
    return this.code === 'SERVER_AWAY' || this.code === 'SERVICE_UNAVAILABLE';
  }
}

interface GraphQLError {
  message: string;
  path?: (string | number)[];
  locations?: { line: number; column: number }[];
  extensions?: { code?: string };
}

/** One Cypher statement behind an answer, as `X-Explain: statement` tells it. */
export interface ExplainedStatement {
  text: string;
  parameters: Record<string, unknown>;
  /** The parameters as a line for Neo4j's own tools. */
  params: string;
  rows: number;
  dbHits: number;
  /** The database's drawing of the plan; empty when it gave none. */
  plan: string;
}

export interface Answer<Result> {
  data: Result;
  warnings: { path?: (string | number)[]; message: string }[];
  statements: ExplainedStatement[];
  /** From sending to having read the answer. */
  milliseconds: number;
}

interface Body<Result> {
  data?: Result | null;
  errors?: GraphQLError[];
  extensions?: {
    warnings?: Answer<Result>['warnings'];
    explain?: { statements: ExplainedStatement[] } | string;
  };
}

export const endpoint = '/graphql';

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Have the server profile its statements and send them. Slower. */
  explain?: boolean;
}

/**
 * Sends one operation. It names the document by its hash beside the text, so that a server which
 * runs only trusted documents knows it. Throws RequestError; an abort throws the signal's reason.
 */
export async function request<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  options: RequestOptions = {},
): Promise<Answer<Result>> {
  const begun = performance.now();
  const body = await send<Result>(payload(document, variables), options);
  if (body.errors?.length) {
    const first = body.errors[0]!;
    throw new RequestError(
      body.errors.map((e) => e.message).join('\n'),
      first.extensions?.code ?? 'UNKNOWN',
      first,
    );
  }
  if (!body.data) throw new RequestError('The answer holds no data.', 'UNKNOWN');
  const explain = body.extensions?.explain;
  return {
    data: body.data,
    warnings: body.extensions?.warnings ?? [],
    statements: typeof explain === 'object' ? explain.statements : [],
    milliseconds: performance.now() - begun,
  };
}

/** What request posts: the text, its name, its hash and the variables. */
export function payload(document: AnyDocument, variables: unknown): Record<string, unknown> {
  return {
    query: document.text,
    operationName: document.name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: document.hash } },
  };
}

async function send<Result>(posted: unknown, options: RequestOptions): Promise<Body<Result>> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json',
  };
  if (options.explain) headers['X-Explain'] = 'statement';
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify(posted),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new RequestError('The server does not answer.', 'SERVER_AWAY');
  }
  try {
    return (await response.json()) as Body<Result>;
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new RequestError(
      `The server answered ${response.status} without JSON.`,
      response.status >= 500 ? 'SERVER_AWAY' : 'UNKNOWN',
    );
  }
}
