import type { ReactNode } from 'react';

import { useSettings } from '../shell/settings';
import styles from './campaign.module.css';
import type { Step } from './search';

const words = {
  match: 'stepMatch',
  plan: 'stepPlan',
  compare: 'stepCompare',
  offer: 'stepOffer',
  invite: 'stepInvite',
  live: 'stepLive',
  review: 'stepReview',
} as const;

/** The steps of a campaign as links, the current one marked. `link` gives the link of a step. */
export function Stepper({ steps, current, link }: { steps: readonly Step[]; current: Step; link: (step: Step, props: { className: string; 'aria-current'?: 'step' }, content: ReactNode) => ReactNode }) {
  const { t } = useSettings();
  return (
    <nav aria-label={t('stepsName')}>
      <ol className={styles['steps']}>
        {steps.map((step, i) => (
          <li key={step}>
            {link(
              step,
              { className: styles['step']!, ...(step === current && { 'aria-current': 'step' as const }) },
              <>
                <span className={styles['stepNumber']} aria-hidden="true">
                  {i + 1}
                </span>
                {t(words[step])}
              </>,
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
