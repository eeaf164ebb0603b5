import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';

import { useAsk } from '../api/ask';
import { RunCypher } from '../api/generated/documents';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Select, TextInput } from '../ui/Field';
import { AskPanel, Panel } from '../ui/Panel';
import { Icon } from '../ui/Icon';
import styles from './AnalystPage.module.css';
import { parametersOf, placeOf } from './complete';
import { HistoryPanel } from './HistoryPanel';
import { history, remember } from './history';
import { useGraphNames } from './names';
import { ResultTable } from './ResultTable';
import { parameterOf, textOf } from './table';

// The editor is as heavy as the rest of the page: it comes when a statement is to be written.
const CypherEditor = lazy(() => import('./CypherEditor').then((m) => ({ default: m.CypherEditor })));

const route = getRouteApi('/questions');

const example = `MATCH (c:Creator)-[:PARTICIPATED_IN]->(:Campaign)<-[:RAN]-(b:Brand)
RETURN b.key AS key, b.name AS name, count(DISTINCT c) AS creators
ORDER BY creators DESC, key LIMIT 20`;

type ParameterType = 'text' | 'number' | 'boolean' | 'list' | 'json';

/** The types as table.ts reads them. */
const graphqlTypes: Record<ParameterType, string> = { text: 'string', number: 'float', boolean: 'boolean', list: 'list of strings', json: 'json' };

function typeOf(value: unknown): ParameterType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'json' : 'text';
}

interface Typed {
  text: string;
  type: ParameterType;
}

/** One read-only statement of one's own, a field for each of its parameters, its answer, and what was asked before. */
export function CypherQuestion({ statement, parameters }: { statement: string; parameters: Record<string, unknown> }) {
  const { t } = useSettings();
  const navigate = route.useNavigate();
  const [text, setText] = useState(statement || example);
  const [given, setGiven] = useState(statement);
  const [typed, setTyped] = useState(() => typedOf(parameters));
  if (given !== statement) {
    // A link, "back" or the history has brought another one.
    setGiven(statement);
    if (statement) setText(statement);
    setTyped({ ...typed, ...typedOf(parameters) });
  }
  const [past, setPast] = useState(history);
  const asked = useAsk(RunCypher, { statement, parameters }, { off: statement === '' });
  const names = useGraphNames(!asked.isLoading);
  const used = parametersOf(text);
  const run = () => {
    const values = Object.fromEntries(
      used.map((name) => [name, parameterOf(typed[name]?.text ?? '', graphqlTypes[typed[name]?.type ?? 'text'])]),
    );
    void navigate({ search: { statement: text, parameters: values } });
    if (text === statement) asked.again();
  };
  const answer = asked.data?.cypher;
  const isSame = text === statement;
  const error = isSame && statement !== '' ? asked.error : null;
  const place = error && placeOf(error.message);
  return (
    <div className={styles['stack']}>
      <Panel title={t('ownCypher')} question={asked.question}>
        <div className={styles['stack']}>
          <p className={styles['hint']}>{t('editorKeys')}</p>
          <div className={styles['editor']}>
            <Suspense fallback={<pre className={styles['waiting']}>{text}</pre>}>
              <CypherEditor
                label={t('editorLabel')}
                hint={t('editorHint')}
                value={text}
                names={names}
                errors={error ? [error.message] : []}
                warnings={isSame ? (answer?.warnings ?? []) : []}
                onChange={setText}
                onRun={run}
              />
            </Suspense>
          </div>
          {place && (
            <p className={styles['warning']} role="alert">
              <Icon name="warning" />
              {`${t('placeAt', String(place.line), String(place.column))}: ${place.text}`}
            </p>
          )}
          {used.length > 0 && (
            <div className={styles['parameters']} role="group" aria-label={t('parameters')}>
              {used.map((name) => (
                <Parameter key={name} name={name} value={typed[name] ?? { text: '', type: 'text' }} onChange={(value) => setTyped({ ...typed, [name]: value })} />
              ))}
            </div>
          )}
          <div>
            <Button look="primary" onPress={run}>
              {t('runQuestion')}
            </Button>
          </div>
        </div>
      </Panel>
      {statement !== '' && !place && (
        <AskPanel asked={asked} title={t('answerTable')} isFlush skeleton={10}>
          {(data) => (
            <ResultTable
              table={data.cypher}
              name="cypher"
              onShown={() => {
                if (answer) setPast(remember({ statement, parameters, at: asked.at, rows: answer.rows.length, milliseconds: answer.milliseconds }));
              }}
            />
          )}
        </AskPanel>
      )}
      <HistoryPanel past={past} />
    </div>
  );
}

function Parameter({ name, value, onChange }: { name: string; value: Typed; onChange: (value: Typed) => void }) {
  const { t } = useSettings();
  const words: Record<ParameterType, string> = {
    text: t('typeText'), number: t('typeNumber'), boolean: t('typeBoolean'), list: t('typeList'), json: t('typeJson'),
  };
  return (
    <div className={styles['parameter']}>
      <TextInput label={`$${name}`} value={value.text} onCommit={(text) => onChange({ ...value, text })} isLive />
      <Select
        label={t('parameterType', `$${name}`)}
        isLabelHidden
        value={value.type}
        options={(Object.keys(words) as ParameterType[]).map((type) => ({ value: type, label: words[type] }))}
        onChange={(type) => onChange({ ...value, type })}
      />
    </div>
  );
}

function typedOf(parameters: Record<string, unknown>): Record<string, Typed> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      { type: typeOf(value), text: typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value) },
    ]),
  );
}
