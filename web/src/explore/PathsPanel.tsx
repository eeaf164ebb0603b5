import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { Panel } from '../ui/Panel';
import { Paths } from '../api/generated/documents';
import styles from './PathsPanel.module.css';
import type { Explorer } from './useExplorer';
import { useNodeName } from './words';

/** The paths that were found, each a sentence; pointing at one, or reaching it by key, lights it on the canvas. */
export function PathsPanel({ explorer, onLight }: { explorer: Explorer; onLight: (ids: ReadonlySet<string>) => void }) {
  const { t, format, isSafe } = useSettings();
  const { paths, setPaths, scene } = explorer;
  const name = useNodeName(scene);
  const [from, to] = [paths[0]?.nodes[0] ?? '', paths[0]?.nodes.at(-1) ?? ''];
  const off = () => onLight(new Set());
  return (
    <Panel
      title={t('paths')}
      note={t('pathsFound', format.whole(paths.length))}
      question={{ document: Paths, variables: { from, to, maxLength: 6, first: 5 } }}
      isFlush
      actions={
        <IconButton
          icon="close"
          label={t('close')}
          onPress={() => {
            off();
            setPaths([]);
          }}
        />
      }
    >
      <ol>
        {paths.map((path, i) => {
          const on = () => onLight(new Set([...path.nodes, ...path.links]));
          return (
            <li key={i}>
              <button
                className={styles['path']}
                onMouseEnter={on}
                onMouseLeave={off}
                onFocus={on}
                onBlur={off}
                onClick={() => explorer.setSelected(path.nodes)}
              >
                <span className={styles['number']}>{i + 1}</span>
                {/* The server's sentence holds names, which a client-safe view does not show. */}
                <span dir="auto">{isSafe ? path.nodes.map(name).join(' → ') : path.text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
