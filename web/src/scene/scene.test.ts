import { describe, expect, it } from 'vitest';

import { fromDocument, fromLink, SceneError, toDocument, toLink } from './codec';
import {
  amend,
  branches,
  canRedo,
  canUndo,
  commit,
  emptyHistory,
  jump,
  line,
  linkId,
  path,
  redo,
  sceneOf,
  shownLinks,
  shownNodes,
  stubs,
  undo,
  type History,
  type SceneLink,
  type SceneNode,
} from './scene';

const node = (id: string): SceneNode => ({ id, key: id, name: `名字 ${id}`, kind: 'CREATOR', magnitude: 1 });
const link = (from: string, to: string): SceneLink => ({
  id: linkId('COLLABORATED_WITH', from, to),
  kind: 'COLLABORATED_WITH',
  from,
  to,
  weight: 0.5,
});

/** a, then its neighbours b and c of 40, then c hidden. */
function sample(): History {
  let history = commit(emptyHistory, { type: 'add', ids: ['a'] }, { nodes: [node('a')], positions: { a: [0, 0] } });
  history = commit(
    history,
    { type: 'expand', of: 'a', kind: 'COLLABORATED_WITH', best: 2, totals: { COLLABORATED_WITH: 40 } },
    { nodes: [node('b'), node('c')], links: [link('a', 'b'), link('c', 'a')] },
  );
  return commit(history, { type: 'hide', ids: ['c'] }, { hide: ['c'] });
}

const ids = (history: History) => shownNodes(sceneOf(history)).map((n) => n.id);

describe('steps', () => {
  it('are undone and done again', () => {
    const history = sample();
    expect(ids(history)).toEqual(['a', 'b']);
    expect(ids(undo(history))).toEqual(['a', 'b', 'c']);
    expect(ids(undo(undo(history)))).toEqual(['a']);
    expect(ids(redo(redo(undo(undo(history)))))).toEqual(['a', 'b']);
    expect(canUndo(undo(undo(undo(history))))).toBe(false);
    expect(canRedo(history)).toBe(false);
  });

  it('branch: what was undone is lost by nothing that follows', () => {
    const undone = undo(sample());
    const branched = commit(undone, { type: 'add', ids: ['d'] }, { nodes: [node('d')] });
    expect(ids(branched)).toEqual(['a', 'b', 'c', 'd']);
    expect(branches(branched, 2, new Set(path(branched).map((s) => s.id))).map((s) => s.act.type)).toEqual(['hide']);
    expect(ids(jump(branched, 3))).toEqual(['a', 'b']);
    // After a jump, redo stays on the branch that was jumped to.
    expect(redo(undo(jump(branched, 3))).at).toBe(3);
  });

  it('are listed with what redo would bring back', () => {
    expect(line(undo(undo(sample()))).map((s) => s.act.type)).toEqual(['add', 'expand', 'hide']);
  });

  it('takes a layout that comes later into the step that caused it', () => {
    const history = amend(sample(), { positions: { b: [3, 4] } });
    expect(history.steps).toHaveLength(3);
    expect(sceneOf(history).positions.get('b')).toEqual([3, 4]);
    expect(sceneOf(undo(history)).positions.has('b')).toBe(false);
  });

  it('ignores a jump to a step that is not there', () => {
    const history = sample();
    expect(jump(history, 99)).toBe(history);
  });
});

describe('links', () => {
  it('are the same in both directions where the kind has none', () => {
    expect(linkId('COLLABORATED_WITH', 'x', 'a')).toBe(linkId('COLLABORATED_WITH', 'a', 'x'));
    expect(linkId('RAN', 'x', 'a')).not.toBe(linkId('RAN', 'a', 'x'));
  });
  it('go with a hidden end and come back with it', () => {
    expect(shownLinks(sceneOf(sample()))).toHaveLength(1);
    expect(shownLinks(sceneOf(undo(sample())))).toHaveLength(2);
  });
});

it('counts what an expansion left out, hidden nodes not among them', () => {
  expect(stubs(sceneOf(sample()))).toEqual([{ of: 'a', kind: 'COLLABORATED_WITH', shown: 2, rest: 38 }]);
});

describe('a scene in a link', () => {
  it('comes back with steps, places, hidden nodes and no names', async () => {
    const history = amend(sample(), { positions: { b: [3.4, -4.6] }, pin: ['b'], notes: { b: '问档期 🎤' } });
    const back = await fromLink(toLink(history));
    const scene = sceneOf(back);
    expect(ids(back)).toEqual(['a', 'b']);
    expect(scene.positions.get('b')).toEqual([3, -5]);
    expect(scene.pinned.has('b')).toBe(true);
    expect(scene.notes.get('b')).toBe('问档期 🎤');
    expect(scene.nodes.get('a')!.name).toBe('');
    expect(ids(undo(back))).toEqual(['a', 'b', 'c']);
    expect(stubs(scene)[0]!.rest).toBe(38);
  });

  it('leaves out other branches', async () => {
    const branched = commit(undo(sample()), { type: 'add', ids: ['d'] }, { nodes: [node('d')] });
    expect((await fromLink(toLink(branched))).steps).toHaveLength(3);
  });

  it('holds 200 nodes in an address of moderate length', () => {
    const many = Array.from({ length: 200 }, (_, i) => node(btoa(`Creator:cr-${String(i * 37).padStart(6, '0')}`)));
    const history = commit(emptyHistory, { type: 'add', ids: [] }, {
      nodes: many,
      links: many.slice(1).map((n) => link(many[0]!.id, n.id)),
      positions: Object.fromEntries(many.map((n, i) => [n.id, [i * 17 - 900, (i * 31) % 700]])),
    });
    expect(toLink(history).length).toBeLessThan(8_000);
  });

  it.each(['', 'not a scene', 'AAAA', '%%%'])('says so when it is broken: %j', async (broken) => {
    await expect(fromLink(broken)).rejects.toThrow(SceneError);
  });
});

describe('a scene in a file', () => {
  it('holds names', () => {
    const back = fromDocument(JSON.parse(JSON.stringify(toDocument(sample(), { withNames: true }))));
    expect(sceneOf(back).nodes.get('b')!.name).toBe('名字 b');
  });
  it.each([null, {}, { creatorgraph: 'scene', version: 99, nodes: [], steps: [] }, { creatorgraph: 'scene', version: 1, nodes: [1], steps: [] }])(
    'is refused when it is something else: %j',
    (other) => {
      expect(() => fromDocument(other)).toThrow(SceneError);
    },
  );
  it('is refused when a step names a node that is not there', () => {
    const broken = { creatorgraph: 'scene', version: 1, nodes: [], steps: [{ act: { type: 'hide', ids: [] }, hide: [4] }] };
    expect(() => fromDocument(broken)).toThrow('not there');
  });
});
