import { useQueries } from '@tanstack/react-query';

import { question } from '../api/ask';
import { CreatorTerms } from '../api/generated/documents';
import type { CreatorTermsQuery } from '../api/generated/types';
import { useSettings } from '../shell/settings';
import type { Column } from '../ui/DataTable';
import { dayNumber, plusDays, today } from '../ui/days';
import { creatorsOf } from './creators';

/** Rebate, rates, availability and watched contents of one creator. */
export type Terms = Extract<NonNullable<CreatorTermsQuery['nodes'][number]>, { __typename: 'Creator' }>;

/** A period of days, both included. */
export interface Period {
  from: string;
  to: string;
}

/** How many creators are asked for at once. */
const batch = 50;

/** The 30 days from today. */
export function nextDays(): Period {
  const from = today();
  return { from, to: plusDays(from, 29) };
}

/** The terms of creators as they arrive, by id; whoever is not there yet, or not any more, is missing. */
export function useTerms(ids: readonly string[], period: Period): ReadonlyMap<string, Terms> {
  const batches = Array.from({ length: Math.ceil(ids.length / batch) }, (_, i) => ids.slice(i * batch, (i + 1) * batch));
  return useQueries({
    queries: batches.map((some) => question(CreatorTerms, { ids: some, ...period })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data ? creatorsOf(data.data.nodes) : [])).map((terms) => [terms.id, terms])),
  });
}

/** How many days of the asked period are held or booked. */
export function takenDays(terms: Terms): number {
  return terms.availability
    .filter((slot) => slot.state !== 'FREE')
    .reduce((sum, slot) => sum + dayNumber(slot.to) - dayNumber(slot.from) + 1, 0);
}

/** Gives the columns of terms for a table of creators; a cell is empty until its answer is there. */
export function useTermColumns<Row>(ids: readonly string[], idOf: (row: Row) => string, period: Period): Column<Row>[] {
  const { t, format, isSafe } = useSettings();
  const terms = useTerms(ids, period);
  const column = (id: string, label: string, text: (terms: Terms) => string): Column<Row> => ({
    id,
    label,
    isNumber: true,
    cell: (row) => {
      const known = terms.get(idOf(row));
      return known ? text(known) : '';
    },
  });
  // Sponsored, then organic, as the heads say.
  const both = (name: 'completion' | 'engagement' | 'hitRate') => (known: Terms) => {
    const { sponsored, organic } = known.contentStats;
    if (sponsored[name] === null && organic[name] === null) return format.absent('unknown');
    return `${format.rate(sponsored[name], 0)} / ${format.rate(organic[name], 0)}`;
  };
  return [
    column('rebate', t('rebate'), (known) => (isSafe ? format.absent('denied') : format.rate(known.rebate, 0, 'unknown'))),
    column('completion', `${t('completion')} ${t('sponsoredOrganic')}`, both('completion')),
    column('engagement', `${t('engagementRate')} ${t('sponsoredOrganic')}`, both('engagement')),
    column('hitRate', `${t('hitRate')} ${t('sponsoredOrganic')}`, both('hitRate')),
    column('available', t('availabilityIn', period.from.slice(5), period.to.slice(5)), (known) => {
      const taken = takenDays(known);
      return taken === 0 ? t('FREE') : t('daysTaken', format.whole(taken));
    }),
  ];
}
