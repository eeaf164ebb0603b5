import type { FiguresFragment } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import type { Figure } from '../ui/Figures';
import { useMoney } from './naming';

/** The figures of a performance as tiles, each beside the benchmark's where there is one. */
export function usePerformance(): (of: FiguresFragment, benchmark?: FiguresFragment) => Figure[] {
  const { t, format } = useSettings();
  const money = useMoney();
  return (of, benchmark) => {
    // How far a ratio is from the benchmark's; totals of one campaign and of many are not compared.
    const against = (name: 'cpm' | 'cpe' | 'ctr' | 'cvr' | 'roi') => {
      const own = of[name];
      const usual = benchmark?.[name];
      if (own == null || !usual || name === 'roi') return undefined;
      return t('against', format.change(own / usual - 1));
    };
    return [
      { label: t('participations'), value: format.count(of.participations), title: format.whole(of.participations) },
      { label: t('spend'), value: money(of.fee), title: money(of.fee, true) },
      { label: t('impressions'), value: format.count(of.impressions), title: format.whole(of.impressions) },
      { label: t('engagements'), value: format.count(of.engagements), title: format.whole(of.engagements) },
      { label: t('clicks'), value: format.count(of.clicks), title: format.whole(of.clicks) },
      { label: t('conversions'), value: format.count(of.conversions), title: format.whole(of.conversions) },
      { label: t('cpm'), value: money(of.cpm), note: against('cpm') },
      { label: t('cpe'), value: money(of.cpe), note: against('cpe') },
      { label: t('ctr'), value: format.rate(of.ctr), note: against('ctr') },
      { label: t('cvr'), value: format.rate(of.cvr), note: against('cvr') },
      { label: t('roi'), value: format.ratio(of.roi) },
    ];
  };
}
