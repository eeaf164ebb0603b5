import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useAsk } from '../api/ask';
import { CampaignAsked, PlanCampaign } from '../api/generated/documents';
import type { PlanCampaignQuery } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useWrite } from '../lists/useWrite';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import type { Column } from '../ui/DataTable';
import { NumberInput, TextInput } from '../ui/Field';
import { Figures } from '../ui/Figures';
import { AskPanel, Panel } from '../ui/Panel';
import { Problem } from '../ui/Problem';
import { Brand } from './BriefForm';
import styles from './campaign.module.css';
import { ExpandTable } from './ExpandTable';
import { Offer } from './OfferChart';
import { invitationsOf, offerOf } from './invitations';
import { briefOf, defaultBudget, planOf, type PlanSearch } from './search';
import { exportOffers } from './runSheets';
import { createCampaign, inviteCreators, modelVersion } from './write';

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
}

type Pick = PlanCampaignQuery['planCampaign']['picks'][number];

/** What each creator of the plan is offered; then they are invited, to a campaign that is there or to a new one. */
export function OfferStep({ search, change }: Part) {
  const { t, isSafe } = useSettings();
  const nameOf = useName();
  const asked = useAsk(PlanCampaign, planOf(search));
  const campaign = useAsk(CampaignAsked, { key: search.campaign ?? '' }, { off: !search.campaign });
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const before = new Set(campaign.data?.campaign?.invitations.nodes.map((i) => i.creator.id));
  const picks = asked.data?.planCampaign.picks ?? [];
  const chosen = picks.filter((p) => !skipped.has(p.creator.id) && !before.has(p.creator.id));
  const skip = (id: string) =>
    setSkipped((set) => {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div className={styles['stack']}>
      <AskPanel
        asked={asked}
        title={t('stepOffer')}
        note={t('offerNote')}
        actions={
          <Button icon="download" isDisabled={picks.length === 0} onPress={() => void exportOffers(picks, search, t, nameOf, isSafe)}>
            {t('exportXlsx')}
          </Button>
        }
        isFlush
        skeleton={12}
        isEmpty={(data) => data.planCampaign.picks.length === 0}
      >
        {(data) => <Offers picks={data.planCampaign.picks} search={search} change={change} skipped={skipped} before={before} onSkip={skip} />}
      </AskPanel>
      {asked.data && <Invite plan={asked.data.planCampaign} chosen={chosen} search={search} change={change} />}
    </div>
  );
}

function Offers({ picks, search, change, skipped, before, onSkip }: Part & { picks: readonly Pick[]; skipped: ReadonlySet<string>; before: ReadonlySet<string>; onSkip: (id: string) => void }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const set = (p: Pick, fen: number | null) => {
    const rest = { ...search.offers };
    delete rest[p.creator.id];
    const next = fen === null || fen === p.predicted.fee ? rest : { ...rest, [p.creator.id]: fen };
    change({ offers: Object.keys(next).length > 0 ? next : undefined });
  };
  const columns: Column<Pick>[] = [
    {
      id: 'creator',
      label: t('CREATOR'),
      cell: (p) => (
        <span className={styles['who']}>
          <Checkbox
            aria-label={t('offerInviteName', nameOf(p.creator))}
            isSelected={!skipped.has(p.creator.id) && !before.has(p.creator.id)}
            isDisabled={before.has(p.creator.id)}
            onChange={() => onSkip(p.creator.id)}
          />
          <EntityLink entity={p.creator} />
        </span>
      ),
    },
    { id: 'followers', label: t('followers'), isNumber: true, cell: (p) => format.count(p.creator.followers) },
    { id: 'format', label: t('format'), cell: (p) => t(p.format) },
    { id: 'asked', label: t('asked'), isNumber: true, cell: (p) => money(p.predicted.fee, true) },
    { id: 'acceptance', label: t('offerAcceptsAsked'), isNumber: true, cell: (p) => format.rate(p.acceptance, 0) },
    {
      id: 'offer',
      label: t('offerYuan'),
      isNumber: true,
      cell: (p) =>
        before.has(p.creator.id) ? (
          t('offerAskedBefore')
        ) : (
          <span className={styles['offer']}>
            <NumberInput isLabelHidden label={t('planOfferOf', nameOf(p.creator))} value={offerOf(p, search) / 100} onCommit={(yuan) => set(p, yuan === null ? null : Math.round(yuan * 100))} />
          </span>
        ),
    },
    { id: 'against', label: t('offerAgainst'), isNumber: true, cell: (p) => format.change(offerOf(p, search) / Math.max(1, p.predicted.fee) - 1) },
  ];
  return (
    <ExpandTable
      label={t('stepOffer')}
      columns={columns}
      rows={picks}
      idOf={(p) => p.creator.id}
      nameOf={(p) => nameOf(p.creator)}
      verb="offer"
      detail={(p) => <Offer creator={p.creator.id} brief={briefOf(search)} format={p.format} asked={p.predicted.fee} offer={offerOf(p, search)} onOffer={(fen) => set(p, fen)} />}
    />
  );
}

/** Sends the invitations; offers together never pass the plan's budget. */
function Invite({ plan, chosen, search, change }: Part & { plan: PlanCampaignQuery['planCampaign']; chosen: readonly Pick[] }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const { isRunning, error, run } = useWrite();
  const budget = search.spend ?? search.budget ?? defaultBudget;
  const campaign = useAsk(CampaignAsked, { key: search.campaign ?? '' }, { off: !search.campaign });
  const invitations = invitationsOf(plan, chosen.map((p) => p.creator.id), search);
  const total = invitations.reduce((sum, i) => sum + (i.offer ?? 0), 0);
  const isOver = total > budget;
  const known = search.campaign ? campaign.data?.campaign : null;
  const isReady = invitations.length > 0 && !isOver && (known || (search.brand && name.trim() !== ''));
  const send = () =>
    run(async () => {
      const version = await modelVersion();
      const { id, key } = known ?? (await createCampaign(campaignOf(search, name.trim(), budget)));
      await inviteCreators(id, invitations.map((i) => ({ ...i, ...(i.source === 'RECOMMENDED' && { modelVersion: version }) })));
      await navigate({ to: '/campaigns/$key', params: { key }, search: { step: 'invite' } });
    });
  return (
    <Panel title={known ? t('inviteTo', known.name) : t('inviteNew')}>
      <div className={styles['form']}>
        <Figures
          figures={[
            { label: t('inviteCount'), value: format.whole(invitations.length) },
            { label: t('inviteTotal'), value: money(total), title: money(total, true), note: t('inviteOf', money(budget)) },
          ]}
        />
        {isOver && (
          <p className={styles['problem']} role="alert">
            {t('inviteOver', money(total - budget))}
          </p>
        )}
        {!known && (
          <div className={styles['pair']}>
            <TextInput label={t('inviteName')} value={name} isLive onCommit={setName} />
            <Brand search={search} change={change} problem={null} />
          </div>
        )}
        {!known && !search.brand && <p className={styles['hint']}>{t('inviteBrand')}</p>}
        <span className={styles['buttons']}>
          <Button look="primary" isDisabled={!isReady || isRunning} onPress={send}>
            {t('inviteSend', invitations.length)}
          </Button>
          <span className={styles['hint']}>{t('inviteLogged')}</span>
        </span>
        {error && <Problem error={error} />}
      </div>
    </Panel>
  );
}

function campaignOf(search: PlanSearch, name: string, budget: number) {
  return {
    name,
    brand: search.brand!,
    objective: search.objective ?? ('AWARENESS' as const),
    budget,
    ...(search.categories && { categories: search.categories }),
    ...(search.formats && { formats: search.formats }),
    ...(search.segments && { targetSegments: search.segments }),
    ...(search.starts && { starts: search.starts }),
    ...(search.ends && { ends: search.ends }),
  };
}
