// A scene as a link and as a file. A link holds the steps that led to what is shown, with ids and no
// names, which are asked for when it is opened; a file holds names as well.

import { deflateSync } from 'fflate';

import type { EdgeKind, EntityKind } from '../api/generated/types';
import { foldId, type Fold } from './fold';
import { linkId, path, type Act, type Change, type History, type Months, type Point, type SceneNode, type Step } from './scene';
import { readRules, type Rule } from './style';

/** 1 had no folds, rules and months; what it has is read as before. */
const version = 2;

/** What a file or a link holds. Steps name nodes by their place in `nodes`. */
export interface SceneDocument {
  creatorgraph: 'scene';
  version: number;
  nodes: (readonly [id: string, kind: EntityKind, name?: string, key?: string, magnitude?: number | null])[];
  steps: StepDocument[];
}

interface StepDocument {
  act: Act;
  /** Places of the nodes that it added. */
  nodes?: number[];
  links?: (readonly [kind: EdgeKind, from: number, to: number, weight?: number | null])[];
  hide?: number[];
  show?: number[];
  pin?: number[];
  unpin?: number[];
  positions?: (readonly [node: number, x: number, y: number])[];
  notes?: (readonly [node: number, text: string])[];
  /** Of a community, `of` is its id; else the place of a node. */
  fold?: { type: Fold['type']; of: number | string; label?: string; kind: EntityKind; members: number[]; at: Point }[];
  unfold?: { type: Fold['type']; of: number | string; kind: EntityKind }[];
  /** `none` for the end of all rules: an empty list is left out. */
  rules?: readonly Rule[] | 'none';
  months?: Months | null;
}

/** A link, a file or a saved scene that cannot be read. */
export class SceneError extends Error {
  override name = 'SceneError';
}

/** The steps to what is shown now, other branches left out. What is written beside nodes may name them, so it goes with the names. */
export function toDocument(history: History, options: { withNames: boolean; withNotes?: boolean }): SceneDocument {
  const places = new Map<string, number>();
  const nodes: SceneDocument['nodes'] = [];
  const place = (id: string) => places.get(id)!;
  const hub = ({ type, of }: Pick<Fold, 'type' | 'of'>) => (type === 'community' ? of : (places.get(of) ?? of));
  const folds = new Map<string, Fold>();
  const known = (ids: readonly string[] | undefined) =>
    ids?.length ? ids.filter((id) => places.has(id)).map(place) : undefined;

  const steps = path(history).map(({ act, change }): StepDocument => {
    for (const node of change.nodes ?? []) {
      if (places.has(node.id)) continue;
      places.set(node.id, nodes.length);
      nodes.push(
        options.withNames
          ? [node.id, node.kind, node.name, node.key, node.magnitude ?? null]
          : [node.id, node.kind],
      );
    }
    for (const fold of change.fold ?? []) folds.set(fold.id, fold);
    return compact({
      act: act.type === 'note' && options.withNotes === false ? { ...act, text: '' } : act,
      nodes: change.nodes?.map((node) => place(node.id)),
      links: change.links
        ?.filter((link) => places.has(link.from) && places.has(link.to))
        .map((link) => [link.kind, place(link.from), place(link.to), link.weight] as const),
      hide: known(change.hide),
      show: known(change.show),
      pin: known(change.pin),
      unpin: known(change.unpin),
      positions: Object.entries(change.positions ?? {})
        .filter(([id]) => places.has(id))
        .map(([id, [x, y]]) => [place(id), Math.round(x), Math.round(y)] as const),
      notes: Object.entries(options.withNotes === false ? {} : (change.notes ?? {}))
        .filter(([id]) => places.has(id))
        .map(([id, text]) => [place(id), text] as const),
      fold: change.fold?.map((fold) => ({
        type: fold.type,
        of: hub(fold),
        ...(fold.label && options.withNames && { label: fold.label }),
        kind: fold.kind,
        members: known(fold.members) ?? [],
        at: [Math.round(fold.at[0]), Math.round(fold.at[1])] as const,
      })),
      unfold: change.unfold?.flatMap((id) => {
        const fold = folds.get(id);
        return fold ? [{ type: fold.type, of: hub(fold), kind: fold.kind }] : [];
      }),
      ...(change.rules && { rules: change.rules.length > 0 ? change.rules : ('none' as const) }),
      ...(change.months !== undefined && { months: change.months }),
    });
  });
  return { creatorgraph: 'scene', version, nodes, steps };
}

function compact(step: StepDocument): StepDocument {
  const entries = Object.entries(step).filter(([, value]) => !(value === undefined || (Array.isArray(value) && value.length === 0)));
  return Object.fromEntries(entries) as unknown as StepDocument;
}

/** Reads what toDocument made. Throws SceneError for anything else. */
export function fromDocument(document: unknown): History {
  if (!isDocument(document)) throw new SceneError('This is no scene.');
  if (document.version > version) {
    throw new SceneError(`The scene is of version ${document.version}; this page reads up to ${version}.`);
  }
  const all = document.nodes.map(
    ([id, kind, name, key, magnitude]): SceneNode => ({ id, kind, name: name ?? '', key: key ?? '', magnitude: magnitude ?? null }),
  );
  const id = (place: number): string => {
    const node = all[place];
    if (!node) throw new SceneError('A step of the scene names a node that is not there.');
    return node.id;
  };
  const steps = document.steps.map((step, i): Step => {
    const change: Change = {};
    if (step.nodes) change.nodes = step.nodes.map((place) => all[place]!).filter(Boolean);
    if (step.links) {
      change.links = step.links.map(([kind, from, to, weight]) => ({
        id: linkId(kind, id(from), id(to)),
        kind,
        from: id(from),
        to: id(to),
        weight: weight ?? null,
      }));
    }
    if (step.hide) change.hide = step.hide.map(id);
    if (step.show) change.show = step.show.map(id);
    if (step.pin) change.pin = step.pin.map(id);
    if (step.unpin) change.unpin = step.unpin.map(id);
    if (step.positions) {
      change.positions = Object.fromEntries(step.positions.map(([place, x, y]) => [id(place), [x, y] as Point]));
    }
    if (step.fold) change.fold = step.fold.map((fold) => readFold(fold, id));
    if (step.unfold) {
      change.unfold = step.unfold.map(({ type, of, kind }) => foldId({ type, of: typeof of === 'number' ? id(of) : of, kind }));
    }
    if (step.rules !== undefined) change.rules = readRules(step.rules);
    if (step.months !== undefined) change.months = readMonths(step.months);
    if (step.notes) change.notes = Object.fromEntries(step.notes.map(([place, text]) => [id(place), String(text)]));
    return { id: i + 1, parent: i, act: step.act, change };
  });
  const forward = Object.fromEntries(steps.map((step) => [step.parent, step.id]));
  return { steps, at: steps.length, forward };
}

function readFold(fold: NonNullable<StepDocument['fold']>[number], id: (place: number) => string): Fold {
  const { type, kind, label = '' } = fold;
  if (!Array.isArray(fold.members) || !Array.isArray(fold.at)) throw new SceneError('A fold of the scene cannot be read.');
  const of = typeof fold.of === 'number' ? id(fold.of) : String(fold.of);
  return { id: foldId({ type, of, kind }), type, of, label, kind, members: fold.members.map(id), at: [Number(fold.at[0]), Number(fold.at[1])] };
}

function readMonths(value: unknown): Months | null {
  if (!Array.isArray(value) || !value.every((month) => Number.isInteger(month))) return null;
  return [Number(value[0]), Number(value[1])];
}

function isDocument(value: unknown): value is SceneDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { creatorgraph, version: of, nodes, steps } = value as Partial<SceneDocument>;
  return (
    creatorgraph === 'scene' &&
    typeof of === 'number' &&
    Array.isArray(nodes) &&
    nodes.every((node) => Array.isArray(node) && typeof node[0] === 'string' && typeof node[1] === 'string') &&
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'object' && step !== null && typeof step.act?.type === 'string')
  );
}

/**
 * The scene as characters that may stand in an address. It is made at once, unlike a CompressionStream's
 * answer: two acts in quick succession are two addresses, and "back" comes to the one between.
 */
export function toLink(history: History): string {
  const text = JSON.stringify(toDocument(history, { withNames: false }));
  return toBase64(deflateSync(new TextEncoder().encode(text)));
}

/** The most bytes that a link may unpack to: a link of a stranger must not fill the memory. */
const mostBytes = 8 << 20;

export async function fromLink(link: string): Promise<History> {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(await inflated(fromBase64(link))));
  } catch {
    throw new SceneError('The link is cut off or changed.');
  }
  return fromDocument(document);
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) throw new SceneError('The scene is too large.');
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
}
