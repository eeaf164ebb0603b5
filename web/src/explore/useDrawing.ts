import { useCallback, type RefObject } from 'react';

import { communityFolds, leafFolds, selectionFold, type Fold } from '../scene/fold';
import { sceneOf, type Act, type Change, type History, type Months } from '../scene/scene';
import type { Rule } from '../scene/style';

/** The acts that change how a scene is drawn and add nothing to it: folds, rules, months. */
export function useDrawing(
  act: (done: Act, change: Change) => Promise<void>,
  current: RefObject<History>,
  setSelected: (ids: readonly string[]) => void,
) {
  const put = useCallback(
    (folds: Fold[]): boolean => {
      if (folds.length === 0) return false;
      const count = folds.reduce((sum, { members }) => sum + members.length, 0);
      void act({ type: 'fold', count }, { fold: folds });
      setSelected(folds.length === 1 ? [folds[0]!.id] : []);
      return true;
    },
    [act, setSelected],
  );

  /** Each gives whether there was anything to fold. */
  const foldLeaves = useCallback((hub?: string) => put(leafFolds(sceneOf(current.current), hub)), [put, current]);
  const foldCommunities = useCallback(() => put(communityFolds(sceneOf(current.current))), [put, current]);
  const foldSelection = useCallback(
    (ids: readonly string[]) => {
      const fold = selectionFold(sceneOf(current.current), ids);
      return fold !== null && put([fold]);
    },
    [put, current],
  );

  /** Opens folds, all unless some are named. */
  const unfold = useCallback(
    (ids?: readonly string[]) => {
      const { folds } = sceneOf(current.current);
      const opened = (ids ?? [...folds.keys()]).flatMap((id) => folds.get(id) ?? []);
      if (opened.length === 0) return;
      const members = opened.flatMap((fold) => fold.members);
      void act({ type: 'unfold', count: members.length }, { unfold: opened.map(({ id }) => id) });
      setSelected(opened.length === 1 ? members : []);
    },
    [act, current, setSelected],
  );

  const setRules = useCallback((rules: Rule[]) => void act({ type: 'style' }, { rules }), [act]);
  const setMonths = useCallback((months: Months | null) => void act({ type: 'months' }, { months }), [act]);

  return { foldLeaves, foldCommunities, foldSelection, unfold, setRules, setMonths };
}
