// What fits where the cursor stands in a statement. Plain text in, words out: the editor only shows them.

import type { GraphNames } from './names';

export interface Suggestion {
  label: string;
  type: 'class' | 'property' | 'keyword' | 'function' | 'variable';
}

const keywords = [
  'MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'LIMIT', 'SKIP', 'DISTINCT', 'AS', 'AND', 'OR', 'NOT', 'XOR',
  'IN', 'IS NULL', 'IS NOT NULL', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'UNION', 'CALL', 'EXISTS',
  'COUNT', 'COLLECT', 'ASC', 'DESC', 'true', 'false', 'null',
];

const functions = [
  'count', 'sum', 'avg', 'min', 'max', 'collect', 'stDev', 'percentileCont', 'percentileDisc', 'size', 'length', 'type', 'labels', 'keys',
  'properties', 'nodes', 'relationships', 'head', 'last', 'range', 'reduce', 'coalesce', 'toInteger', 'toFloat', 'toString', 'toLower',
  'toUpper', 'trim', 'replace', 'split', 'substring', 'left', 'right', 'round', 'floor', 'ceil', 'abs', 'sqrt', 'log', 'exp', 'sign', 'rand',
  'date', 'datetime', 'duration', 'duration.between', 'date.truncate', 'shortestPath', 'any', 'all', 'none', 'single', 'exists',
];

/** The words for the end of `before`, and how many of its last signs they replace; null where nothing fits. */
export function complete(before: string, whole: string, names: GraphNames): { from: number; options: Suggestion[] } | null {
  const parameter = /\$\w*$/.exec(before);
  if (parameter) return { from: parameter.index, options: parametersOf(whole).map((name) => ({ label: `$${name}`, type: 'variable' })) };
  const name = /:\s*`?(\w*)$/.exec(before);
  if (name) {
    const isLink = before.lastIndexOf('[') > Math.max(before.lastIndexOf('('), before.lastIndexOf(']'));
    return { from: before.length - name[1]!.length, options: Object.keys(isLink ? names.types : names.labels).sort().map((label) => ({ label, type: 'class' })) };
  }
  const property = /(\w+)\.(\w*)$/.exec(before);
  if (property && !/^\d/.test(property[1]!)) {
    return { from: before.length - property[2]!.length, options: propertiesOf(property[1]!, whole, names).map((label) => ({ label, type: 'property' })) };
  }
  const word = /[A-Za-z_]\w*$/.exec(before);
  if (!word || isInText(before)) return null;
  return {
    from: word.index,
    options: [
      ...keywords.map((label): Suggestion => ({ label, type: 'keyword' })),
      ...functions.map((label): Suggestion => ({ label: `${label}()`, type: 'function' })),
      ...variablesOf(whole).map((label): Suggestion => ({ label, type: 'variable' })),
    ],
  };
}

/** The parameters of a statement, each once, in its order. What stands in quotes is none. */
export function parametersOf(statement: string): string[] {
  const bare = statement.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/.*$/gm, '');
  return [...new Set([...bare.matchAll(/\$(\w+)/g)].map(([, name]) => name!))];
}

function variablesOf(statement: string): string[] {
  return [...new Set([...statement.matchAll(/[([]\s*(\w+)\s*[:)\]]|\bAS\s+(\w+)/gi)].map(([, a, b]) => (a ?? b)!))];
}

/** Of the label or type that a variable is bound to; of everything when that is not said. */
function propertiesOf(variable: string, statement: string, { labels, types }: GraphNames): string[] {
  const bound = new RegExp(`[(\\[]\\s*${variable}\\s*:\\s*\`?(\\w+)`).exec(statement)?.[1];
  const own = bound === undefined ? undefined : (labels[bound] ?? types[bound]);
  return own ?? [...new Set([...Object.values(labels), ...Object.values(types)].flat())].sort();
}

function isInText(before: string): boolean {
  return (before.match(/(?<!\\)'/g)?.length ?? 0) % 2 === 1;
}

/** A place that the server names, from 1: `line 2, column 10: there is no property nam`. */
export function placeOf(message: string): { line: number; column: number; text: string } | null {
  const parts = /line (\d+), column (\d+): ([\s\S]*)$/.exec(message);
  return parts && { line: Number(parts[1]), column: Number(parts[2]), text: parts[3]! };
}
