import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { RunQuestion } from '../api/generated/documents';
import type { SavedQuestionsQuery } from '../api/generated/types';
import { SearchBox } from '../shell/SearchBox';
import { useSettings } from '../shell/settings';
import type { TextKey } from '../text/catalogue';
import { parameterNotes, piecesOf, sentences } from '../text/questions';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/Field';
import { AskPanel, Panel } from '../ui/Panel';
import styles from './AnalystPage.module.css';
import { HistoryPanel } from './HistoryPanel';
import { history, remember } from './history';
import { ResultTable } from './ResultTable';
import { parameterOf, textOf } from './table';

const route = getRouteApi('/questions');

type Question = SavedQuestionsQuery['savedQueries'][number];
type QuestionParameter = Question['parameters'][number];

/** Parameters that take the key of an entity, which a name finds. */
const entities: Record<string, TextKey> = { brand: 'BRAND', creator: 'CREATOR', agency: 'AGENCY', campaign: 'CAMPAIGN', creators: 'CREATOR' };

/** One saved question: a sentence to fill in, and its answer. */
export function SavedQuestion({ question, parameters }: { question: Question; parameters: Record<string, unknown> }) {
  const { t, format } = useSettings();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(question.parameters.map((p) => [p.name, textFor(parameters[p.name] ?? p.default)])),
  );
  const [past, setPast] = useState(history);
  const isComplete = question.parameters.every((p) => !p.required || parameters[p.name] !== undefined);
  const asked = useAsk(RunQuestion, { name: question.name, parameters }, { off: !isComplete });
  const isFilled = question.parameters.every((p) => !p.required || typed[p.name]);
  const set = (name: string, text: string) => setTyped((before) => ({ ...before, [name]: text }));
  const run = () => {
    const given = question.parameters
      .filter((p) => typed[p.name])
      .map((p) => [p.name, parameterOf(typed[p.name]!, kindOf(p.type))] as const);
    void navigate({ search: { saved: question.name, parameters: Object.fromEntries(given) } });
    asked.again();
  };
  const answer = asked.data?.runSavedQuery;
  const sentence = sentences[question.name]?.[format.language];
  const ownNote = (p: QuestionParameter) => (format.language === 'zh' ? parameterNotes[p.description] : undefined);
  const byName = new Map(question.parameters.map((p) => [p.name, p]));
  const pieces = piecesOf(sentence?.text ?? '');
  const inSentence = new Set(pieces.flatMap((piece) => ('parameter' in piece ? [piece.parameter] : [])));
  const others = question.parameters.filter(({ name }) => !inSentence.has(name));
  const field = (p: QuestionParameter, isLabelHidden: boolean) => (
    <TextInput label={`${p.name}${p.required ? ' *' : ''}`} isLabelHidden={isLabelHidden} isLive value={typed[p.name] ?? ''} onCommit={(text) => set(p.name, text)} />
  );
  return (
    <div className={styles['stack']}>
      <Panel title={sentence?.title ?? question.title} question={asked.question}>
        <div className={styles['stack']}>
          {sentence && (
            <div className={styles['sentence']}>
              {pieces.map((piece, i) => {
                if ('words' in piece) return <span key={i}>{piece.words}</span>;
                const p = byName.get(piece.parameter);
                return p ? (
                  <span key={i} className={styles['blank']} title={ownNote(p) ?? p.description} data-size={entities[p.name] || /\[/.test(p.type) ? 'wide' : /String/.test(p.type) ? 'middle' : 'small'}>
                    {field(p, true)}
                  </span>
                ) : null;
              })}
            </div>
          )}
          <div className={styles['finders']}>
            {question.parameters.flatMap((p) => {
              const kind = entities[p.name];
              if (!kind) return [];
              const isList = p.type.includes('[');
              return [
                <SearchBox
                  key={p.name}
                  isInline
                  label={t('findFor', t(kind as 'BRAND'))}
                  onPick={(entity) => set(p.name, isList && typed[p.name] ? `${typed[p.name]}, ${entity.key}` : entity.key)}
                />,
              ];
            })}
          </div>
          {others.length > 0 && (
            <details className={styles['more']} open={!sentence || undefined}>
              <summary>{t('moreParameters')}</summary>
              <div className={styles['parameters']}>
                {others.map((p) => (
                  <div key={p.name}>
                    {field(p, false)}
                    <Description className={styles['hint']!} own={ownNote(p)} text={p.description} />
                  </div>
                ))}
              </div>
            </details>
          )}
          <Description className={styles['text']!} own={sentence?.about} text={question.description} />
          <div>
            <Button look="primary" onPress={run} isDisabled={!isFilled}>
              {t('runQuestion')}
            </Button>
          </div>
        </div>
      </Panel>
      {isComplete && (
        <AskPanel asked={asked} title={t('answerTable')} isFlush skeleton={10}>
          {(data) => (
            <ResultTable
              table={data.runSavedQuery}
              name={question.name.replaceAll('/', '-')}
              onShown={() => {
                if (answer) setPast(remember({ saved: question.name, parameters, at: asked.at, rows: answer.rows.length, milliseconds: answer.milliseconds }));
              }}
            />
          )}
        </AskPanel>
      )}
      <HistoryPanel past={past} />
    </div>
  );
}

/** What the server says in English, or our own words of the page's language. */
function Description({ own, text, className }: { own?: string | undefined; text: string; className: string }) {
  return own ? <p className={className}>{own}</p> : <p className={className} lang="en">{text}</p>;
}

function textFor(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value);
}

/** GraphQL's notation as parameterOf reads it. */
function kindOf(type: string): string {
  return type.startsWith('[') ? 'list' : type.replace('!', '');
}
