import type { CompareOverlapQuery } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import styles from './OverlapPage.module.css';

/** Shares where the ground of a cell becomes one step stronger. */
const steps = [0.005, 0.02, 0.05, 0.1, 0.25];

/** Every pair: columns bear the numbers of the rows, so that fifty fit. */
export function Matrix({ overlap }: { overlap: CompareOverlapQuery['audienceOverlap'] }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('matrixTitle')}>
      <table className={styles['matrix']}>
        <caption className={styles['hidden']}>{t('matrixTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('CREATOR')}</th>
            {overlap.shares.map(({ creator }, i) => (
              <th key={creator.id} scope="col" title={nameOf(creator)}>
                <span aria-hidden="true">{i + 1}</span>
                <span className={styles['hidden']}>{nameOf(creator)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overlap.shares.map(({ creator }, i) => (
            <tr key={creator.id}>
              <th scope="row">
                <span className={styles['row']}>
                  <span className={styles['place']}>{i + 1}</span>
                  <EntityLink entity={creator} />
                </span>
              </th>
              {overlap.matrix[i]!.map((share, j) => (
                <td
                  key={overlap.shares[j]!.creator.id}
                  data-strength={i === j ? undefined : steps.filter((step) => share >= step).length}
                  title={i === j ? undefined : `${nameOf(creator)} × ${nameOf(overlap.shares[j]!.creator)}: ${format.rate(share, 1)}`}
                >
                  {i === j ? '' : format.rate(share, share < 0.0995 ? 1 : 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
