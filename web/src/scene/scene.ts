// What is on the canvas, as plain data. Every act of the user is a step that says what it added and
// changed; a scene is what the steps from the first to the current one add up to. Nothing here knows
// how it is drawn.

import type { EdgeKind, EntityKind } from '../api/generated/types';
import type { Fold } from './fold';
import type { Rule } from './style';

export interface SceneNode {
  id: string;
  key: string;
  name: string;
  kind: EntityKind;
  /** What its size on the canvas stands for: followers, spend; null when unknown. */
  magnitude?: number | null;
  /** The server no longer has it. */
  isGone?: boolean;
  /** What it can be coloured, sized and dated by; missing until the server has been asked. */
  facts?: Facts;
}

/** What a colour may stand for. */
export type FacetName = 'tier' | 'region' | 'gender' | 'category' | 'platform' | 'agency' | 'community' | 'industry' | 'objective' | 'format';

/** What a size may stand for; `links` is counted on the canvas. Money is in fen. */
export type NumberName = 'followers' | 'price' | 'budget' | 'links';

export interface Facts {
  /** By facet: the value's identity and the word for it. */
  facets: Partial<Record<FacetName, readonly [id: string, label: string]>>;
  numbers: Partial<Record<NumberName, number>>;
  /** Its first and last day, of a campaign or a content. */
  days?: readonly [from: string, to: string];
}

export interface SceneLink {
  /** Of kind and ends, see linkId. */
  id: string;
  kind: EdgeKind;
  from: string;
  to: string;
  weight: number | null;
  properties?: Record<string, unknown> | null;
}

export type Point = readonly [x: number, y: number];

/** What the user did, in words of data: names are looked up when it is shown. */
export type Act =
  | { type: 'add'; ids: string[] }
  | { type: 'expand'; of: string; kind: EdgeKind | null; best: number; totals: Partial<Record<EdgeKind, number>> }
  | { type: 'paths'; from: string; to: string; count: number }
  | { type: 'collaborations'; count: number }
  | { type: 'linksAmong'; count: number }
  | { type: 'hide'; ids: string[] }
  | { type: 'show'; ids: string[] }
  | { type: 'keepOnly'; ids: string[] }
  | { type: 'move'; ids: string[] }
  | { type: 'pin'; ids: string[] }
  | { type: 'unpin'; ids: string[] }
  | { type: 'tidy' }
  | { type: 'note'; id: string; text: string }
  | { type: 'fold'; count: number }
  | { type: 'unfold'; count: number }
  | { type: 'style' }
  | { type: 'months' }
  | { type: 'open' };

/** What a step changes. */
export interface Change {
  nodes?: SceneNode[];
  links?: SceneLink[];
  hide?: string[];
  show?: string[];
  positions?: Record<string, Point>;
  pin?: string[];
  unpin?: string[];
  notes?: Record<string, string>;
  fold?: Fold[];
  /** Ids of folds. */
  unfold?: string[];
  /** All rules from here on. */
  rules?: Rule[];
  /** The months that are shown from here on, see months.ts; null for all. */
  months?: Months | null;
}

/** The first and the last month, each as year × 12 + month from 0. */
export type Months = readonly [from: number, to: number];

export interface Step {
  id: number;
  /** The step it follows; 0 for the empty canvas. */
  parent: number;
  act: Act;
  change: Change;
}

/** All steps, a tree, and where the user stands in it; 0 is the empty canvas. */
export interface History {
  steps: readonly Step[];
  at: number;
  /** The step that redo goes to, by the step it leaves. */
  forward: Readonly<Record<number, number>>;
}

export interface Scene {
  nodes: ReadonlyMap<string, SceneNode>;
  links: ReadonlyMap<string, SceneLink>;
  hidden: ReadonlySet<string>;
  positions: ReadonlyMap<string, Point>;
  pinned: ReadonlySet<string>;
  notes: ReadonlyMap<string, string>;
  /** By id, the earlier first; a node is in one at most. */
  folds: ReadonlyMap<string, Fold>;
  rules: readonly Rule[];
  months: Months | null;
  /** By `of` and kind: how many neighbours there are in all, as the last expansion said. */
  totals: ReadonlyMap<string, { of: string; kind: EdgeKind; total: number }>;
}

export const emptyHistory: History = { steps: [], at: 0, forward: {} };

const undirected: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['COLLABORATED_WITH']);

/** The id of a link, the same whoever asks: two contracts of one pair are one link. */
export function linkId(kind: EdgeKind, from: string, to: string): string {
  const [a, b] = undirected.has(kind) && from > to ? [to, from] : [from, to];
  return `${kind}|${a}|${b}`;
}

/** Adds a step after the current one; what was undone stays as another branch. */
export function commit(history: History, act: Act, change: Change): History {
  const id = 1 + history.steps.reduce((most, step) => Math.max(most, step.id), 0);
  return {
    steps: [...history.steps, { id, parent: history.at, act, change }],
    at: id,
    forward: { ...history.forward, [history.at]: id },
  };
}

/** Changes the current step: a layout that comes later than its nodes is no act of its own. */
export function amend(history: History, change: Change): History {
  const steps = history.steps.map((step) =>
    step.id === history.at
      ? {
          ...step,
          change: {
            ...step.change,
            ...change,
            positions: { ...step.change.positions, ...change.positions },
          },
        }
      : step,
  );
  return { ...history, steps };
}

export function canUndo(history: History): boolean {
  return history.at !== 0;
}

export function canRedo(history: History): boolean {
  return nextOf(history) !== undefined;
}

export function undo(history: History): History {
  const step = stepAt(history, history.at);
  if (!step) return history;
  return { ...history, at: step.parent, forward: { ...history.forward, [step.parent]: step.id } };
}

export function redo(history: History): History {
  const next = nextOf(history);
  return next === undefined ? history : { ...history, at: next };
}

function nextOf(history: History): number | undefined {
  const next = history.forward[history.at];
  return next !== undefined && stepAt(history, next)?.parent === history.at ? next : undefined;
}

/** Fills in what a link leaves out: names of nodes, or that the server no longer has them. */
export function withNodes(history: History, known: ReadonlyMap<string, SceneNode>): History {
  const steps = history.steps.map((step) =>
    step.change.nodes
      ? { ...step, change: { ...step.change, nodes: step.change.nodes.map((node) => known.get(node.id) ?? node) } }
      : step,
  );
  return { ...history, steps };
}

/** Goes to any step, of any branch; redo then follows the branch it is on. */
export function jump(history: History, to: number): History {
  if (to !== 0 && !stepAt(history, to)) return history;
  const forward = { ...history.forward };
  for (const step of path(history, to)) forward[step.parent] = step.id;
  return { ...history, at: to, forward };
}

export function stepAt(history: History, id: number): Step | undefined {
  return history.steps.find((step) => step.id === id);
}

/** The steps from the first to one, which is the current one unless another is named. */
export function path(history: History, to: number = history.at): Step[] {
  const byId = new Map(history.steps.map((step) => [step.id, step]));
  const found: Step[] = [];
  for (let step = byId.get(to); step; step = byId.get(step.parent)) found.unshift(step);
  return found;
}

/** The steps to list: those of the current path and what redo would bring back. */
export function line(history: History): Step[] {
  const found = path(history);
  for (let ahead = redo(history); ahead.at !== (found.at(-1)?.id ?? 0); ahead = redo(ahead)) {
    const step = stepAt(ahead, ahead.at);
    if (!step) break;
    found.push(step);
  }
  return found;
}

/** The other branches that leave a step: their first steps. */
export function branches(history: History, from: number, onLine: ReadonlySet<number>): Step[] {
  return history.steps.filter((step) => step.parent === from && !onLine.has(step.id));
}

/** What the steps up to the current one add up to. */
export function sceneOf(history: History): Scene {
  const nodes = new Map<string, SceneNode>();
  const links = new Map<string, SceneLink>();
  const hidden = new Set<string>();
  const positions = new Map<string, Point>();
  const pinned = new Set<string>();
  const notes = new Map<string, string>();
  const folds = new Map<string, Fold>();
  let rules: readonly Rule[] = [];
  let months: Months | null = null;
  const totals = new Map<string, { of: string; kind: EdgeKind; total: number }>();
  for (const { act, change } of path(history)) {
    for (const node of change.nodes ?? []) nodes.set(node.id, { ...nodes.get(node.id), ...node });
    for (const link of change.links ?? []) links.set(link.id, { ...links.get(link.id), ...link });
    for (const id of change.show ?? []) hidden.delete(id);
    for (const id of change.hide ?? []) hidden.add(id);
    for (const [id, point] of Object.entries(change.positions ?? {})) positions.set(id, point);
    for (const id of change.unpin ?? []) pinned.delete(id);
    for (const id of change.pin ?? []) pinned.add(id);
    for (const [id, text] of Object.entries(change.notes ?? {})) {
      if (text) notes.set(id, text);
      else notes.delete(id);
    }
    for (const id of change.unfold ?? []) folds.delete(id);
    for (const fold of change.fold ?? []) folds.set(fold.id, fold);
    rules = change.rules ?? rules;
    if (change.months !== undefined) months = change.months;
    if (act.type === 'expand') {
      for (const [kind, total] of Object.entries(act.totals) as [EdgeKind, number][]) {
        totals.set(`${act.of}|${kind}`, { of: act.of, kind, total });
      }
    }
  }
  // A link needs both of its ends.
  for (const [id, link] of links) {
    if (!nodes.has(link.from) || !nodes.has(link.to)) links.delete(id);
  }
  return { nodes, links, hidden, positions, pinned, notes, folds, rules, months, totals };
}

/** The nodes that are not hidden. */
export function shownNodes(scene: Scene): SceneNode[] {
  return [...scene.nodes.values()].filter((node) => !scene.hidden.has(node.id));
}

/** The links between nodes that are not hidden. */
export function shownLinks(scene: Scene): SceneLink[] {
  return [...scene.links.values()].filter(
    (link) => !scene.hidden.has(link.from) && !scene.hidden.has(link.to),
  );
}

/** Neighbours of one kind that the server has and the scene does not: the "+37 more" of a node. */
export interface Stub {
  of: string;
  kind: EdgeKind;
  shown: number;
  rest: number;
}

export function stubs(scene: Scene): Stub[] {
  const found: Stub[] = [];
  for (const { of, kind, total } of scene.totals.values()) {
    if (!scene.nodes.has(of) || scene.hidden.has(of)) continue;
    let shown = 0;
    for (const link of scene.links.values()) {
      if (link.kind === kind && (link.from === of || link.to === of)) shown++;
    }
    if (shown > 0 && total > shown) found.push({ of, kind, shown, rest: total - shown });
  }
  return found;
}
