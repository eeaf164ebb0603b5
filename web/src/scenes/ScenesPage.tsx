import { Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { Scenes } from '../api/generated/documents';
import { useWrite } from '../lists/useWrite';
import { useSettings } from '../shell/settings';
import { IconButton } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import { Empty } from '../ui/State';
import { deleteScene } from './write';

/** All scenes that the server keeps, the last saved first. */
export function ScenesPage() {
  const { t, format } = useSettings();
  const { isRunning, error, run } = useWrite();
  const asked = useAsk(Scenes, {});
  return (
    <Page>
      <PageHead title={t('scenesTitle')} />
      {error && <Problem error={error} />}
      <AskPanel asked={asked} title={t('scenesTitle')} note={asked.data && format.whole(asked.data.scenes.totalCount)} isFlush skeleton={8}>
        {(data) =>
          data.scenes.nodes.length === 0 ? (
            <Empty title={t('scenesEmpty')} actions={<Link to="/explore">{t('navExplore')}</Link>}>
              {t('scenesEmptyText')}
            </Empty>
          ) : (
            <DataTable
              label={t('scenesTitle')}
              rows={data.scenes.nodes}
              idOf={(scene) => scene.id}
              columns={[
                {
                  id: 'name',
                  label: t('listName'),
                  cell: (scene) => (
                    <Link to="/explore" search={{ scene: scene.key }} dir="auto">
                      {scene.name}
                    </Link>
                  ),
                },
                { id: 'note', label: t('listNote'), cell: (scene) => <span dir="auto">{scene.note ?? ''}</span> },
                { id: 'changed', label: t('listChanged'), isNumber: true, cell: (scene) => format.day(scene.changed) },
                {
                  id: 'delete',
                  label: '',
                  cell: (scene) => (
                    <IconButton icon="close" isDisabled={isRunning} label={t('sceneDelete', scene.name)} onPress={() => run(() => deleteScene(scene.id))} />
                  ),
                },
              ]}
            />
          )
        }
      </AskPanel>
    </Page>
  );
}
