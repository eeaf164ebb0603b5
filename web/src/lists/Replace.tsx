import { useState } from 'react';

import { useAsk } from '../api/ask';
import { FindLookalikes } from '../api/generated/documents';
import type { ItemFragment } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { Reasons } from '../entity/Reasons';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { NumberInput } from '../ui/Field';
import { Problem } from '../ui/Problem';
import { State } from '../ui/State';
import type { List } from './ListPage';
import styles from './lists.module.css';
import { useWrite } from './useWrite';
import { saveItems } from './write';

/**
 * Puts a similar creator in the place of one that fell out: nobody who is on the list, at no more than a
 * price, with the reasons. The list keeps who replaced whom, and the old one as declined.
 */
export function Replace({ list, item, onClose }: { list: List; item: ItemFragment; onClose: () => void }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const [most, setMost] = useState(item.price ?? item.creator.shortVideo);
  const { isRunning, error, run } = useWrite();
  const asked = useAsk(FindLookalikes, {
    seeds: [item.creator.id],
    filter: {
      lists: { none: [list.key] },
      ...(most !== null && { price: { format: item.format ?? 'SHORT_VIDEO', lte: most } }),
    },
    weights: null,
    diversity: 0,
    first: 8,
  });
  const choose = (id: string, reason: string) =>
    run(async () => {
      await saveItems(list.id, [
        { creator: id, replaces: item.creator.id, format: item.format, position: item.position, reason },
        { creator: item.creator.id, status: item.status === 'REJECTED' ? 'REJECTED' : 'DECLINED' },
      ]);
      onClose();
    });
  return (
    <Dialog title={`${t('replace')}: ${nameOf(item.creator)}`} isWide onClose={onClose}>
      <div className={styles['stack']}>
        <NumberInput
          label={t('maxPrice')}
          value={most === null ? null : most / 100}
          onCommit={(yuan) => setMost(yuan === null ? null : Math.round(yuan * 100))}
        />
        {error && <Problem error={error} />}
        <State asked={asked} skeleton={8} isEmpty={(data) => data.lookalikes.edges.length === 0}>
          {(data) => (
            <ol className={styles['stack']}>
              {data.lookalikes.edges.map(({ node, score, reasons }) =>
                node.__typename !== 'Creator' ? null : (
                  <li key={node.id}>
                    <div className={styles['candidate']}>
                      <EntityLink entity={node} />
                      <span>{t('followersOf', format.count(node.followers))}</span>
                      <span>{money(node.shortVideo)}</span>
                      <span>{format.ratio(score)}</span>
                      <Button isDisabled={isRunning} onPress={() => choose(node.id, reasons[0]?.text ?? '')}>
                        {t('replace')}
                      </Button>
                    </div>
                    <Reasons reasons={reasons.slice(0, 3)} />
                  </li>
                ),
              )}
            </ol>
          )}
        </State>
      </div>
    </Dialog>
  );
}
