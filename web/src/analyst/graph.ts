// Nodes and relationships in an answer.

import type { Table } from './table';

interface GraphNode {
  id: string;
  label: string;
  key: string;
}

interface GraphLink {
  type: string;
  start: string;
  end: string;
}

/** Labels that can be looked up by key. */
const known = ['Creator', 'Agency', 'Brand', 'Campaign'] as const;

/** The most that are opened at once. */
const most = 500;

/** What of an answer can be drawn: its nodes, also those in lists and paths, and what joins them. */
export function graphOf(table: Table): { nodes: GraphNode[]; links: GraphLink[] } {
  const nodes = new Map<string, GraphNode>();
  const links = new Map<string, GraphLink>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { id, labels, key, type, start, end, nodes: inner, relationships } = value as Record<string, unknown>;
    const label = Array.isArray(labels) ? known.find((name) => labels.includes(name)) : undefined;
    if (typeof id === 'string' && label && typeof key === 'string') nodes.set(id, { id, label, key });
    else if (typeof id === 'string' && typeof type === 'string' && typeof start === 'string' && typeof end === 'string') links.set(id, { type, start, end });
    visit(inner);
    visit(relationships);
  };
  table.rows.forEach((row) => row.forEach(visit));
  return { nodes: [...nodes.values()].slice(0, most), links: [...links.values()] };
}
