import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

import { useName } from '../entity/naming';
import type { Styling } from '../scene/style';
import { visible } from '../scene/view';
import { useSettings } from '../shell/settings';
import { toSvg } from './export/svg';
import styles from './PrintSheet.module.css';
import type { Explorer } from './useExplorer';
import { usePicture } from './useExports';

/** How many nodes are listed under the picture. */
const mostRows = 120;

/** What goes to paper instead of the page: the picture with its legend, and the nodes under it. Made when printing begins. */
export function PrintSheet({ explorer, styling }: { explorer: Explorer; styling: Styling }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const picture = usePicture(explorer, styling);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!isPrinting || explorer.scene.nodes.size === 0) return null;
  const { nodes } = visible(explorer.scene);
  const drawn = toSvg(picture()).replace(/^<\?xml[^>]*>\s*/, '');
  return createPortal(
    <div className={styles['sheet']}>
      <div className={styles['picture']} dangerouslySetInnerHTML={{ __html: drawn }} />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('followers')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, mostRows).map((node) => (
            <tr key={node.id}>
              <td dir="auto">{nameOf(node)}</td>
              <td>{t(node.kind)}</td>
              <td>{format.count(node.magnitude)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {nodes.length > mostRows && <p>{t('shownOf', format.whole(mostRows), format.whole(nodes.length))}</p>}
    </div>,
    document.body,
  );
}
