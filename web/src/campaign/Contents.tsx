import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CampaignContents } from '../api/generated/documents';
import type { CampaignContentsQuery, ContentFormat, EntityFragment } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useName } from '../entity/naming';
import { formats } from '../finder/search';
import { useWrite } from '../lists/useWrite';
import type { Campaign } from '../pages/CampaignPage';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { MomentInput, NumberInput, Select, TextInput } from '../ui/Field';
import { AskPanel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import { Empty } from '../ui/State';
import styles from './campaign.module.css';
import { createContent, recordContentMetrics } from './write';

const pageSize = 50;

type Made = NonNullable<CampaignContentsQuery['campaign']>;

/** What creators published for a campaign, the newest count of each, and how another is recorded and another content added. */
export function Contents({ campaign }: { campaign: Campaign }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const { isRunning, error, run } = useWrite();
  const [first, setFirst] = useState(pageSize);
  const asked = useAsk(CampaignContents, { key: campaign.key, first });
  const contents = asked.data?.campaign?.contents;
  const moment = (at: string | undefined) => (at === undefined ? format.absent('none') : `${format.day(at)} ${format.time(Date.parse(at))}`);
  return (
    <AskPanel
      asked={asked}
      title={t('contents')}
      note={contents && t('shown', format.whole(contents.nodes.length), format.whole(contents.totalCount))}
      actions={
        contents &&
        contents.totalCount > contents.nodes.length && (
          <Button look="quiet" onPress={() => setFirst(first + 100)}>
            {t('showMore')}
          </Button>
        )
      }
      isFlush
    >
      {(data) => (
        <>
          {data.campaign!.contents.nodes.length === 0 ? (
            <Empty title={t('contentsNone')}>{t('contentsNoneText')}</Empty>
          ) : (
            <DataTable
              label={t('contents')}
              rows={data.campaign!.contents.nodes}
              idOf={(c) => c.id}
              columns={[
                { id: 'content', label: t('CONTENT'), cell: (c) => <EntityLink entity={c} /> },
                { id: 'creator', label: t('CREATOR'), cell: (c) => <EntityLink entity={c.creator} /> },
                { id: 'format', label: t('format'), cell: (c) => t(c.format) },
                { id: 'published', label: t('published'), cell: (c) => moment(c.published) },
                { id: 'views', label: t('views'), isNumber: true, cell: (c) => format.count(c.metrics.at(-1)?.views ?? null) },
                { id: 'at', label: t('countedAt'), cell: (c) => moment(c.metrics.at(-1)?.at) },
                {
                  id: 'count',
                  label: t('countViews'),
                  isNumber: true,
                  cell: (c) => (
                    <span className={styles['offer']}>
                      <NumberInput
                        isLabelHidden
                        label={t('countViewsOf', nameOf(c))}
                        value={null}
                        onCommit={(views) => views !== null && run(() => recordContentMetrics({ content: c.id, at: new Date().toISOString(), views }))}
                      />
                    </span>
                  ),
                },
              ]}
            />
          )}
          <div className={styles['inset']}>
            <Add key={data.campaign!.contents.totalCount} campaign={campaign} creators={creatorsOf(data.campaign!)} isRunning={isRunning} run={run} />
            {error && <Problem error={error} />}
          </div>
        </>
      )}
    </AskPanel>
  );
}

/** Who takes part, or has accepted to. */
function creatorsOf({ participations, invitations }: Made): EntityFragment[] {
  const all = [...participations.nodes, ...invitations.nodes.filter((i) => i.answer === 'ACCEPTED')].map((of) => of.creator);
  return [...new Map(all.map((c) => [c.id, c])).values()];
}

function Add({ campaign, creators, isRunning, run }: { campaign: Campaign; creators: EntityFragment[]; isRunning: boolean; run: (write: () => Promise<void>) => void }) {
  const { t } = useSettings();
  const nameOf = useName();
  const [creator, setCreator] = useState(creators[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<ContentFormat>(campaign.formats[0] ?? 'SHORT_VIDEO');
  const [published, setPublished] = useState<Date | null>(() => new Date());
  if (creators.length === 0) return <p className={styles['hint']}>{t('contentNobody')}</p>;
  const add = () =>
    run(() =>
      createContent({ campaign: campaign.id, creator, format: kind, published: published!.toISOString(), ...(title.trim() && { title: title.trim() }) }),
    );
  return (
    <div className={styles['add']}>
      <Select label={t('CREATOR')} value={creator} options={creators.map((c) => ({ value: c.id, label: nameOf(c) }))} onChange={setCreator} />
      <TextInput label={t('contentTitle')} value={title} isLive onCommit={setTitle} />
      <Select label={t('format')} value={kind} options={formats.map((value) => ({ value, label: t(value) }))} onChange={setKind} />
      <MomentInput label={t('published')} value={published} onCommit={setPublished} />
      <Button isDisabled={isRunning || !published} onPress={add}>
        {t('contentAdd')}
      </Button>
    </div>
  );
}
