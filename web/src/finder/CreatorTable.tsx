import type { ContentFormat, FoundCreatorFragment } from '../api/generated/types';
import { toggle, useSelection } from '../choose/selection';
import { EntityLink } from '../entity/EntityLink';
import { useMoney, useName } from '../entity/naming';
import { useTermColumns, type Period } from '../entity/terms';
import { useSettings } from '../shell/settings';
import { Checkbox } from '../ui/Checkbox';
import { DataTable, type Column, type Sorting } from '../ui/DataTable';
import { defaultFormat } from './search';

/** The price that a creator asks for a format. */
export function priceOf(creator: FoundCreatorFragment, format: ContentFormat): number | null {
  return {
    SHORT_VIDEO: creator.shortVideo,
    MID_VIDEO: creator.midVideo,
    IMAGE_TEXT: creator.imageText,
    LIVE: creator.live,
  }[format];
}

/** Creators with their prices and results, to select from. */
export function CreatorTable({
  creators,
  format: priced = defaultFormat,
  sorting,
  period,
  onSort,
}: {
  creators: readonly FoundCreatorFragment[];
  format?: ContentFormat | undefined;
  sorting: Sorting;
  /** The days whose availability is shown. */
  period: Period;
  onSort: (id: string) => void;
}) {
  const { t, format } = useSettings();
  const money = useMoney();
  const nameOf = useName();
  const selected = new Set(useSelection().map((s) => s.id));
  const [rebate, ...watched] = useTermColumns<FoundCreatorFragment>(creators.map((c) => c.id), (c) => c.id, period);
  const columns: Column<FoundCreatorFragment>[] = [
    {
      id: 'NAME',
      label: t('CREATOR'),
      isSortable: true,
      cell: (c) => (
        <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
          <Checkbox
            aria-label={`${t('select')} ${nameOf(c)}`}
            isSelected={selected.has(c.id)}
            onChange={() => toggle(c)}
          />
          <EntityLink entity={c} />
        </span>
      ),
    },
    {
      id: 'FOLLOWERS',
      label: t('followers'),
      isNumber: true,
      isSortable: true,
      cell: (c) => <span title={format.whole(c.followers)}>{format.count(c.followers, 'unknown')}</span>,
    },
    { id: 'category', label: t('category'), cell: (c) => c.categories[0]?.name ?? format.absent('unknown') },
    { id: 'region', label: t('region'), cell: (c) => c.region ?? format.absent('unknown') },
    {
      id: 'PRICE',
      label: t(priced),
      isNumber: true,
      isSortable: true,
      cell: (c) => money(priceOf(c, priced)),
    },
    ...[watched.at(-1), rebate].filter((column) => column !== undefined),
    { id: 'CAMPAIGNS', label: t('campaigns'), isNumber: true, isSortable: true, cell: (c) => format.whole(c.performance.participations) },
    { id: 'CPM', label: t('cpm'), isNumber: true, isSortable: true, cell: (c) => money(c.performance.cpm) },
    { id: 'cpe', label: t('cpe'), isNumber: true, cell: (c) => money(c.performance.cpe) },
    { id: 'ctr', label: t('ctr'), isNumber: true, cell: (c) => format.rate(c.performance.ctr) },
    ...watched.slice(0, -1),
    { id: 'agency', label: t('agency'), cell: (c) => (c.agency ? <EntityLink entity={c.agency} /> : format.absent('none')) },
  ];
  return <DataTable label={t('creators')} columns={columns} rows={creators} idOf={(c) => c.id} sorting={sorting} onSort={onSort} />;
}
