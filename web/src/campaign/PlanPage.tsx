import { getRouteApi, Link } from '@tanstack/react-router';

import { useAsk } from '../api/ask';
import { CampaignAsked, MatchCreators, PlanOptions } from '../api/generated/documents';
import { SelectionBar } from '../choose/SelectionBar';
import { EntityLink } from '../entity/EntityLink';
import { useSettings } from '../shell/settings';
import { Page, PageHead } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Empty } from '../ui/State';
import { BriefForm } from './BriefForm';
import styles from './campaign.module.css';
import { CompareStep } from './CompareStep';
import { Matches, WhyNotPanel } from './Matches';
import { OfferStep } from './OfferStep';
import { PlanStep } from './PlanStep';
import { problemOf } from './problem';
import { briefOf, isBriefed, steps, type PlanSearch, type Step } from './search';
import { Stepper } from './Stepper';

const route = getRouteApi('/plan');

/** A campaign before it is one: the brief, who suits it, and the plan. All of it stands in the address. */
export function PlanPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useSettings();
  const change = (part: Partial<PlanSearch>) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const step = search.step ?? 'match';
  return (
    <Page>
      <PageHead title={t('planTitle')} facts={search.campaign && <ForCampaign of={search.campaign} />} actions={<Link to="/models">{t('navModels')}</Link>} />
      <Stepper
        steps={search.campaign ? steps : planSteps}
        current={step}
        link={(to, props, content) =>
          search.campaign && (to === 'invite' || to === 'live' || to === 'review') ? (
            <Link to="/campaigns/$key" params={{ key: search.campaign }} search={{ step: to }} {...props}>
              {content}
            </Link>
          ) : (
            <Link to="/plan" search={{ ...search, step: to }} {...props}>
              {content}
            </Link>
          )
        }
      />
      <Workbench step={step} search={search} change={change} />
      <SelectionBar />
    </Page>
  );
}

function ForCampaign({ of }: { of: string }) {
  const { t } = useSettings();
  const { data } = useAsk(CampaignAsked, { key: of });
  if (!data?.campaign) return null;
  return (
    <>
      <span>{t('planForCampaign')}</span>
      <EntityLink entity={data.campaign} />
    </>
  );
}

const planSteps: readonly Step[] = ['match', 'plan', 'compare', 'offer'];

/** The steps before a campaign runs. */
export function Workbench({ step, search, change }: { step: Step; search: PlanSearch; change: (part: Partial<PlanSearch>) => void }) {
  if (step === 'match') return <MatchStep search={search} change={change} />;
  if (!isBriefed(search)) return <First />;
  if (step === 'compare') return <CompareStep search={search} change={change} />;
  return step === 'offer' ? <OfferStep search={search} change={change} /> : <PlanStep search={search} change={change} />;
}

function MatchStep({ search, change }: { search: PlanSearch; change: (part: Partial<PlanSearch>) => void }) {
  // The same question as that of the table, so that it is asked once; its error belongs to a field of the form.
  const { error } = useAsk(MatchCreators, { brief: briefOf(search), first: 30 }, { off: !isBriefed(search) });
  return (
    <div className={styles['layout']}>
      <BriefForm search={search} change={change} problem={problemOf(error)} />
      <div className={styles['stack']}>
        {isBriefed(search) ? (
          <>
            <Matches search={search} change={change} />
            <WhyNotPanel search={search} />
          </>
        ) : (
          <First />
        )}
      </div>
    </div>
  );
}

/** What can be asked, and three briefs to begin with. */
function First() {
  const { t } = useSettings();
  const asked = useAsk(PlanOptions, {});
  return (
    <Panel title={t('matches')}>
      <Empty
        title={t('planFirst')}
        actions={asked.data?.all.categories
          .filter((c) => c.key !== null)
          .slice(0, 3)
          .map((c) => (
            <Link key={c.key} to="/plan" search={(before) => ({ ...before, step: undefined, categories: [c.key!] })} className={styles['example']!}>
              {c.label}
            </Link>
          ))}
      >
        {t('planFirstText')}
      </Empty>
    </Panel>
  );
}
