import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import type { SceneLink, SceneNode } from '../scene/scene';
import { useSettings } from '../shell/settings';
import { LinkTable } from './LinkTable';
import { NodeTable } from './NodeTable';
import styles from './tables.module.css';
import { usualBest, type Explorer } from './useExplorer';

/** The shown nodes or the shown links as rows, folded ones one by one. */
export function TablePane({ explorer, nodes, links, selected, onSelect }: { explorer: Explorer; nodes: readonly SceneNode[]; links: readonly SceneLink[]; selected: ReadonlySet<string>; onSelect: (ids: string[]) => void }) {
  const { t, format, isSafe } = useSettings();
  const [rows, setRows] = useState<'nodes' | 'links'>('nodes');
  const counts = { nodes: nodes.length, links: links.length };
  return (
    <div className={styles['pane']}>
      <ToggleButtonGroup
        aria-label={t('rows')}
        className={styles['tabs']!}
        disallowEmptySelection
        selectedKeys={[rows]}
        onSelectionChange={(keys) => setRows([...keys][0] === 'links' ? 'links' : 'nodes')}
      >
        {(['nodes', 'links'] as const).map((of) => (
          <ToggleButton key={of} id={of} className={styles['tab']!}>
            {t(of)} <span className={styles['tabCount']}>{format.whole(counts[of])}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles['rows']}>
        {rows === 'nodes' ? (
          <NodeTable
            nodes={nodes}
            links={links}
            {...(!isSafe && { notes: explorer.scene.notes })}
            selected={selected}
            onSelect={onSelect}
            onOpen={(id) => void explorer.expand(id, null, usualBest)}
          />
        ) : (
          <LinkTable scene={explorer.scene} links={links} selected={selected} onSelect={onSelect} />
        )}
      </div>
    </div>
  );
}
