import { isTier, tierWord } from '../entity/tier';
import { useSettings } from '../shell/settings';
import type { TextKey } from '../text/catalogue';
import type { Condition, Facet } from './search';

export const facetTitle = {
  category: 'category',
  platform: 'platform',
  region: 'region',
  tier: 'facetTier',
  gender: 'gender',
  agency: 'agency',
} as const satisfies Record<Facet, TextKey>;

/** What a condition is called. */
export const conditionTitle = {
  ...facetTitle,
  text: 'conditionText',
  followers: 'conditionFollowers',
  price: 'conditionPrice',
  available: 'conditionAvailable',
  rebate: 'conditionRebate',
} as const satisfies Record<Condition, TextKey>;

const genders: Record<string, 'MALE' | 'FEMALE'> = { male: 'MALE', m: 'MALE', 男: 'MALE', female: 'FEMALE', f: 'FEMALE', 女: 'FEMALE' };

/** Gives the function that names a value of a facet. */
export function useValueName(): (facet: Facet, key: string, label?: string | null) => string {
  const { t } = useSettings();
  return (facet, key, label) => {
    const gender = facet === 'gender' ? genders[key.toLowerCase()] : undefined;
    if (facet === 'tier' && isTier(key)) return t(tierWord[key]);
    return gender ? t(gender) : (label ?? key);
  };
}
