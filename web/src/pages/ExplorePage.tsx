import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';

import { useName } from '../entity/naming';
import { BubblePanel } from '../explore/BubblePanel';
import { DetailPanel } from '../explore/DetailPanel';
import { EmbeddedScene } from '../explore/EmbeddedScene';
import { KeysDialog } from '../explore/KeysDialog';
import { Legend } from '../explore/Legend';
import { MonthBrush } from '../explore/MonthBrush';
import { NoticeLine } from '../explore/NoticeLine';
import { PathsPanel } from '../explore/PathsPanel';
import { PrintSheet } from '../explore/PrintSheet';
import { ScenePanel } from '../explore/ScenePanel';
import { SelectionPanel } from '../explore/SelectionPanel';
import { TablePane } from '../explore/TablePane';
import { Toolbar, type View } from '../explore/Toolbar';
import { useCanvas } from '../explore/useCanvas';
import { useExplorer, usualBest, type Explorer } from '../explore/useExplorer';
import { useNodeName } from '../explore/words';
import type { CanvasHandle } from '../graph/GraphCanvas';
import type { Months } from '../scene/scene';
import { usePageTitle } from '../shell/pageTitle';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Empty } from '../ui/State';
import styles from './ExplorePage.module.css';

// WebGL comes after the page: a phone that shows the table never waits for it.
const GraphCanvas = lazy(() => import('../graph/GraphCanvas').then((m) => ({ default: m.GraphCanvas })));

const route = getRouteApi('/explore');

const none: ReadonlySet<string> = new Set();

/** The canvas with what surrounds it, or alone within another page. */
export function ExplorePage() {
  const { embed } = route.useSearch();
  const explorer = useExplorer();
  return embed ? <EmbeddedScene explorer={explorer} /> : <Workspace explorer={explorer} />;
}

/** Scene at the left, details at the right, months and table under the canvas. */
function Workspace({ explorer }: { explorer: Explorer }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const { scene, selected, setSelected, arrived } = explorer;
  const nodeName = useNodeName(scene);
  const canvas = useRef<CanvasHandle>(null);
  const [view, setView] = useState<View>(() => (window.innerWidth < 720 ? 'table' : 'graph'));
  const [isLasso, setLasso] = useState(false);
  const [hasKeys, setKeys] = useState(false);
  const [lit, setLit] = useState<ReadonlySet<string>>(none);
  const [moving, setMoving] = useState<Months | null>(null);
  const drawn = useCanvas(scene, moving);
  const { styling, nodes, stubs, rows } = drawn;
  const { links, positions } = drawn.view;

  const isChosen = useMemo(
    () => new Set(selected.filter((id) => scene.folds.has(id) || (scene.nodes.has(id) && !scene.hidden.has(id)))),
    [selected, scene],
  );
  const chosen = useMemo(() => [...new Set([...isChosen].flatMap((id) => scene.folds.get(id)?.members ?? id))], [isChosen, scene]);
  const only = isChosen.size === 1 ? [...isChosen][0]! : '';
  const single = scene.nodes.get(only);
  const bubble = scene.folds.get(only);

  const seen = useRef(0);
  useEffect(() => {
    if (arrived.length === 0) return;
    // The first picture is fitted; later ones keep the view unless something new is outside of it.
    if (seen.current === 0 || arrived.length === scene.nodes.size) canvas.current?.fit();
    else canvas.current?.reveal(arrived);
    seen.current++;
    // Only what arrived matters here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived]);

  useUndoKeys(explorer);

  const select = (ids: string[], isAdditive: boolean) => {
    if (!isAdditive) setSelected(ids);
    else setSelected((old) => (ids.length === 1 && old.includes(ids[0]!) ? old.filter((id) => id !== ids[0]) : [...new Set([...old, ...ids])]));
  };
  const expand = (id: string) => {
    if (scene.folds.has(id)) explorer.unfold([id]);
    else void explorer.expand(id, null, usualBest);
  };
  const describe = (id: string) => {
    const degree = format.whole(links.filter((link) => link.from === id || link.to === id).length);
    const fold = scene.folds.get(id);
    if (fold) return t('spoken', nodeName(id), t('foldHolds', format.whole(fold.members.length)), degree, '');
    const node = scene.nodes.get(id);
    if (!node) return '';
    const more = node.magnitude != null ? `, ${t('followersOf', format.count(node.magnitude))}` : '';
    return t('spoken', nameOf(node), t(node.kind), degree, more);
  };
  const isEmpty = scene.nodes.size === 0;
  const [first] = scene.nodes.values();
  usePageTitle(first ? `${nameOf(first)} · ${t('navExplore')}` : t('navExplore'));

  return (
    <div className={styles['page']}>
      <h1 className={styles['hidden']}>{t('navExplore')}</h1>
      <aside className={styles['left']} aria-label={t('scene')}>
        <ScenePanel explorer={explorer} styling={styling} onLight={setLit} />
      </aside>
      <section className={styles['middle']} aria-label={t('viewGraph')}>
        <Toolbar
          explorer={explorer}
          styling={styling}
          canvas={() => canvas.current}
          view={view}
          onView={setView}
          isLasso={isLasso}
          onLasso={setLasso}
          onKeys={() => setKeys(true)}
        />
        <NoticeLine explorer={explorer} />
        <div className={styles['views']} data-view={view}>
          {view !== 'table' && (
            <div className={styles['canvas']}>
              <Suspense>
                <GraphCanvas
                  ref={canvas}
                  label={drawn.label}
                  nodes={nodes}
                  links={links}
                  stubs={stubs}
                  positions={positions}
                  selected={isChosen}
                  lit={lit}
                  isLasso={isLasso}
                  describe={describe}
                  onSelect={(ids, isAdditive) => {
                    select(ids, isAdditive);
                    if (isLasso) setLasso(false);
                  }}
                  onExpand={expand}
                  onStub={(id) => {
                    const stub = stubs.find((s) => s.id === id);
                    if (stub) void explorer.expand(stub.of, stub.kind, stub.shown + usualBest);
                  }}
                  onMove={explorer.move}
                  onHide={explorer.hide}
                  onHelp={() => setKeys(true)}
                />
              </Suspense>
              {!isEmpty && (
                <div className={styles['legend']}>
                  <Legend explorer={explorer} styling={styling} onLight={setLit} />
                </div>
              )}
              {isEmpty && !explorer.isBusy && (
                <div className={styles['empty']}>
                  <Empty
                    title={t('emptyCanvas')}
                    actions={<Button onPress={() => void explorer.addCollaborations()}>{t('beginCollaborations')}</Button>}
                  >
                    {t('emptyCanvasText')}
                  </Empty>
                </div>
              )}
            </div>
          )}
          {view !== 'graph' && (
            <div className={styles['table']}>
              <TablePane explorer={explorer} nodes={rows.nodes} links={rows.links} selected={new Set(chosen)} onSelect={setSelected} />
            </div>
          )}
        </div>
        <MonthBrush explorer={explorer} moving={moving} onMoving={setMoving} />
      </section>
      <aside className={styles['right']} aria-label={t('detail')}>
        {explorer.paths.length > 0 && <PathsPanel explorer={explorer} onLight={setLit} />}
        {bubble && <BubblePanel explorer={explorer} fold={bubble} />}
        {isChosen.size > 1 && <SelectionPanel explorer={explorer} ids={chosen} />}
        {single && <DetailPanel key={single.id} explorer={explorer} node={single} />}
      </aside>
      <PrintSheet explorer={explorer} styling={styling} />
      {hasKeys && <KeysDialog onClose={() => setKeys(false)} />}
    </div>
  );
}

/** ⌘Z and ⇧⌘Z anywhere on the page but in a field, which has its own. */
function useUndoKeys({ undo, redo }: Pick<Explorer, 'undo' | 'redo'>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || isField(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

/** Checkboxes and sliders are inputs that undo nothing themselves. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(target.type);
}
