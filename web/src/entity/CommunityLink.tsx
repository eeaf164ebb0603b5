import { Link } from '@tanstack/react-router';

import { useSettings } from '../shell/settings';
import styles from './EntityLink.module.css';

/** Gives the function that names a community: by categories, which are no secret, or where it has none by a creator, which is. */
export function useCommunityName(): (name: string) => string {
  const { t, isSafe } = useSettings();
  return (name) => (isSafe && !name.includes(' · ') ? t('communityPage') : name);
}

/** A community by its name, leading to its page. */
export function CommunityLink({ community, hasSize }: { community: { id: string; name: string; size: number }; hasSize?: boolean }) {
  const { format } = useSettings();
  const name = useCommunityName()(community.name);
  return (
    <Link to="/communities/$key" params={{ key: community.id }} className={styles['link']!}>
      <span className={styles['name']} dir="auto">
        {hasSize ? `${name} · ${format.count(community.size)}` : name}
      </span>
    </Link>
  );
}
