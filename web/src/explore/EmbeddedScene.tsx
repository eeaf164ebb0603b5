import { lazy, Suspense, useRef, useState } from 'react';

import type { CanvasHandle } from '../graph/GraphCanvas';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { Empty } from '../ui/State';
import { Icon } from '../ui/Icon';
import styles from './EmbeddedScene.module.css';
import { Legend } from './Legend';
import { NoticeLine } from './NoticeLine';
import { useCanvas } from './useCanvas';
import type { Explorer } from './useExplorer';
import { useNodeName } from './words';

const GraphCanvas = lazy(() => import('../graph/GraphCanvas').then((m) => ({ default: m.GraphCanvas })));

const none: ReadonlySet<string> = new Set();

/** A scene within another page: to move about in, to point at, and a way to the whole explorer. It changes nothing. */
export function EmbeddedScene({ explorer }: { explorer: Explorer }) {
  const { t } = useSettings();
  const { scene, isBusy } = explorer;
  const canvas = useRef<CanvasHandle>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [lit, setLit] = useState(none);
  const { nodes, stubs, view, styling, label } = useCanvas(scene, null);
  const name = useNodeName(scene);
  const whole = new URL(window.location.href);
  whole.searchParams.delete('embed');
  if (scene.nodes.size === 0) {
    return isBusy ? null : (
      <Empty isPage title={explorer.notice ? t('noticeBrokenLink') : t('embedEmpty')} />
    );
  }
  return (
    <div className={styles['embed']}>
      <h1 className={styles['hidden']}>{nodes[0]?.label}</h1>
      <NoticeLine explorer={explorer} />
      <div className={styles['canvas']}>
        <Suspense>
          <GraphCanvas
            ref={canvas}
            label={label}
            nodes={nodes}
            links={view.links}
            stubs={stubs}
            positions={view.positions}
            selected={new Set(selected)}
            lit={lit}
            isLasso={false}
            isReadOnly
            describe={name}
            onSelect={(ids) => setSelected(ids)}
            onExpand={() => {}}
            onStub={() => {}}
            onMove={() => {}}
            onHide={() => {}}
            onHelp={() => {}}
          />
        </Suspense>
        <div className={styles['legend']}>
          <Legend explorer={explorer} styling={styling} onLight={setLit} isReadOnly />
        </div>
        <div className={styles['tools']}>
          <IconButton icon="fit" label={t('fit')} onPress={() => canvas.current?.fit()} />
          <IconButton icon="plus" label={t('zoomIn')} onPress={() => canvas.current?.zoom(true)} />
          <IconButton icon="minus" label={t('zoomOut')} onPress={() => canvas.current?.zoom(false)} />
        </div>
        <a className={styles['open']} href={whole.href} target="_blank" rel="noreferrer">
          {t('openFull')}
          <Icon name="external" size={14} />
        </a>
      </div>
    </div>
  );
}
