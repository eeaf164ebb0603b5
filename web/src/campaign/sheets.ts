import type { Objective } from '../api/generated/types';
import type { Named } from '../entity/naming';
import type { Translate } from '../text/catalogue';
import { save } from '../ui/save';
import type { CampaignEvaluationPanelQuery } from '../api/generated/types';
import type { SizeTotals } from './bySize';
import type { Compared } from './CompareStep';
import { answerWords, type Invitation } from './InviteStep';
import type { Participation } from './LiveStep';
import { metrics, sizeName, type Comparison } from './ReviewStep';
import type { Match } from './Matches';
import type { Plan } from './PlanStep';
import type { PlanSearch } from './search';
import { unitCost, unitWord } from './outcome';
import { halfOf } from '../text/halves';

// What the campaign pages save as .xlsx. Money is in yuan with two digits, shares are percent cells.

export type Cell = null | string | number | { value: number; type: NumberConstructor; format: string } | { value: string; fontWeight: 'bold' } | { value: string; type: 'Formula'; format?: string };

export interface Sheet {
  sheet: string;
  data: Cell[][];
  columns: { width: number }[];
  stickyRowsCount?: number;
}

/** An amount in fen as a cell of yuan; nothing where the sheet is safe for a client. */
export function yuanCell(fen: number | null | undefined, isSafe: boolean): Cell {
  return isSafe || fen == null ? null : { value: Math.round(fen) / 100, type: Number, format: '#,##0.00' };
}

export function shareCell(share: number | null | undefined): Cell {
  return share == null ? null : { value: share, type: Number, format: '0.00%' };
}

export function countCell(count: number | null | undefined): Cell {
  return count == null ? null : { value: Math.round(count), type: Number, format: '#,##0' };
}

/** A page: a bold head, rows, and columns of even width. */
export function page(sheet: string, head: readonly string[], rows: Cell[][]): Sheet {
  return {
    // Excel refuses longer names, and these signs.
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows],
    columns: head.map((name) => ({ width: Math.max(12, name.length * 2) })),
    stickyRowsCount: 1,
  };
}

export async function saveSheets(name: string, sheets: Sheet[]) {
  const { default: writeFile } = await import('write-excel-file/universal');
  save(`${name} ${new Date().toISOString().slice(0, 10)}.xlsx`, await writeFile(sheets).toBlob());
}

type NameOf = (entity: Named) => string;

/** The head of the columns that matchCells fills. */
export function matchHead(objective: Objective, t: Translate): string[] {
  const three = (name: string) => [name, `${name} ${t('low80')}`, `${name} ${t('high80')}`];
  return [
    t('CREATOR'),
    t('key'),
    t('followers'),
    t('format'),
    `${t('asked')} (¥)`,
    ...three(t('impressions')),
    ...three(t('ctr')),
    ...three(`${t(unitWord[objective])} (¥)`),
    t('acceptance'),
    t('evidence'),
  ];
}

export function matchCells(m: Omit<Match, 'reasons'>, objective: Objective, t: Translate, nameOf: NameOf, isSafe = false): Cell[] {
  const p = m.predicted;
  const cost = unitCost(p, objective);
  return [
    nameOf(m.creator),
    isSafe ? '' : m.creator.key,
    m.creator.followers,
    t(m.format),
    yuanCell(p.fee, isSafe),
    countCell(p.impressions),
    countCell(p.impressionsLow),
    countCell(p.impressionsHigh),
    shareCell(p.ctr),
    shareCell(p.ctrLow),
    shareCell(p.ctrHigh),
    yuanCell(cost?.value, isSafe),
    yuanCell(cost?.low, isSafe),
    yuanCell(cost?.high, isSafe),
    shareCell(m.acceptance),
    p.evidence,
  ];
}

/** Matches with their intervals, and the reasons of each on a page of their own. */
export async function exportMatches(matches: readonly Match[], objective: Objective, t: Translate, nameOf: NameOf, isSafe: boolean) {
  const language = t('languageOther') === '中文' ? 'en' : 'zh';
  await saveSheets(t('matches'), [
    page(t('matches'), matchHead(objective, t), matches.map((m) => matchCells(m, objective, t, nameOf, isSafe))),
    page(
      t('reasons'),
      [t('CREATOR'), t('weight'), t('sheetReason')],
      matches.flatMap((m) => m.reasons.map((r): Cell[] => [nameOf(m.creator), r.weight, isSafe ? null : halfOf(r.text, language)])),
    ),
  ]);
}

/** A plan: whom it has with what each adds, its figures, and the frontier. */
export async function exportPlan(plan: Plan, search: PlanSearch, t: Translate, nameOf: NameOf, isSafe: boolean) {
  const objective = search.objective ?? 'AWARENESS';
  const unique = new Map(plan.contributions.map((c) => [c.creator.id, c.unique]));
  const head = matchHead(objective, t);
  const last = plan.picks.length + 1;
  const sum = (column: string, format: string): Cell => ({ value: `=SUM(${column}2:${column}${last})`, type: 'Formula', format });
  const rows = plan.picks.map((p): Cell[] => [...matchCells(p, objective, t, nameOf, isSafe), countCell(unique.get(p.creator.id))]);
  if (rows.length > 0 && !isSafe) rows.push([{ value: t('total'), fontWeight: 'bold' }, null, null, null, sum('E', '#,##0.00'), sum('F', '#,##0')]);
  await saveSheets(t('stepPlan'), [
    page(t('picks'), [...head, t('addsPeople')], rows),
    page(t('figures'), [t('name'), t('value')], planCells(plan, t, isSafe)),
    page(t('frontier'), [`${t('spendMost')} (¥)`, t('reach'), t('creators')], isSafe ? [] : plan.frontier.map((p) => [yuanCell(p.fee, isSafe), countCell(p.reach), p.creators])),
  ]);
}

function planCells(plan: Omit<Compared, 'picks' | 'contributions'>, t: Translate, isSafe: boolean): Cell[][] {
  return [
    [t('reach'), countCell(plan.reach)],
    [`${t('reach')} ${t('low80')}`, countCell(plan.reachLow)],
    [`${t('reach')} ${t('high80')}`, countCell(plan.reachHigh)],
    [t('compareBound'), countCell(plan.bound)],
    [t('compareCertified'), shareCell(plan.certified)],
    [`${t('spendMost')} (¥)`, yuanCell(plan.fee, isSafe)],
    [`${t('spendExpectedName')} (¥)`, yuanCell(plan.spend.expected, isSafe)],
    [t('impressions'), countCell(plan.impressions)],
    [`${t('cpm')} (¥)`, yuanCell(plan.cpm, isSafe)],
    [t('ctr'), shareCell(plan.ctr)],
    [t('roi'), plan.roi],
  ];
}

/** Plans side by side, and whom each has. */
export async function exportComparison(plans: readonly Compared[], t: Translate, nameOf: NameOf, isSafe: boolean) {
  const names = plans.map((_, i) => t('planCalled', String.fromCharCode(65 + i)));
  const columns = plans.map((plan) => planCells(plan, t, isSafe));
  const longest = Math.max(...plans.map((p) => p.picks.length));
  await saveSheets(t('stepCompare'), [
    page(t('stepCompare'), [t('name'), ...names], (columns[0] ?? []).map(([name], row) => [name!, ...columns.map((c) => c[row]![1]!)])),
    page(t('picks'), names, Array.from({ length: longest }, (_, row) => plans.map((p): Cell => (p.picks[row] ? nameOf(p.picks[row].creator) : null)))),
  ]);
}

/** Invitations with what was logged of each. */
export async function exportInvitations(name: string, invitations: readonly Invitation[], t: Translate, nameOf: NameOf, isSafe: boolean) {
  await saveSheets(isSafe ? t('invitations') : `${name} ${t('invitations')}`, [
    page(
      t('invitations'),
      [t('CREATOR'), t('key'), t('source'), t('inviteRank'), t('invitePropensity'), t('inviteModel'), `${t('offer')} (¥)`, t('answer'), t('invited'), t('answered')],
      invitations.map((i): Cell[] => [
        nameOf(i.creator),
        isSafe ? '' : i.creator.key,
        t(i.source),
        i.rank,
        shareCell(i.propensity),
        i.modelVersion,
        yuanCell(i.offer, isSafe),
        t(answerWords[i.answer]),
        i.invited.slice(0, 10),
        i.answered?.slice(0, 10) ?? null,
      ]),
    ),
  ]);
}

/** Everybody's results. */
export async function exportParticipations(name: string, participations: readonly Participation[], t: Translate, nameOf: NameOf, isSafe: boolean) {
  await saveSheets(isSafe ? t('participationsOf') : `${name} ${t('participationsOf')}`, [
    page(
      t('participationsOf'),
      [t('CREATOR'), t('key'), t('source'), `${t('fee')} (¥)`, t('impressions'), t('engagements'), t('clicks'), t('conversions'), `${t('cpm')} (¥)`, t('ctr'), t('roi')],
      participations.map((p): Cell[] => [
        nameOf(p.creator),
        isSafe ? '' : p.creator.key,
        p.source ? t(p.source) : null,
        yuanCell(p.fee, isSafe),
        p.impressions,
        p.engagements,
        p.clicks,
        p.conversions,
        yuanCell(p.cpm, isSafe),
        shareCell(p.ctr),
        p.roi,
      ]),
    ),
  ]);
}

type Evaluation = NonNullable<CampaignEvaluationPanelQuery['campaign']>['evaluation'];

/** The review: totals by source, size, category and agency, and recommended beside self-picked with intervals and warnings. */
export async function exportReview(name: string, evaluation: Evaluation, sizes: readonly SizeTotals[], comparison: Comparison | undefined, t: Translate, isSafe: boolean) {
  const language = t('languageOther') === '中文' ? 'en' : 'zh';
  type Side = Pick<Evaluation['total'], 'participations' | 'fee' | 'cpm' | 'ctr' | 'roi'>;
  const row = (kind: string, label: string, side: Side): Cell[] => [kind, label, side.participations, yuanCell(side.fee, isSafe), yuanCell(side.cpm, isSafe), shareCell(side.ctr), side.roi];
  const rows = [
    row(t('total'), '', evaluation.total),
    row(t('benchmark'), '', evaluation.benchmark),
    ...evaluation.bySource.map((r) => row(t('bySourceTotals'), t(r.source), r.performance)),
    ...sizes.map((s) => row(t('bySize'), sizeName(s, t), s)),
    ...evaluation.byCategory.map((r) => row(t('byCategory'), r.category.name, r.performance)),
    ...evaluation.byAgency.map((r) => row(t('byAgency'), isSafe ? '' : (r.agency?.name ?? t('noAgency')), r.performance)),
  ];
  const one = comparison?.comparison;
  const effects = one
    ? ([['effectRaw', one.raw], ['effectBrief', one.byBrief], ['effectLike', one.likeForLike]] as const).map(
        ([way, effect]): Cell[] => [t(metrics[one.metric][0]), t(way), effect?.ratio ?? null, effect?.low ?? null, effect?.high ?? null],
      )
    : [];
  await saveSheets(isSafe ? t('stepReview') : `${name} ${t('stepReview')}`, [
    page(t('evaluation'), [t('kind'), t('name'), t('creators'), `${t('fee')} (¥)`, `${t('cpm')} (¥)`, t('ctr'), t('roi')], rows),
    page(t('bySource'), [t('metric'), t('effectWay'), t('effectRatio'), t('low95'), t('high95')], effects),
    page(t('comparisonWarnings'), [t('comparisonWarnings')], (comparison?.warnings ?? []).map((w): Cell[] => [halfOf(w, language)])),
  ]);
}
