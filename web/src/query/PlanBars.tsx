import { useSettings } from '../shell/settings';
import { readPlan } from './plan';
import styles from './PlanBars.module.css';

/** A plan as a table whose bars show where the reads of the store went. */
export function PlanBars({ drawing }: { drawing: string }) {
  const { t, format } = useSettings();
  const steps = readPlan(drawing);
  if (steps.length === 0) {
    return (
      <pre className={styles['drawing']} tabIndex={0} role="group" aria-label={t('queryPlan')}>
        {drawing}
      </pre>
    );
  }
  const most = Math.max(1, ...steps.map((s) => s.dbHits));
  return (
    <table className={styles['plan']}>
      <caption className={styles['caption']}>{t('queryPlan')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('queryOperator')}</th>
          <th scope="col">{t('queryRows')}</th>
          <th scope="col">{t('queryDbHits')}</th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {steps.map((step, i) => (
          <tr key={i} title={step.details}>
            <th scope="row" style={{ paddingLeft: step.depth * 12 }}>
              {step.operator}
            </th>
            <td>{format.whole(step.rows)}</td>
            <td>{format.whole(step.dbHits)}</td>
            <td className={styles['barCell']} aria-hidden="true">
              <span className={styles['bar']} style={{ width: `${(step.dbHits / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
