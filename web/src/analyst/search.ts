/** What an analyst's address holds: a saved question or a statement, and its parameters. */
export interface AnalystSearch {
  saved?: string;
  statement?: string;
  parameters?: Record<string, unknown>;
}

export function readAnalyst(raw: Record<string, unknown>): AnalystSearch {
  const { saved, statement, parameters } = raw;
  return {
    ...(typeof saved === 'string' && { saved }),
    ...(typeof statement === 'string' && { statement }),
    ...(typeof parameters === 'object' && parameters !== null && { parameters: parameters as Record<string, unknown> }),
  };
}
