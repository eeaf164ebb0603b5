import type { AdvisedFragment } from '../api/generated/types';
import type { Named } from '../entity/naming';
import type { Translate } from '../text/catalogue';
import type { Language } from '../text/format';
import type { Attention } from './attention';
import { offerOf } from './invitations';
import { answerWords, type Scheduled } from './InviteStep';
import type { Participation } from './LiveStep';
import type { Match } from './Matches';
import type { PlanSearch } from './search';
import { countCell, page, saveSheets, shareCell, yuanCell, type Cell } from './sheets';
import { halfOf } from '../text/halves';

// What the steps of a running campaign save as .xlsx, beside sheets.ts. With `isSafe` names of campaigns, keys and money are left out.

type NameOf = (entity: Named) => string;

function save(campaign: string | null, title: string, head: string[], rows: Cell[][], isSafe: boolean) {
  return saveSheets(isSafe || campaign === null ? title : `${campaign} ${title}`, [page(title, head, rows)]);
}

/** What each creator of a plan asks and is offered. */
export function exportOffers(picks: readonly Omit<Match, 'reasons'>[], search: PlanSearch, t: Translate, nameOf: NameOf, isSafe: boolean) {
  const head = [t('CREATOR'), t('key'), t('followers'), t('format'), `${t('asked')} (¥)`, t('offerAcceptsAsked'), t('offerYuan')];
  const rows = picks.map((p): Cell[] => [
    nameOf(p.creator),
    isSafe ? '' : p.creator.key,
    p.creator.followers,
    t(p.format),
    yuanCell(p.predicted.fee, isSafe),
    shareCell(p.acceptance),
    yuanCell(offerOf(p, search), isSafe),
  ]);
  return save(null, t('stepOffer'), head, rows, isSafe);
}

/** Who is free when (排期): rows with the words of each week. */
export function exportSchedule(campaign: string, weeks: readonly string[], rows: readonly (readonly [Scheduled, readonly string[]])[], t: Translate, nameOf: NameOf, isSafe: boolean) {
  const cells = rows.map(([i, states]): Cell[] => [nameOf(i.creator), isSafe ? '' : i.creator.key, t(answerWords[i.answer]), ...states]);
  return save(campaign, t('schedule'), [t('CREATOR'), t('key'), t('answer'), ...weeks], cells, isSafe);
}

/** Contents that call for a change: each with the word of its advice and the fen at stake. */
export function exportAdvice(campaign: string, contents: readonly (readonly [AdvisedFragment, string, number | null])[], language: Language, t: Translate, nameOf: NameOf, isSafe: boolean) {
  const head = [t('adviceDo'), t('CONTENT'), t('CREATOR'), `${t('atStake')} (¥)`, t('viewsNow'), t('viewsWeek'), `${t('viewsWeek')} ${t('low80')}`, `${t('viewsWeek')} ${t('high80')}`, t('reasons')];
  const rows = contents.map(([{ forecast, ...content }, advice, stake]): Cell[] => [
    advice,
    nameOf(content),
    nameOf(content.creator),
    yuanCell(stake, isSafe),
    countCell(forecast?.counted),
    countCell(forecast?.views),
    countCell(forecast?.low),
    countCell(forecast?.high),
    forecast ? halfOf(forecast.reason, language) : null,
  ]);
  return save(campaign, t('advice'), head, rows, isSafe);
}

/** Whom to look at first. */
export function exportAttention(campaign: string, found: readonly Attention<Participation>[], t: Translate, nameOf: NameOf, isSafe: boolean) {
  const head = [t('CREATOR'), t('key'), t('matter'), `${t('atStake')} (¥)`, `${t('fee')} (¥)`, t('impressions'), `${t('cpm')} (¥)`];
  const rows = found.map(({ of, matter, atStake }): Cell[] => [
    nameOf(of.creator),
    isSafe ? '' : of.creator.key,
    t(`matter_${matter}`),
    yuanCell(atStake, isSafe),
    yuanCell(of.fee, isSafe),
    countCell(of.impressions),
    yuanCell(of.cpm, isSafe),
  ]);
  return save(campaign, t('attention'), head, rows, isSafe);
}
