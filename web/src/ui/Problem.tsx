import { Icon } from './Icon';
import styles from './Problem.module.css';

/** Something that was not done, in the server's words. */
export function Problem({ error }: { error: Error }) {
  return (
    <p className={styles['problem']} role="alert">
      <Icon name="warning" />
      {error.message}
    </p>
  );
}
