import { useAsk, type Asked } from '../api/ask';
import { PlanSwaps } from '../api/generated/documents';
import type { PlanCampaignQuery } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable, type Column } from '../ui/DataTable';
import { AskPanel } from '../ui/Panel';
import { State } from '../ui/State';
import styles from './campaign.module.css';
import { ExpandTable } from './ExpandTable';
import { PlaceToggles, useMatchColumns } from './Matches';
import { planOf, stoodIn, type PlanSearch } from './search';

interface Part {
  search: PlanSearch;
  change: (part: Partial<PlanSearch>) => void;
}

type Pick = PlanCampaignQuery['planCampaign']['picks'][number];

/** Who is in the plan, what each adds to it, and who stands in if one declines. */
export function Picks({ asked, search, change }: Part & { asked: Asked<PlanCampaignQuery> }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const plan = asked.data!.planCampaign;
  const columns = useMatchColumns(plan.picks, search.objective ?? 'AWARENESS');
  const unique = new Map(plan.contributions.map((c) => [c.creator.id, c.unique]));
  const who: Column<Pick> = { id: 'creator', label: t('CREATOR'), cell: (p) => <EntityLink entity={p.creator} /> };
  const adds: Column<Pick> = { id: 'unique', label: t('addsPeople'), isNumber: true, cell: (p) => format.count(unique.get(p.creator.id)) };
  const place: Column<Pick> = {
    id: 'place',
    label: t('planPlace'),
    cell: (p) => <PlaceToggles id={p.creator.id} name={nameOf(p.creator)} search={search} change={change} />,
  };
  const away = (search.excluded?.length ?? 0) + (search.locked?.length ?? 0);
  return (
    <AskPanel
      asked={asked}
      title={t('picks')}
      note={t('picksNote', search.locked?.length ?? 0, search.excluded?.length ?? 0)}
      actions={
        away > 0 && (
          <Button look="quiet" onPress={() => change({ locked: undefined, standIns: undefined, excluded: undefined })}>
            {t('planFree')}
          </Button>
        )
      }
      isFlush
    >
      {({ planCampaign }) => (
        <ExpandTable
          label={t('picks')}
          columns={[who, ...columns, adds, place]}
          rows={planCampaign.picks}
          idOf={(p) => p.creator.id}
          nameOf={(p) => nameOf(p.creator)}
          verb="swaps"
          detail={(p) => <Swaps pick={p} search={search} change={change} />}
        />
      )}
    </AskPanel>
  );
}

function Swaps({ pick, search, change }: Part & { pick: Pick }) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const asked = useAsk(PlanSwaps, { ...planOf(search), creator: pick.creator.id });
  const signed = (value: number, write: (size: number) => string) => `${value < 0 ? '−' : '+'}${write(Math.abs(value))}`;
  const take = (id: string) => {
    const { locked, standIns, excluded } = stoodIn(search, pick.creator.id, id);
    change({ locked, standIns, excluded });
  };
  return (
    <section>
      <h3 className={styles['subhead']}>{t('swapsOf', nameOf(pick.creator))}</h3>
      <State asked={asked} skeleton={4} isEmpty={(data) => data.planCampaign.swaps.length === 0}>
        {(data) => (
          <DataTable
            label={t('swapsOf', nameOf(pick.creator))}
            rows={data.planCampaign.swaps}
            idOf={(s) => s.creator.id}
            columns={[
              { id: 'creator', label: t('CREATOR'), cell: (s) => <EntityLink entity={s.creator} /> },
              { id: 'followers', label: t('followers'), isNumber: true, cell: (s) => format.count(s.creator.followers) },
              { id: 'reach', label: t('swapReach'), isNumber: true, cell: (s) => signed(s.reach, (size) => format.count(size)) },
              { id: 'fee', label: t('swapFee'), isNumber: true, cell: (s) => signed(s.fee, (size) => money(size)) },
              { id: 'acceptance', label: t('acceptance'), isNumber: true, cell: (s) => format.rate(s.acceptance, 0) },
              {
                id: 'take',
                label: t('planPlace'),
                cell: (s) => (
                  <Button look="quiet" aria-label={t('swapTakeName', nameOf(s.creator))} onPress={() => take(s.creator.id)}>
                    {t('swapTake')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </State>
    </section>
  );
}
