import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CreatorLists } from '../api/generated/documents';
import { EntityLink } from '../entity/EntityLink';
import { useListName, useRemark } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { TextInput } from '../ui/Field';
import { Page, PageHead } from '../ui/Page';
import { AskPanel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import { Empty } from '../ui/State';
import styles from './lists.module.css';
import { useWrite } from './useWrite';
import { saveList } from './write';

/** All lists of creators, the last changed first. */
export function ListsPage() {
  const { t, format } = useSettings();
  const listName = useListName();
  const remark = useRemark();
  const asked = useAsk(CreatorLists, {});
  return (
    <Page>
      <PageHead title={t('listsTitle')} actions={<NewList />} />
      <AskPanel
        asked={asked}
        title={t('listsTitle')}
        note={asked.data && format.whole(asked.data.creatorLists.totalCount)}
        isFlush
        skeleton={8}
      >
        {(data) =>
          data.creatorLists.nodes.length === 0 ? (
            <Empty title={t('listsEmpty')}>{t('listsEmptyText')}</Empty>
          ) : (
            <DataTable
              label={t('listsTitle')}
              rows={data.creatorLists.nodes}
              idOf={(list) => list.id}
              columns={[
                {
                  id: 'name',
                  label: t('listName'),
                  cell: (list) => (
                    <Link to="/lists/$key" params={{ key: list.key }} dir="auto">
                      {listName(list)}
                    </Link>
                  ),
                },
                {
                  id: 'campaign',
                  label: t('CAMPAIGN'),
                  cell: (list) => (list.campaign ? <EntityLink entity={list.campaign} /> : format.absent('none')),
                },
                { id: 'note', label: t('listNote'), cell: (list) => <span dir="auto">{remark(list.note)}</span> },
                { id: 'changed', label: t('listChanged'), isNumber: true, cell: (list) => format.day(list.changed) },
              ]}
            />
          )
        }
      </AskPanel>
    </Page>
  );
}

function NewList() {
  const { t } = useSettings();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const { isRunning, error, run } = useWrite();
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = name.trim();
        if (!typed) return;
        run(async () => {
          const list = await saveList({ name: typed });
          await navigate({ to: '/lists/$key', params: { key: list.key } });
        });
      }}
    >
      <TextInput label={t('listName')} value={name} isLive onCommit={setName} isLabelHidden hint={t('listName')} />
      <Button type="submit" look="primary" icon="plus" isDisabled={isRunning}>
        {t('listNew')}
      </Button>
      {error && <Problem error={error} />}
    </form>
  );
}
