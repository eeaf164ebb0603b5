import { Link } from '@tanstack/react-router';

import { useSettings } from '../shell/settings';
import styles from './EntityLink.module.css';

/** A community by its name, leading to its page. It is named by categories, which are no secret. */
export function CommunityLink({ community, hasSize }: { community: { id: string; name: string; size: number }; hasSize?: boolean }) {
  const { t, format, isSafe } = useSettings();
  // One without categories bears the name of a creator.
  const name = isSafe && !community.name.includes(' · ') ? t('communityPage') : community.name;
  return (
    <Link to="/communities/$key" params={{ key: community.id }} className={styles['link']!}>
      <span className={styles['name']} dir="auto">
        {hasSize ? `${name} · ${format.count(community.size)}` : name}
      </span>
    </Link>
  );
}
