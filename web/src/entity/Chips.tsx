import { EntityLink } from './EntityLink';
import styles from './Chips.module.css';
import type { Named } from './naming';

/** Several entities in a line. */
export function Chips({ entities }: { entities: readonly Named[] }) {
  return (
    <ul className={styles['chips']}>
      {entities.map((entity) => (
        <li key={entity.id}>
          <EntityLink entity={entity} />
        </li>
      ))}
    </ul>
  );
}
