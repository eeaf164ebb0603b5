import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { CampaignPage as CampaignDocument } from '../api/generated/documents';
import type { CampaignPageQuery } from '../api/generated/types';
import { InviteStep } from '../campaign/InviteStep';
import { LiveStep } from '../campaign/LiveStep';
import { ReviewStep } from '../campaign/ReviewStep';
import { campaignSteps, type PlanSearch, steps } from '../campaign/search';
import { Stepper } from '../campaign/Stepper';
import { Chips } from '../entity/Chips';
import { EntityLink } from '../entity/EntityLink';
import { useMoney } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { EntityPage } from './entityPage';

const route = getRouteApi('/campaigns/$key');

export type Campaign = NonNullable<CampaignPageQuery['campaign']>;

const pages = { invite: InviteStep, live: LiveStep, review: ReviewStep };

/** One campaign as the loop that it is: from its brief to its review. The steps before it runs stand on the page of plans. */
export function CampaignPage() {
  const { key } = route.useParams();
  const { step = 'live' } = route.useSearch();
  const { t } = useSettings();
  const asked = useAsk(CampaignDocument, { key });
  const Step = pages[step];
  return (
    <EntityPage
      asked={asked}
      pick={(data) => data.campaign}
      what={`${t('CAMPAIGN')} ${key}`}
      facts={(campaign) => <Facts campaign={campaign} />}
    >
      {(campaign) => (
        <>
          <Stepper
            steps={steps}
            current={step}
            link={(to, props, content) =>
              isOwn(to) ? (
                <Link to="/campaigns/$key" params={{ key }} search={{ step: to }} {...props}>
                  {content}
                </Link>
              ) : (
                <Link to="/plan" search={{ ...planFor(campaign), step: to }} {...props}>
                  {content}
                </Link>
              )
            }
          />
          <Step campaign={campaign} />
        </>
      )}
    </EntityPage>
  );
}

function isOwn(step: (typeof steps)[number]): step is (typeof campaignSteps)[number] {
  return (campaignSteps as readonly string[]).includes(step);
}

/** What is planned for a campaign: its own brief. Days that are past are left out, since nobody can be asked for them. */
function planFor(campaign: Campaign): PlanSearch {
  const today = new Date().toISOString().slice(0, 10);
  const isAhead = campaign.starts !== null && campaign.starts >= today;
  const search: PlanSearch = { campaign: campaign.key, brand: campaign.brand.id };
  if (campaign.objective) search.objective = campaign.objective;
  if (campaign.budget !== null) search.budget = campaign.budget;
  if (campaign.categories.length > 0) search.categories = campaign.categories.map((c) => c.key);
  if (campaign.targetSegments.length > 0) search.segments = campaign.targetSegments.map((s) => s.key);
  if (campaign.formats.length > 0) search.formats = [...campaign.formats];
  if (isAhead) search.starts = campaign.starts!;
  if (isAhead && campaign.ends) search.ends = campaign.ends;
  return search;
}

function Facts({ campaign }: { campaign: Campaign }) {
  const { t, format } = useSettings();
  const money = useMoney();
  return (
    <>
      <EntityLink entity={campaign.brand} />
      {campaign.objective && <span>{t(campaign.objective)}</span>}
      <span>{`${format.day(campaign.starts, 'unknown')} – ${campaign.ends ? format.day(campaign.ends) : t('openEnd')}`}</span>
      <span>{`${t('budget')} ${money(campaign.budget)}`}</span>
      {campaign.formats.length > 0 && <span>{format.list(campaign.formats.map((f) => t(f)))}</span>}
      <Chips entities={campaign.categories} />
      <Chips entities={campaign.targetSegments} />
    </>
  );
}
