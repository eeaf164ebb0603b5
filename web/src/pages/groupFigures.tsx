import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import type { Figure } from '../ui/Figures';

interface Totals {
  count: number;
  followers: number | null;
  spend: number | null;
  meanFollowers: number | null;
  participations: number | null;
}

/** Gives the totals of a group of creators as figures. */
export function useGroupFigures(): (totals: Totals) => Figure[] {
  const { t, format } = useSettings();
  const money = useMoney();
  return (totals) => [
    { label: t('creators'), value: format.whole(totals.count) },
    { label: t('totalReach'), value: format.count(totals.followers), title: format.whole(totals.followers) },
    { label: t('meanFollowers'), value: format.count(totals.meanFollowers && Math.round(totals.meanFollowers)) },
    { label: t('participations'), value: format.count(totals.participations) },
    { label: t('spend'), value: money(totals.spend), title: money(totals.spend, true) },
  ];
}
