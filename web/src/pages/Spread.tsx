import type { CategoryValueFragment, FacetValueFragment } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { isTier, tierWord } from '../entity/tier';
import { useSettings } from '../shell/settings';
import { ShareBars } from '../ui/ShareBars';
import styles from './entityPage.module.css';

/** How a group of creators is spread over the values of a property: counts, with bars as shares of the group. */
export function Spread({ title, values, of, none }: { title: string; values: readonly (FacetValueFragment | CategoryValueFragment)[]; of: number; /** What those without a value are called. */ none?: string }) {
  const { t, format } = useSettings();
  if (values.length === 0) return null;
  const nameOf = (value: (typeof values)[number]) => {
    if ('entity' in value && value.entity) return <EntityLink entity={value.entity} />;
    if (isTier(value.key)) return t(tierWord[value.key]);
    return value.label ?? value.key ?? none ?? t('unknownValue');
  };
  return (
    <section className={styles['spread']}>
      <h3>{title}</h3>
      <ShareBars
        label={title}
        shares={values.map((value) => ({
          id: value.key ?? '',
          label: nameOf(value),
          share: value.count / Math.max(1, of),
          value: format.whole(value.count),
        }))}
      />
    </section>
  );
}
