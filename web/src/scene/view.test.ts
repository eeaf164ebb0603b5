import { describe, expect, it } from 'vitest';

import type { EdgeKind, EntityKind } from '../api/generated/types';
import { fromDocument, fromLink, toDocument, toLink } from './codec';
import { communityFolds, leafFolds, selectionFold } from './fold';
import { daysOf, monthCounts, monthText, monthsOf } from './months';
import { commit, emptyHistory, linkId, sceneOf, undo, type Facts, type History, type SceneLink, type SceneNode } from './scene';
import { stylingOf } from './style';
import { viewOf, visible } from './view';

const node = (id: string, kind: EntityKind, facts?: Facts, magnitude?: number): SceneNode => ({
  id, key: id, name: `名字 ${id}`, kind, ...(facts && { facts }), ...(magnitude !== undefined && { magnitude }),
});
const link = (kind: EdgeKind, from: string, to: string, properties: Record<string, unknown> | null = null): SceneLink => ({
  id: linkId(kind, from, to), kind, from, to, weight: null, properties,
});
const community: Facts = { facets: { community: ['co-1', '美食 · 探店'] }, numbers: {} };

/** A brand with three campaigns; two creators of one community, who worked on the first. */
function market(): History {
  return commit(emptyHistory, { type: 'add', ids: [] }, {
    nodes: [
      node('b', 'BRAND'),
      node('p1', 'CAMPAIGN', { facets: {}, numbers: { budget: 100 }, days: ['2026-01-05', '2026-02-01'] }),
      node('p2', 'CAMPAIGN', { facets: {}, numbers: { budget: 400 }, days: ['2026-06-01', '2026-06-30'] }),
      node('p3', 'CAMPAIGN', { facets: {}, numbers: {} }),
      node('c1', 'CREATOR', community, 1_000),
      node('c2', 'CREATOR', community, 90_000),
    ],
    links: [
      link('RAN', 'b', 'p1'), link('RAN', 'b', 'p2'), link('RAN', 'b', 'p3'),
      link('PARTICIPATED_IN', 'c1', 'p1'), link('PARTICIPATED_IN', 'c2', 'p1'),
    ],
    positions: { b: [0, 0], p1: [50, 0], p2: [-40, 20], p3: [-40, -20], c1: [100, 10], c2: [100, -10] },
  });
}

const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe('a fold', () => {
  it('holds the leaves of a hub by kind and stands beside what stays', () => {
    const scene = sceneOf(market());
    const folds = leafFolds(scene, 'b');
    expect(folds).toMatchObject([{ type: 'leaves', of: 'b', kind: 'CAMPAIGN', members: ['p2', 'p3'] }]);
    const [x, y] = folds[0]!.at;
    for (const other of ['b', 'p1', 'c1', 'c2']) {
      const [ox, oy] = scene.positions.get(other)!;
      expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(70);
    }
    expect(Math.hypot(x + 40, y)).toBeLessThan(120);
  });

  it('leaves out who leads elsewhere, and pairs', () => {
    expect(leafFolds(sceneOf(market())).map(({ of, members }) => [of, members])).toEqual([
      ['b', ['p2', 'p3']],
      ['p1', ['c1', 'c2']],
    ]);
    const pair = commit(emptyHistory, { type: 'add', ids: [] }, { nodes: [node('a', 'CREATOR'), node('z', 'CREATOR')], links: [link('COLLABORATED_WITH', 'a', 'z')] });
    expect(leafFolds(sceneOf(pair))).toEqual([]);
  });

  it('is drawn as one node with one link for those of its members, and undone', () => {
    const folded = commit(market(), { type: 'fold', count: 2 }, { fold: communityFolds(sceneOf(market())) });
    const view = viewOf(sceneOf(folded));
    expect(view.nodes.at(-1)).toMatchObject({ name: '美食 · 探店', count: 2, kind: 'CREATOR' });
    expect(view.links.filter(({ kind }) => kind === 'PARTICIPATED_IN')).toHaveLength(1);
    expect(visible(sceneOf(folded)).nodes).toHaveLength(6);
    expect(viewOf(sceneOf(undo(folded))).nodes).toHaveLength(6);
  });

  it('is opened by its id, and of one node is none', () => {
    const scene = sceneOf(market());
    const fold = selectionFold(scene, ['c1', 'b'])!;
    const opened = commit(commit(market(), { type: 'fold', count: 2 }, { fold: [fold] }), { type: 'unfold', count: 2 }, { unfold: [fold.id] });
    expect(sceneOf(opened).folds.size).toBe(0);
    expect(selectionFold(scene, ['c1'])).toBeNull();
  });

  it('goes when all its members are hidden', () => {
    const folded = commit(market(), { type: 'fold', count: 2 }, { fold: communityFolds(sceneOf(market())), hide: ['c1', 'c2'] });
    expect(ids(viewOf(sceneOf(folded)).nodes)).toEqual(['b', 'p1', 'p2', 'p3']);
  });
});

describe('months', () => {
  it.each([
    [link('SIGNED_WITH', 'c1', 'x', { since: '2025-11-03', until: '2026-02-10' }), ['2025-11', '2026-02']],
    [link('RAN', 'b', 'p1'), ['2026-01', '2026-02']],
    [link('COLLABORATED_WITH', 'x', 'y', { last: '2026-03-09' }), ['2026-03', '2026-03']],
  ])('of a link are its own or those of its campaign', (of, months) => {
    expect(monthsOf(of, sceneOf(market()).nodes)!.map(monthText)).toEqual(months);
  });

  it('leave out links of other months, and nodes with their last link; what is undated stays', () => {
    const june = commit(market(), { type: 'months' }, { months: [2026 * 12 + 5, 2026 * 12 + 5] });
    expect(ids(visible(sceneOf(june)).nodes)).toEqual(['b', 'p2', 'p3']);
    expect(visible(sceneOf(commit(june, { type: 'months' }, { months: null }))).nodes).toHaveLength(6);
  });

  it('are counted, no further than now for what has no end', () => {
    const { nodes, links } = sceneOf(market());
    const { first, counts } = monthCounts([...links.values()], nodes, 2026 * 12 + 5);
    expect([monthText(first), counts]).toEqual(['2026-01', [3, 3, 0, 0, 0, 1]]);
    expect(monthCounts([link('SIGNED_WITH', 'a', 'b', { since: '2026-05-01' })], nodes, 2026 * 12 + 5).counts).toEqual([1, 1]);
    expect(monthCounts([], nodes, 0).counts).toEqual([]);
  });

  it('read as days', () => {
    expect(daysOf(link('RAN', 'b', 'p1'), sceneOf(market()).nodes)).toBe('2026-01-05 – 2026-02-01');
  });
});

describe('rules', () => {
  const { nodes, links } = sceneOf(market());
  const styling = (...rules: Parameters<typeof stylingOf>[2]) => stylingOf(nodes.values(), [...links.values()], rules);

  it('colour by a value; who has none is grey', () => {
    const { look, colors } = styling({ channel: 'color', by: 'community' });
    expect([look(nodes.get('c1')!).tone, look(nodes.get('b')!).tone]).toEqual(['--facet-1', '--facet-other']);
    expect(colors[0]!.values).toMatchObject([{ label: '美食 · 探店', nodes: ['c1', 'c2'] }]);
  });

  it('size by a number, the later rule over the earlier', () => {
    const { look } = styling({ channel: 'size', by: 'links' }, { channel: 'size', by: 'budget' });
    expect(look(nodes.get('p2')!).radius).toBe(22);
    expect(look(nodes.get('p1')!).radius).toBe(6);
    expect(look(nodes.get('c1')!).radius).toBe(6);
  });

  it('without rules kinds have their colours', () => {
    expect(styling().look(nodes.get('b')!).tone).toBe('--kind-BRAND');
  });
});

describe('a link of version 2', () => {
  const changed = () => {
    const folded = commit(market(), { type: 'fold', count: 2 }, { fold: [...leafFolds(sceneOf(market()), 'b'), ...communityFolds(sceneOf(market()))] });
    return commit(folded, { type: 'style' }, { rules: [{ channel: 'color', by: 'community' }], months: [24_312, 24_317] });
  };

  it('holds folds, rules and months', async () => {
    const back = sceneOf(await fromLink(toLink(changed())));
    expect([...back.folds.values()].map(({ of, members }) => [of, members])).toEqual([
      ['b', ['p2', 'p3']],
      ['co-1', ['c1', 'c2']],
    ]);
    expect(back.rules).toEqual([{ channel: 'color', by: 'community' }]);
    expect(back.months).toEqual([24_312, 24_317]);
  });

  it('holds that they ended', async () => {
    const ended = commit(changed(), { type: 'unfold', count: 4 }, { unfold: [...sceneOf(changed()).folds.keys()], rules: [], months: null });
    const back = sceneOf(await fromLink(toLink(ended)));
    expect([back.folds.size, back.rules, back.months]).toEqual([0, [], null]);
  });

  it('has no rule that this page does not know', () => {
    const document = { ...toDocument(market(), { withNames: true }), steps: [{ act: { type: 'style' }, rules: [{ channel: 'color', by: 'smell' }, { channel: 'size', by: 'links' }] }] };
    expect(sceneOf(fromDocument(document)).rules).toEqual([{ channel: 'size', by: 'links' }]);
  });

  it('a client-safe file holds no note and no name', () => {
    const noted = commit(changed(), { type: 'note', id: 'c1', text: '问小李' }, { notes: { c1: '问小李' } });
    const text = JSON.stringify(toDocument(noted, { withNames: false, withNotes: false }));
    for (const secret of ['小李', '名字', '美食']) expect(text).not.toContain(secret);
  });

  // Made by the page before there were folds.
  it('of version 1 still opens', async () => {
    const old = 'bY9dS8MwGIX_y7l-haRTL3LXfYAbw9JS0FGCdG3cstUkNHFMSv67dLsQndfnnIfnDGh6VQfb7_ra7SHgG2UUCCfVe20NBCcY2yoPUVXIJ6tu81qcmoM7NJqdQZgVi7TMCkiqkJvVfvuRP26u0bRIn-eQkuCDciNhQN0EiAHhyykIqLOrTQuCfYf4j37UpoUwn11H2CofIJIHQrCh7vzImWXrdTrNirRczN9eluUTxITF-OPMiEtCp83x-uB2QIw4JaOls14Hbc2lyYgRk1Rxumd0xxMpI_3Vd9qAoNtx8Pu8jHRJRcVllPEb';
    const back = sceneOf(await fromLink(old));
    expect(ids([...back.nodes.values()])).toEqual(['Q3JlYXRvcjpjci0x', 'QnJhbmQ6Yi0x']);
    expect([...back.links.keys()]).toEqual(['COLLABORATED_WITH|Q3JlYXRvcjpjci0x|QnJhbmQ6Yi0x']);
    expect(back.pinned.has('QnJhbmQ6Yi0x')).toBe(true);
  });
});
