import { useState } from 'react';

import type { Question } from '../api/ask';
import type { Document } from '../api/document';
import { endpoint, request, RequestError, type ExplainedStatement } from '../api/request';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { PlanBars } from './PlanBars';
import styles from './QueryDialog.module.css';
import { forms, graphiqlAddress, snippet } from './snippets';

/** What was asked for a panel, how to ask it elsewhere, and on demand what the database did. */
export function QueryDialog({ questions, onClose }: { questions: Question[]; onClose: () => void }) {
  const { t } = useSettings();
  return (
    <Dialog title={t('queryTitle')} isSide onClose={onClose}>
      {questions.map((question, i) => (
        <OneQuestion key={i} question={question} />
      ))}
    </Dialog>
  );
}

function OneQuestion({ question }: { question: Question }) {
  const { t } = useSettings();
  const { document, variables } = question;
  const address = new URL(endpoint, window.location.href).href;
  return (
    <div className={styles['question']}>
      <div className={styles['tools']}>
        {forms.map((form) => (
          <CopyButton key={form} label={form} title={t('copyAs', form)} text={() => snippet(form, document, variables, address)} />
        ))}
        <a className={styles['link']} href={graphiqlAddress(document, variables)} target="_blank" rel="noreferrer">
          {t('openGraphiql')}
          <Icon name="external" size={14} />
        </a>
      </div>
      <Block title={t('queryAnswer')} text={document.text} />
      <Block title={t('queryVariables')} text={JSON.stringify(variables, null, 2)} />
      <Explained question={question} />
    </div>
  );
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <figure className={styles['block']}>
      <figcaption className={styles['caption']}>
        {title}
        <CopyButton text={() => text} />
      </figcaption>
      <pre className={styles['code']} tabIndex={0} role="group" aria-label={title} translate="no">
        {text}
      </pre>
    </figure>
  );
}

/** Runs the question again with `X-Explain: statement`. A mutation is not run for its plan. */
function Explained({ question }: { question: Question }) {
  const { t } = useSettings();
  const [state, setState] = useState<ExplainedStatement[] | RequestError | 'running' | null>(null);
  if (/^\s*(mutation|subscription)\b/.test(question.document.text)) return null;

  const run = async () => {
    setState('running');
    try {
      const document = question.document as Document<unknown, Record<string, unknown>>;
      setState((await request(document, question.variables, { explain: true })).statements);
    } catch (error) {
      setState(error instanceof RequestError ? error : new RequestError(String(error), 'UNKNOWN'));
    }
  };
  // The button stays where it is: with it would go the focus, and Escape would close nothing.
  return (
    <>
      <Button
        onPress={() => {
          if (state !== 'running') void run();
        }}
        className={styles['run']!}
      >
        {state === 'running' ? t('queryRunning') : t('queryRun')}
      </Button>
      {state instanceof RequestError && <p role="alert">{state.message}</p>}
      {Array.isArray(state) && (
        <div role="status" className={styles['statements']}>
          {state.length === 0 && t('queryNoStatements')}
          {state.map((statement, i) => (
            <Statement key={i} statement={statement} at={i + 1} of={state.length} />
          ))}
        </div>
      )}
    </>
  );
}

function Statement({ statement, at, of }: { statement: ExplainedStatement; at: number; of: number }) {
  const { t, format } = useSettings();
  return (
    <section className={styles['statement']}>
      <h3 className={styles['statementTitle']}>
        {t('queryStatement', at, of)}
        <span>{t('queryHits', format.whole(statement.dbHits), format.whole(statement.rows))}</span>
      </h3>
      <Block title={t('queryCypher')} text={statement.text} />
      <Block title={t('queryParameters')} text={statement.params} />
      {statement.plan && <PlanBars drawing={statement.plan} />}
    </section>
  );
}
