import { kinds, plural } from '../entity/kind';
import { useName } from '../entity/naming';
import { token } from '../graph/atlas';
import { fonts } from '../graph/labels';
import { toDocument } from '../scene/codec';
import { daysOf } from '../scene/months';
import type { Styling } from '../scene/style';
import { viewOf, visible } from '../scene/view';
import { useSettings } from '../shell/settings';
import type { MenuAction } from '../ui/MenuButton';
import { save } from '../ui/save';
import { toCsv } from './export/csv';
import type { Exported } from './export/exported';
import { pictureOf, type Picture, type PictureKey } from './export/picture';
import { toCanvas } from './export/png';
import { sheetsOf, type SheetWords } from './export/sheet';
import { toSvg } from './export/svg';
import { toGexf, toGraphml } from './export/xml';
import { useFacetWords } from './facetWords';
import type { Explorer } from './useExplorer';
import { useDrawn, useNodeName } from './words';

/** Gives the function that makes the picture of what is shown, in the theme of the page. */
export function usePicture(explorer: Explorer, styling: Styling): () => Picture {
  const { t, format, isSafe } = useSettings();
  const drawn = useDrawn(explorer.scene, styling);
  const words = useFacetWords();
  return () => {
    const { scene } = explorer;
    const view = viewOf(scene);
    const nodes = view.nodes.map((node) => {
      const { label, radius, tone, countText } = drawn(node);
      return {
        id: node.id, kind: node.kind, label, radius, color: token(tone),
        ...(countText && { countText }),
        ...(!isSafe && scene.notes.has(node.id) && { note: scene.notes.get(node.id)! }),
      };
    });
    const shown = new Set(view.nodes.map(({ kind }) => kind));
    const hasRule = styling.colors.length > 0;
    const legend: PictureKey[] = [
      ...kinds.filter((kind) => shown.has(kind)).map((kind) => ({ kind, label: t(plural[kind]), color: token(hasRule ? '--facet-other' : `--kind-${kind}`) })),
      ...styling.colors.flatMap(({ by, values }) =>
        values.slice(0, 12).map((value, i) => ({ label: words.value(by, value, i), color: token(value.tone) })),
      ),
      ...styling.sizes.map(({ by, least, most }) => ({
        label: `${words.rule({ channel: 'size', by })}, ${words.amount(by, least)} – ${words.amount(by, most)}`,
        color: token('--text-faint'),
      })),
    ];
    const first = view.nodes[0];
    const title = first ? `${drawn(first).label} · ${t('pictureOf', format.whole(view.nodes.length), format.whole(view.links.length))}` : t('product');
    return pictureOf(nodes, view.links, view.positions, legend, { title, day: format.day(new Date().toISOString()) }, {
      ground: token('--ground'), text: token('--text'), faint: token('--text-faint'), link: token('--link'), glyph: token('--glyph'),
      note: token('--worse'), font: fonts.family,
    });
  };
}

/** The ways to carry the scene away, for a menu. */
export function useExports(explorer: Explorer, styling: Styling): MenuAction[] {
  const { t, format, isSafe } = useSettings();
  const nameOf = useName();
  const nodeName = useNodeName(explorer.scene);
  const words = useFacetWords();
  const picture = usePicture(explorer, styling);
  const { scene, history } = explorer;

  const exported = (): Exported => ({
    ...visible(scene),
    positions: scene.positions,
    nameOf,
    kindOf: (kind) => t(kind),
    isSafe,
    notes: scene.notes,
    folds: scene.folds,
  });
  const day = format.day(new Date().toISOString());
  const text = (name: string, type: string, content: string) => save(name, new Blob([content], { type }));
  const png = (scale: number) =>
    toCanvas(picture(), scale).toBlob((blob) => {
      if (blob) save(`creatorgraph-${day}@${scale}x.png`, blob);
    });
  const sheetWords: SheetWords = {
    nodes: t('sheetNodes'), links: t('sheetLinks'), key: t('columnKey'), name: t('name'), kind: t('kind'), followers: t('followers'),
    price: t('rulePrice'), budget: t('budget'), linkCount: t('links'), note: t('note'), fold: t('columnFold'),
    from: t('from'), link: t('linkKind'), to: t('to'), weight: t('linkWeight'), dates: t('linkDates'),
    facet: words.facet,
    value: (by, [id, label]) => words.value(by, { id, label }, 0),
    linkKind: (kind) => t(kind),
    foldName: nodeName,
    days: (link) => daysOf(link, scene.nodes),
  };
  const workbook = async () => {
    const { default: writeFile } = await import('write-excel-file/universal');
    save(`creatorgraph-${day}.xlsx`, await writeFile(sheetsOf(exported(), sheetWords)).toBlob());
  };
  const isEmpty = scene.nodes.size === 0;
  const actions: Omit<MenuAction, 'isDisabled'>[] = [
    { id: 'png2', label: t('exportPng', 2), onAction: () => png(2) },
    { id: 'png4', label: t('exportPng', 4), onAction: () => png(4) },
    { id: 'svg', label: t('exportSvg'), onAction: () => text(`creatorgraph-${day}.svg`, 'image/svg+xml', toSvg(picture())) },
    { id: 'xlsx', label: t('exportWorkbook'), onAction: () => void workbook() },
    { id: 'csv', label: t('exportCsv'), onAction: () => text(`creatorgraph-${day}.csv`, 'text/csv', toCsv(exported())) },
    { id: 'graphml', label: t('exportGraphml'), onAction: () => text(`creatorgraph-${day}.graphml`, 'application/xml', toGraphml(exported())) },
    { id: 'gexf', label: t('exportGexf'), onAction: () => text(`creatorgraph-${day}.gexf`, 'application/xml', toGexf(exported())) },
    {
      id: 'scene',
      label: t('exportScene'),
      // A scene file of a client-safe view holds ids, which the server's users can look up, but no names and notes.
      onAction: () =>
        text(`creatorgraph-${day}.scene.json`, 'application/json', JSON.stringify(toDocument(history, { withNames: !isSafe, withNotes: !isSafe }))),
    },
    { id: 'print', label: t('print'), onAction: () => window.print() },
  ];
  return actions.map((action) => ({ ...action, isDisabled: isEmpty }));
}
