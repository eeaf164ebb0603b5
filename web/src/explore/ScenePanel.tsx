import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import { KindMark } from '../entity/KindMark';
import { branches, line, sceneOf, type History, type Step } from '../scene/scene';
import type { Styling } from '../scene/style';
import { useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/Button';
import { Legend } from './Legend';
import styles from './ScenePanel.module.css';
import { StyleRules } from './StyleRules';
import type { Explorer } from './useExplorer';
import { useActText, useNodeName } from './words';

/** What is on the canvas by kind and rule, the steps that led there, what is hidden. */
export function ScenePanel({ explorer, styling, onLight }: { explorer: Explorer; styling: Styling; onLight: (ids: ReadonlySet<string>) => void }) {
  return (
    <div className={styles['panel']}>
      <Legend explorer={explorer} styling={styling} onLight={onLight} />
      <StyleRules explorer={explorer} />
      <Steps explorer={explorer} />
      <HiddenList explorer={explorer} />
    </div>
  );
}

/** The history as a list one can read and jump in. What was undone stays, faint, until another act. */
function Steps({ explorer }: { explorer: Explorer }) {
  const { t } = useSettings();
  const { history, jump } = explorer;
  const everything = useMemo(() => whole(history), [history]);
  const text = useActText(everything);
  const steps = line(history);
  const onLine = new Set(steps.map((step) => step.id));
  const position = steps.findIndex((step) => step.id === history.at);
  return (
    <section aria-label={t('steps')}>
      <h2 className={styles['title']}>{t('steps')}</h2>
      <ol className={styles['steps']}>
        <StepRow label={t('startStep')} isCurrent={history.at === 0} isAhead={false} onPress={() => jump(0)} />
        {steps.map((step, i) => (
          <StepRow
            key={step.id}
            label={text(step.act)}
            isCurrent={i === position}
            isAhead={i > position}
            others={branches(history, step.parent, onLine)}
            textOf={(other) => text(other.act)}
            onJump={(other) => jump(other.id)}
            onPress={() => jump(step.id)}
          />
        ))}
      </ol>
    </section>
  );
}

function StepRow({ label, isCurrent, isAhead, onPress, others = [], textOf, onJump }: { label: string; isCurrent: boolean; isAhead: boolean; onPress: () => void; others?: Step[]; textOf?: (step: Step) => string; onJump?: (step: Step) => void }) {
  const { t } = useSettings();
  return (
    <li>
      <AriaButton
        className={styles['step']!}
        data-current={isCurrent || undefined}
        data-ahead={isAhead || undefined}
        aria-current={isCurrent ? 'step' : undefined}
        onPress={onPress}
      >
        <span className={styles['dot']} aria-hidden="true" />
        <span className={styles['stepText']}>{label}</span>
      </AriaButton>
      {others.length > 0 && (
        <ul className={styles['branches']} aria-label={t('otherBranches')}>
          {others.map((other) => (
            <li key={other.id}>
              <AriaButton className={styles['step']!} data-ahead onPress={() => onJump?.(other)}>
                <span className={styles['stepText']}>⎇ {textOf?.(other)}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function HiddenList({ explorer }: { explorer: Explorer }) {
  const { t, format } = useSettings();
  const { scene, unhide } = explorer;
  const name = useNodeName(scene);
  const hidden = [...scene.hidden].filter((id) => scene.nodes.has(id));
  if (hidden.length === 0) return null;
  return (
    <section aria-label={t('hidden')}>
      <h2 className={styles['title']}>
        {t('hidden')} <span className={styles['count']}>{format.whole(hidden.length)}</span>
        <Button look="quiet" className={styles['push']!} onPress={() => unhide(hidden)}>
          {t('showAll')}
        </Button>
      </h2>
      <ul>
        {hidden.slice(0, 200).map((id) => (
          <li key={id} className={styles['row']}>
            <KindMark kind={scene.nodes.get(id)!.kind} />
            <span className={styles['grow']} dir="auto">
              {name(id)}
            </span>
            <IconButton icon="show" label={t('showAgain')} onPress={() => unhide([id])} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A scene that knows the nodes of all branches, for their names. */
function whole(history: History) {
  const scene = sceneOf(history);
  const nodes = new Map(scene.nodes);
  for (const step of history.steps) for (const node of step.change.nodes ?? []) nodes.set(node.id, nodes.get(node.id) ?? node);
  return { ...scene, nodes };
}
