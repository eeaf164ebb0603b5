import { letterOf } from '../entity/naming';
import { tierWord, type Tier } from '../entity/tier';
import type { FacetName, NumberName } from '../scene/scene';
import type { LegendValue, Rule } from '../scene/style';
import { useSettings } from '../shell/settings';
import type { TextKey } from '../text/catalogue';

const facetWord = {
  tier: 'ruleTier', region: 'ruleRegion', gender: 'ruleGender', category: 'ruleCategory', platform: 'rulePlatform',
  agency: 'ruleAgency', community: 'ruleCommunity', industry: 'ruleIndustry', objective: 'ruleObjective', format: 'ruleFormat',
} as const satisfies Record<FacetName, TextKey>;

const numberWord = {
  followers: 'ruleFollowers', price: 'rulePrice', budget: 'ruleBudget', links: 'ruleLinks',
} as const satisfies Record<NumberName, TextKey>;

/** Values that the API has words for. */
const valueWord: Record<string, TextKey> = {
  male: 'MALE', female: 'FEMALE',
  AWARENESS: 'AWARENESS', CONSIDERATION: 'CONSIDERATION', CONVERSION: 'CONVERSION',
  SHORT_VIDEO: 'SHORT_VIDEO', MID_VIDEO: 'MID_VIDEO', IMAGE_TEXT: 'IMAGE_TEXT', LIVE: 'LIVE',
};

/** Gives the functions that put rules, values and numbers into words; in client-safe mode agencies are letters and money is hidden. */
export function useFacetWords() {
  const { t, format, isSafe } = useSettings();
  const facet = (by: FacetName) => t(facetWord[by]);
  const number = (by: NumberName) => t(numberWord[by]);
  return {
    facet,
    number,
    rule: (rule: Rule) => (rule.channel === 'color' ? t('styleColor', facet(rule.by)) : t('styleSize', number(rule.by))),
    value: (by: FacetName, { id, label }: Pick<LegendValue, 'id' | 'label'>, at: number) => {
      if (by === 'tier') return t(tierWord[id as Tier]);
      if (isSafe && by === 'agency') return `${t('AGENCY')} ${letterOf(at)}`;
      if (isSafe && by === 'community') return `${t('community')} ${letterOf(at)}`;
      const word = valueWord[id];
      return word ? t(word as 'MALE') : label;
    },
    amount: (by: NumberName, value: number) => {
      if (by !== 'price' && by !== 'budget') return format.count(value);
      return isSafe ? format.absent('denied') : format.money(value);
    },
  };
}
