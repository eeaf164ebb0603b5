import { plural } from '../entity/kind';
import { useMoney, useName } from '../entity/naming';
import type { Fold } from '../scene/fold';
import type { Act, Scene, SceneLink } from '../scene/scene';
import type { Styling } from '../scene/style';
import type { ViewNode } from '../scene/view';
import { useSettings } from '../shell/settings';

/** Gives the function that names a node of a scene, whether it is shown or not. */
export function useNodeName(scene: Scene): (id: string) => string {
  const { t } = useSettings();
  const nameOf = useName();
  const foldName = useFoldName();
  return (id) => {
    const node = scene.nodes.get(id);
    if (node) return nameOf(node);
    const fold = scene.folds.get(id);
    return fold ? foldName(fold, scene) : t('aNode');
  };
}

/** Gives the function that names a fold: 24 campaigns of 朔里; a community; 5 nodes. */
export function useFoldName(): (fold: Fold, scene: Scene) => string {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  return (fold, scene) => {
    const hub = scene.nodes.get(fold.of);
    if (fold.type === 'leaves' && hub) return t('foldLeavesOf', t(plural[fold.kind]), nameOf(hub));
    if (fold.type === 'community') {
      const label = fold.label || scene.nodes.get(fold.members[0] ?? '')?.facts?.facets.community?.[1];
      // A community without categories is named after one of its members.
      return isSafe || !label ? t('community') : label;
    }
    return t(plural[fold.kind]);
  };
}

/** Gives the function that tells a step in words; `scene` is one that holds all names. */
export function useActText(scene: Scene): (act: Act) => string {
  const { t, format } = useSettings();
  const name = useNodeName(scene);
  const names = (ids: readonly string[]) => {
    const first = ids[0] ? name(ids[0]) : t('aNode');
    return ids.length > 1 ? t('andMore', first, format.whole(format.language === 'zh' ? ids.length : ids.length - 1)) : first;
  };
  return (act) => {
    switch (act.type) {
      case 'add':
        return t('actAdd', names(act.ids));
      case 'expand':
        return t('actExpand', name(act.of), act.kind ? t(act.kind) : '');
      case 'paths':
        return t('actPaths', name(act.from), name(act.to));
      case 'collaborations':
        return t('actCollaborations');
      case 'linksAmong':
        return t('actLinksAmong', format.whole(act.count));
      case 'hide':
        return t('actHide', names(act.ids));
      case 'show':
        return t('actShow', names(act.ids));
      case 'keepOnly':
        return t('actKeepOnly', format.whole(act.ids.length));
      case 'move':
        return t('actMove', names(act.ids));
      case 'pin':
        return t('actPin', names(act.ids));
      case 'unpin':
        return t('actUnpin', names(act.ids));
      case 'tidy':
        return t('actTidy');
      case 'note':
        return t('actNote', name(act.id));
      case 'fold':
        return t('actFold', format.whole(act.count));
      case 'unfold':
        return t('actUnfold', format.whole(act.count));
      case 'style':
        return t('actStyle');
      case 'months':
        return t('actMonths');
      case 'open':
        return t('actOpen');
    }
  };
}

/** Gives the function that shows a link's weight as what it is: a fee, a share, a closeness. */
export function useLinkWeight(): (link: Pick<SceneLink, 'kind' | 'weight'>) => string {
  const { format } = useSettings();
  const money = useMoney();
  return ({ kind, weight }) => {
    if (weight === null) return format.absent('none');
    if (kind === 'PARTICIPATED_IN') return money(weight, true);
    return kind === 'REACHES' ? format.rate(weight, 1) : format.ratio(weight);
  };
}

/** Gives the function that says how a node or a bubble is drawn: its name, size and colour. */
export function useDrawn(scene: Scene, styling: Styling): (node: ViewNode) => { label: string; radius: number; tone: string; countText?: string } {
  const { format } = useSettings();
  const nameOf = useName();
  const foldName = useFoldName();
  return (node) => {
    if (!node.fold) return { label: nameOf(node), ...styling.look(node) };
    const { count = 0 } = node;
    // By area, so that twice as many look like twice as much.
    const radius = Math.min(36, 12 + 2.6 * Math.sqrt(count));
    return { label: foldName(node.fold, scene), radius, tone: styling.colors.length > 0 ? '--facet-other' : `--kind-${node.kind}`, countText: format.count(count) };
  };
}
