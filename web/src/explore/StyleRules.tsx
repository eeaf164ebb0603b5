import { useMemo } from 'react';

import { facetNames, numberNames, type Rule } from '../scene/style';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import { useFacetWords } from './facetWords';
import styles from './ScenePanel.module.css';
import type { Explorer } from './useExplorer';

/** The rules by which nodes are coloured and sized; only those that something on the canvas has a value for are offered. */
export function StyleRules({ explorer }: { explorer: Explorer }) {
  const { t } = useSettings();
  const words = useFacetWords();
  const { scene, setRules } = explorer;
  const { rules } = scene;
  const offered = useMemo(() => {
    const nodes = [...scene.nodes.values()];
    const all: Rule[] = [
      ...facetNames.filter((by) => nodes.some((node) => node.facts?.facets[by])).map((by): Rule => ({ channel: 'color', by })),
      ...numberNames.filter((by) => by === 'links' || nodes.some((node) => node.facts?.numbers[by] !== undefined)).map((by): Rule => ({ channel: 'size', by })),
    ];
    return all.filter((rule) => !scene.rules.some((other) => other.channel === rule.channel && other.by === rule.by));
  }, [scene]);
  if (scene.nodes.size === 0) return null;
  return (
    <section aria-label={t('styles')}>
      <h2 className={styles['title']}>
        {t('styles')}
        <span className={styles['push']}>
          <MenuButton
            isIconOnly
            icon="plus"
            label={t('styleAdd')}
            actions={offered.map((rule) => ({
              id: `${rule.channel} ${rule.by}`,
              label: words.rule(rule),
              onAction: () => setRules([...rules, rule]),
            }))}
          />
        </span>
      </h2>
      {rules.length === 0 ? (
        <p className={styles['hint']}>{t('styleNone')}</p>
      ) : (
        <ol>
          {rules.map((rule) => (
            <li key={`${rule.channel} ${rule.by}`} className={styles['row']}>
              <span className={styles['grow']}>{words.rule(rule)}</span>
              <IconButton icon="close" label={t('styleRemove', words.rule(rule))} onPress={() => setRules(rules.filter((other) => other !== rule))} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
