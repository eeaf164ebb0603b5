// The names that a statement may use, as the graph itself tells them: labels, types of relationships, and the
// properties that the API's answers hold.

import { useAsk } from '../api/ask';
import { RunCypher } from '../api/generated/documents';

export interface GraphNames {
  labels: Record<string, string[]>;
  types: Record<string, string[]>;
}

/** A few of each; looking at all would take long in a large market. */
const statement = `CALL db.labels() YIELD label
CALL (label) { MATCH (n:$(label)) RETURN n AS example LIMIT 3 }
RETURN label AS name, example
UNION ALL
CALL db.labels() YIELD label
CALL (label) { MATCH (n:$(label)) RETURN n LIMIT 20 }
MATCH (n)-[r]->()
WITH type(r) AS name, collect(r)[..3] AS some
UNWIND some AS example
RETURN name, example`;

/** What the server keeps for itself. */
const internal: ReadonlySet<string> = new Set(['Lease', 'Migration', 'Import', 'Request', 'Analysis', 'Change', 'NextCommunity', 'Model']);

/** Asked once, after `isFree`: each client runs one statement at a time. Empty until then, and where statements are switched off. */
export function useGraphNames(isFree: boolean): GraphNames {
  const rows = useAsk(RunCypher, { statement, parameters: {} }, { off: !isFree }).data?.cypher.rows ?? [];
  return { labels: namesOf(rows, 'labels'), types: namesOf(rows, 'type') };
}

/** From rows of a name and an example to the properties of each name; `of` tells nodes from relationships. */
export function namesOf(rows: readonly (readonly unknown[])[], of: 'labels' | 'type'): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, example] of rows) {
    if (typeof name !== 'string' || typeof example !== 'object' || example === null || !(of in example) || internal.has(name)) continue;
    const properties = Object.keys('properties' in example ? (example.properties as object) : {});
    found[name] = [...new Set([...(found[name] ?? []), ...properties])].sort();
  }
  return found;
}
