import { useMemo, useState } from 'react';

import { useAsk } from '../api/ask';
import { Neighborhood } from '../api/generated/documents';
import type { EdgeKind } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { State } from '../ui/State';
import { toLink, toNode } from './fetch';
import { NodeTable } from './NodeTable';
import type { Explorer } from './useExplorer';
import { useNodeName } from './words';

/** How many of a hub's neighbours are listed. */
const mostListed = 1_000;

/** The neighbours of one kind as a table, from which some are drawn: a hub of 100,000 is never drawn whole. */
export function HubDialog({ explorer, of, kind, count, onClose }: { explorer: Explorer; of: string; kind: EdgeKind; count: number; onClose: () => void }) {
  const { t, format } = useSettings();
  const name = useNodeName(explorer.scene);
  const asked = useAsk(Neighborhood, { of, kinds: [kind], limit: Math.min(count, mostListed) });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => {
    const all = asked.data?.neighborhood;
    if (!all) return null;
    return { nodes: all.nodes.map(toNode).filter((n) => n.id !== of), links: all.edges.map(toLink), counts: all.counts };
  }, [asked.data, of]);

  const draw = () => {
    if (!found) return;
    const nodes = found.nodes.filter((n) => picked.has(n.id));
    const links = found.links.filter((l) => picked.has(l.from === of ? l.to : l.from));
    void explorer.addFound({ nodes, links, show: nodes.map((n) => n.id) }, nodes.map((n) => n.id));
    onClose();
  };
  return (
    <Dialog
      title={t('hubTitle', name(of), t(kind))}
      note={found && t('hubNote', format.whole(found.nodes.length), format.whole(count))}
      isWide
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              void explorer.expand(of, kind, 50);
              onClose();
            }}
          >
            {t('drawBest', '50')}
          </Button>
          <Button look="primary" isDisabled={picked.size === 0} onPress={draw}>
            {t('drawSelected', format.whole(picked.size))}
          </Button>
        </>
      }
    >
      <State asked={asked} skeleton={10}>
        {() => (
          <div style={{ height: 'min(56vh, 520px)' }}>
            <NodeTable nodes={found?.nodes ?? []} links={found?.links ?? []} selected={picked} onSelect={(ids) => setPicked(new Set(ids))} />
          </div>
        )}
      </State>
    </Dialog>
  );
}
