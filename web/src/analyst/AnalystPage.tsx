import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { SavedQuestions } from '../api/generated/documents';
import type { SavedQuestionsQuery } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import { sentences } from '../text/questions';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { Empty } from '../ui/State';
import styles from './AnalystPage.module.css';
import { CypherQuestion } from './CypherQuestion';
import { SavedQuestion } from './SavedQuestion';

const route = getRouteApi('/questions');

type Question = SavedQuestionsQuery['savedQueries'][number];

/** Saved questions to fill in, and Cypher for what they do not answer. The address is the question. */
export function AnalystPage() {
  const { saved, statement, parameters = {} } = route.useSearch();
  const { t } = useSettings();
  const asked = useAsk(SavedQuestions, {});
  const question = asked.data?.savedQueries.find((q) => q.name === saved);
  return (
    <Page>
      <PageHead title={t('analystTitle')} />
      <div className={styles['layout']}>
        <AskPanel asked={asked} title={t('savedQuestions')} isFlush skeleton={12}>
          {(data) => <Catalogue questions={data.savedQueries} chosen={saved} />}
        </AskPanel>
        {saved === undefined ? (
          <CypherQuestion statement={statement ?? ''} parameters={parameters} />
        ) : question ? (
          <SavedQuestion key={saved} question={question} parameters={parameters} />
        ) : (
          asked.data && <Empty title={t('gone')}>{t('goneText', saved)}</Empty>
        )}
      </div>
    </Page>
  );
}

function Catalogue({ questions, chosen }: { questions: readonly Question[]; chosen: string | undefined }) {
  const { t, format } = useSettings();
  const audiences = [...new Set(questions.map((q) => q.audience))];
  const words: Record<string, string> = { S: t('audienceS'), M: t('audienceM'), A: t('audienceA'), P: t('audienceP') };
  return (
    <nav aria-label={t('savedQuestions')} className={styles['catalogue']}>
      <Link to="/questions" search={{}} className={styles['entry']!} aria-current={chosen === undefined ? 'page' : undefined}>
        {t('ownCypher')}
      </Link>
      {audiences.map((audience) => (
        <section key={audience}>
          <h3>{[...audience].map((letter) => words[letter]).filter(Boolean).join(' · ') || audience || t('audienceOther')}</h3>
          <ul>
            {questions
              .filter((q) => q.audience === audience)
              .map((q) => (
                <li key={q.name}>
                  <Link
                    to="/questions"
                    search={{ saved: q.name }}
                    className={styles['entry']!}
                    aria-current={q.name === chosen ? 'page' : undefined}
                  >
                    {sentences[q.name]?.[format.language].title ?? q.title}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
