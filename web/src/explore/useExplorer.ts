import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { RequestError } from '../api/request';
import type { EdgeKind } from '../api/generated/types';
import { layoutNodes } from '../graph/layout';
import { fromDocument, fromLink, SceneError, toLink } from '../scene/codec';
import {
  commit,
  emptyHistory,
  jump,
  redo,
  sceneOf,
  shownLinks,
  shownNodes,
  undo,
  withNodes,
  type Act,
  type Change,
  type History,
  type Point,
  type SceneNode,
} from '../scene/scene';
import { useDrawing } from './useDrawing';
import { linksAmong, named, neighbors, pathsBetween, sharedBy, strongestCollaborations } from './fetch';

/** How many neighbours an expansion draws unless the user says otherwise. */
export const usualBest = 25;
/** How many nodes stand on the canvas at most. */
export const mostNodes = 2_000;

/** Fewer neighbours than this make no picture. */
const sparse = 10;

export interface FoundPath {
  text: string;
  nodes: string[];
  links: string[];
}

/** What went wrong or is worth knowing, for a line above the canvas. */
export type Notice =
  | { type: 'error'; error: RequestError }
  | { type: 'brokenLink'; message: string }
  | { type: 'full' }
  | { type: 'noPath' }
  | { type: 'nothingNew' }
  | { type: 'notAllAsked' }
  | { type: 'nothingToFold' };

const linkPrefix = 's=';

/**
 * The scene of the page and everything that can be done with it. Each act is a step, each step an
 * address: back, refresh and a copied link come to the same picture.
 */
export function useExplorer() {
  const search = useSearch({ from: '/explore' });
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();

  const [history, setHistory] = useState<History>(emptyHistory);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [paths, setPaths] = useState<FoundPath[]>([]);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [busy, setBusy] = useState(0);
  /** Nodes that came last, for the camera. */
  const [arrived, setArrived] = useState<readonly string[]>([]);

  // Acts wait for answers; what they then add to is what the user has made meanwhile.
  const current = useRef(history);
  const addresses = useRef(new Map<string, number>());

  const scene = useMemo(() => sceneOf(history), [history]);

  /** Shows a history; `isStep` makes it a place that "back" returns to. */
  const show = useCallback(
    (next: History, isStep: boolean) => {
      current.current = next;
      setHistory(next);
      const code = toLink(next);
      addresses.current.set(code, next.at);
      void navigate({ to: '/explore', search: ({ embed }) => (embed ? { embed } : {}), hash: next.at === 0 ? '' : linkPrefix + code, replace: !isStep });
    },
    [navigate],
  );

  /** Adds a step: places what is new, and says so when the canvas is full. */
  const act = useCallback(
    async (done: Act, change: Change): Promise<void> => {
      const before = sceneOf(current.current);
      const next = sceneOf(commit(current.current, done, change));
      const shown = shownNodes(next);
      if (shown.length > mostNodes) {
        setNotice({ type: 'full' });
        return;
      }
      const isNew = shown.some((node) => !next.positions.has(node.id));
      const positions = isNew ? await layoutNodes(shown, shownLinks(next), next.positions) : undefined;
      const whole = positions ? { ...change, positions: { ...change.positions, ...positions } } : change;
      show(commit(current.current, done, whole), true);
      setArrived(shown.filter((node) => !before.nodes.has(node.id)).map((node) => node.id));
    },
    [show],
  );

  /** Runs something that asks the server, and tells what went wrong. */
  const run = useCallback(async (task: () => Promise<void>) => {
    setNotice(null);
    setBusy((n) => n + 1);
    try {
      await task();
    } catch (error) {
      if (error instanceof RequestError) setNotice({ type: 'error', error });
      else throw error;
    } finally {
      setBusy((n) => n - 1);
    }
  }, []);

  const expand = useCallback(
    (of: string, kind: EdgeKind | null, best: number = usualBest) =>
      run(async () => {
        let { nodes, links, totals } = await neighbors(of, kind, best);
        // Who has worked with few is shown with everything else that is known.
        if (kind === null && nodes.length < sparse) ({ nodes, links, totals } = await neighbors(of, 'all', best));
        const before = sceneOf(current.current);
        const back = nodes.filter((node) => before.hidden.has(node.id)).map((node) => node.id);
        const isNew = nodes.some((n) => !before.nodes.has(n.id)) || links.some((l) => !before.links.has(l.id));
        if (!isNew && back.length === 0) {
          setNotice({ type: 'nothingNew' });
          return;
        }
        await act({ type: 'expand', of, kind, best, totals }, { nodes, links, show: back });
        setSelected([of]);
      }),
    [act, run],
  );

  const add = useCallback(
    (ids: readonly string[]) =>
      run(async () => {
        const missing = ids.filter((id) => !sceneOf(current.current).nodes.has(id));
        if (missing.length > 0) {
          const found = await named(missing.map((id): SceneNode => ({ id, key: '', name: '', kind: 'CREATOR' })));
          await act({ type: 'add', ids: missing }, { nodes: [...found.values()] });
        }
        setSelected([...ids]);
      }),
    [act, run],
  );

  /** Adds nodes and links that another question has found. */
  const addFound = useCallback(
    (found: Change, ids: string[]) => act({ type: 'add', ids }, found),
    [act],
  );

  /** Adds an entity with its links to these nodes, which stay selected. */
  const addShared = useCallback(
    (entity: SceneNode, to: readonly string[]) =>
      run(async () => {
        const found = await sharedBy(entity, to);
        await act({ type: 'add', ids: [entity.id] }, { ...found, show: [entity.id] });
      }),
    [act, run],
  );

  const findPaths = useCallback(
    (from: string, to: string) =>
      run(async () => {
        const found = await pathsBetween(from, to);
        setPaths(found.paths);
        setSelected([from, to]);
        if (found.paths.length === 0) {
          setNotice({ type: 'noPath' });
          return;
        }
        const ids = found.nodes.map((node) => node.id);
        await act({ type: 'paths', from, to, count: found.paths.length }, { nodes: found.nodes, links: found.links, show: ids });
      }),
    [act, run],
  );

  const addCollaborations = useCallback(
    () =>
      run(async () => {
        const found = await strongestCollaborations();
        await act({ type: 'collaborations', count: found.nodes.length }, found);
      }),
    [act, run],
  );

  const addLinksAmong = useCallback(
    () =>
      run(async () => {
        const before = sceneOf(current.current);
        const { links, isWhole } = await linksAmong(shownNodes(before));
        const added = links.filter((link) => !before.links.has(link.id));
        if (added.length === 0) setNotice({ type: 'nothingNew' });
        else await act({ type: 'linksAmong', count: added.length }, { links: added });
        if (!isWhole) setNotice({ type: 'notAllAsked' });
      }),
    [act, run],
  );

  const hide = useCallback((asked: string[]) => {
    const { folds } = sceneOf(current.current);
    const ids = asked.flatMap((id) => folds.get(id)?.members ?? id);
    if (ids.length === 0) return;
    void act({ type: 'hide', ids }, { hide: ids });
    setSelected((old) => old.filter((id) => !asked.includes(id) && !ids.includes(id)));
  }, [act]);

  const unhide = useCallback((ids: string[]) => void act({ type: 'show', ids }, { show: ids }), [act]);

  const keepOnly = useCallback((ids: readonly string[]) => {
    const others = shownNodes(sceneOf(current.current)).map((node) => node.id).filter((id) => !ids.includes(id));
    void act({ type: 'keepOnly', ids: [...ids] }, { hide: others });
  }, [act]);

  const move = useCallback(
    (id: string, to: Point) => {
      const fold = sceneOf(current.current).folds.get(id);
      void act({ type: 'move', ids: [id] }, fold ? { fold: [{ ...fold, at: to }] } : { positions: { [id]: to }, pin: [id] });
    },
    [act],
  );

  const pin = useCallback((ids: string[], isPinned: boolean) => {
    void act({ type: isPinned ? 'pin' : 'unpin', ids }, isPinned ? { pin: ids } : { unpin: ids });
  }, [act]);

  const note = useCallback(
    (id: string, text: string) => void act({ type: 'note', id, text }, { notes: { [id]: text } }),
    [act],
  );

  /** Lays everything out anew, except what is pinned. */
  const tidy = useCallback(
    () =>
      run(async () => {
        const before = sceneOf(current.current);
        const pinned = new Map([...before.positions].filter(([id]) => before.pinned.has(id)));
        const positions = await layoutNodes(shownNodes(before), shownLinks(before), pinned);
        show(commit(current.current, { type: 'tidy' }, { positions }), true);
        setArrived(Object.keys(positions));
      }),
    [run, show],
  );

  const drawing = useDrawing(act, current, setSelected);

  const goTo = useCallback((next: (history: History) => History) => {
    const moved = next(current.current);
    if (moved !== current.current) show(moved, true);
  }, [show]);

  /** Shows a scene of a link, a file or the server, and asks for the names it lacks. */
  const open = useCallback(
    (opened: History, isStep: boolean) =>
      run(async () => {
        const all = [...sceneOf(opened).nodes.values()];
        const unknown = all.filter((node) => node.name === '' || !node.facts);
        const showThen = (whole: History) => {
          show(whole, isStep);
          setArrived([...sceneOf(whole).nodes.keys()]);
        };
        // A file holds names: it is shown while the server is away.
        if (all.some((node) => node.name !== '')) showThen(opened);
        showThen(unknown.length > 0 ? withNodes(opened, await named(unknown)) : opened);
      }),
    [run, show],
  );

  const openDocument = useCallback(
    async (document: unknown) => {
      try {
        await open(fromDocument(document), true);
      } catch (error) {
        if (!(error instanceof SceneError)) throw error;
        setNotice({ type: 'brokenLink', message: error.message });
      }
    },
    [open],
  );

  // The address changed: by this page, by "back", or because a link was opened.
  useEffect(() => {
    if (!hash.startsWith(linkPrefix)) {
      if (hash === '' && current.current.at !== 0 && !search.of && !search.begin && addresses.current.size > 1) {
        current.current = jump(current.current, 0);
        setHistory(current.current);
      }
      return;
    }
    const code = hash.slice(linkPrefix.length);
    const known = addresses.current.get(code);
    if (known !== undefined) {
      if (known !== current.current.at) {
        current.current = jump(current.current, known);
        setHistory(current.current);
      }
      return;
    }
    fromLink(code).then(
      (opened) => open(opened, false),
      (error: unknown) => setNotice({ type: 'brokenLink', message: error instanceof Error ? error.message : '' }),
    );
    // Only the address matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hash]);

  // What the address asks to begin with, or to add.
  const begun = useRef('');
  useEffect(() => {
    const asked = JSON.stringify(search);
    if (asked === begun.current) return;
    begun.current = asked;
    const { of, to, begin } = search;
    // The address is what this follows; the acts set state when their answers come.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (of && to) void findPaths(of, to);
    else if (of && current.current.at === 0) void expand(of, null, 40);
    else if (of) void add([of]);
    else if (begin === 'collaborations') void addCollaborations();
  }, [search, findPaths, expand, add, addCollaborations]);

  return {
    history, scene, selected, paths, notice, isBusy: busy > 0, arrived,
    setSelected, setPaths, setNotice,
    expand, add, addFound, addShared, findPaths, addCollaborations, addLinksAmong, hide, unhide, keepOnly, move, pin, note, tidy, openDocument, ...drawing,
    undo: useCallback(() => goTo(undo), [goTo]),
    redo: useCallback(() => goTo(redo), [goTo]),
    jump: useCallback((to: number) => goTo((h) => jump(h, to)), [goTo]),
  };
}

export type Explorer = ReturnType<typeof useExplorer>;
