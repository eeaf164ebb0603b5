import { Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { Models } from '../api/generated/documents';
import type { ModelsQuery } from '../api/generated/types';
import { countCell, page, saveSheets, type Cell } from '../campaign/sheets';
import { useSentence } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Icon } from '../ui/Icon';
import { Page, PageHead } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Empty, State } from '../ui/State';
import styles from './rising.module.css';

type Model = ModelsQuery['models'][number];

/** What was learned at the last analysis, from how much, and how good it is beside plain rules (模型卡). */
export function ModelsPage() {
  const { t } = useSettings();
  const asked = useAsk(Models, {});
  const save = (models: readonly Model[]) =>
    void saveSheets(t('modelsTitle'), [
      page(
        t('modelsTitle'),
        [t('modelName'), t('modelTrained'), t('modelRows'), t('modelMetric'), t('value'), t('low95'), t('high95'), t('modelFloor'), t('modelFloorName'), t('modelDrift')],
        models.flatMap((m) =>
          m.figures.map((f): Cell[] => [m.name, m.trained, countCell(m.rows), f.metric, f.value, f.low, f.high, f.floor, f.floorName, m.drift]),
        ),
      ),
    ]);
  return (
    <Page>
      <PageHead
        title={t('modelsTitle')}
        facts={<span>{t('modelsFacts')}</span>}
        actions={
          asked.data && (
            <Button icon="download" onPress={() => save(asked.data!.models)}>
              {t('exportXlsx')}
            </Button>
          )
        }
      />
      <State asked={asked} skeleton={8}>
        {(data) =>
          data.models.length === 0 ? (
            <Empty title={t('modelsNone')} actions={<Link to="/">{t('backHome')}</Link>}>
              {t('modelsNoneText')}
            </Empty>
          ) : (
            <div className={styles['cards']}>
              {data.models.map((model) => (
                <Card key={model.name} model={model} question={asked.question} />
              ))}
            </div>
          )
        }
      </State>
    </Page>
  );
}

const names = { acceptance: 'model_acceptance', growth: 'model_growth', content: 'model_content', collaborators: 'model_collaborators', lookalikes: 'model_lookalikes', match: 'model_match' } as const;

function Card({ model, question }: { model: Model; question: Parameters<typeof Panel>[0]['question'] }) {
  const { t, format } = useSettings();
  const sentence = useSentence();
  const title = model.name in names ? t(names[model.name as keyof typeof names]) : model.name;
  const four = (value: number | null) => (value === null ? format.absent('none') : value.toLocaleString('en-US', { maximumSignificantDigits: 4 }));
  return (
    <Panel title={title} note={t('modelNote', format.day(model.trained), format.whole(model.rows))} question={question} isFlush>
      {model.figures.length === 0 ? (
        <p className={styles['inset']}>{t('modelFiguresNone')}</p>
      ) : (
        <DataTable
          label={title}
          rows={model.figures}
          idOf={(f) => f.metric}
          columns={[
            { id: 'metric', label: t('modelMetric'), cell: (f) => f.metric },
            { id: 'value', label: t('value'), isNumber: true, cell: (f) => four(f.value) },
            { id: 'interval', label: t('modelInterval'), isNumber: true, cell: (f) => (f.low === null || f.high === null ? format.absent('none') : `${four(f.low)} – ${four(f.high)}`) },
            { id: 'floor', label: t('modelFloor'), isNumber: true, cell: (f) => four(f.floor) },
            { id: 'against', label: t('modelAgainst'), isNumber: true, cell: (f) => (f.floor ? format.change(f.value / f.floor - 1) : format.absent('none')) },
            { id: 'name', label: t('modelFloorName'), cell: (f) => f.floorName ?? format.absent('none') },
          ]}
        />
      )}
      <p className={styles['drift']}>
        <Icon name={model.drift ? 'warning' : 'check'} />
        {model.drift ? sentence(model.drift) : t('modelDriftNone')}
      </p>
    </Panel>
  );
}
