import { Link } from '@tanstack/react-router';

import { KindMark } from './KindMark';
import styles from './EntityLink.module.css';
import { useName, type Named } from './naming';
import { entityPages, hasPage } from './pages';

/** An entity as its mark and name, leading to its page, or to the graph around it where its kind has none. */
export function EntityLink({ entity }: { entity: Named }) {
  const nameOf = useName();
  const content = (
    <>
      <KindMark kind={entity.kind} />
      <span className={styles['name']} dir="auto">
        {nameOf(entity)}
      </span>
    </>
  );
  if (entity.key && hasPage(entity.kind)) {
    return (
      <Link to={entityPages[entity.kind]} params={{ key: entity.key }} className={styles['link']!}>
        {content}
      </Link>
    );
  }
  return (
    <Link to="/explore" search={{ of: entity.id }} className={styles['link']!}>
      {content}
    </Link>
  );
}
