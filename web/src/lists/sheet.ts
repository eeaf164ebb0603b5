import type { ContentFormat, ListStatus } from '../api/generated/types';
import type { Translate } from '../text/catalogue';
import { bold, columnLetter, formula, moneyFormat, percentFormat, wholeFormat, type Cell, type SheetPage } from './cells';

// The submission sheet (提报表): one row per creator, with formulas that go on working in Excel and WPS, a page of
// totals, a calendar, and a page of sources. A client fills in the column of answers and sends it back.

/** What the sheet needs of an item. Money is in fen, shares are 0 to 1; what is unknown is null. */
export interface SheetItem {
  /** The creator's key, or in client-safe mode the row's code. */
  key: string;
  name: string;
  platform: string | null;
  /** The address of the creator's page. */
  link: string | null;
  region: string | null;
  category: string | null;
  tier: string | null;
  followers: number | null;
  imageText: number | null;
  /** Videos of up to 20 seconds, of 21 to 60, and longer ones. */
  video20: number | null;
  video60: number | null;
  videoLong: number | null;
  live: number | null;
  format: ContentFormat | null;
  price: number | null;
  rebate: number | null;
  cpm: number | null;
  cpe: number | null;
  ctr: number | null;
  engagement: number | null;
  completion: number | null;
  hitRate: number | null;
  sponsoredViews: number | null;
  organicViews: number | null;
  gender: string | null;
  age: string | null;
  places: string | null;
  interests: string | null;
  competitors: string | null;
  overlap: number | null;
  /** The days that are taken in the calendar's period, in words. */
  taken: string | null;
  /** Per day of the calendar: free, held or booked. */
  days: readonly ('FREE' | 'HELD' | 'BOOKED')[];
  status: ListStatus;
  grade: string | null;
  reason: string | null;
  note: string | null;
}

/**
 * A code of a creator's row that is the same in every sheet of a list, so that answers find back to it, and that tells nothing
 * to whom only has the sheet: FNV-1a in 32 bits, from two beginnings, for a list holds thousands.
 */
export function rowCode(list: string, creator: string): string {
  const code = (begin: number) =>
    [...`${list} ${creator}`].reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193), begin) >>> 0;
  return [0x811c9dc5, 0x9e3779b9].map((begin) => code(begin).toString(16).padStart(8, '0')).join('');
}

const columns = [
  ['sheetKey', 14],
  ['platform', 10],
  ['name', 20],
  ['sheetLink', 24],
  ['region', 10],
  ['category', 12],
  ['sheetTier', 12],
  ['followers', 12],
  ['sheetImageText', 12],
  ['sheetVideo20', 14],
  ['sheetVideo60', 14],
  ['sheetVideoLong', 14],
  ['sheetLive', 12],
  ['format', 12],
  ['sheetPrice', 12],
  ['sheetRebate', 10],
  ['sheetService', 10],
  ['sheetPaid', 12],
  ['sheetViews', 14],
  ['cpm', 10],
  ['cpe', 10],
  ['ctr', 10],
  ['engagementRate', 10],
  ['completion', 10],
  ['hitRate', 10],
  ['sheetSponsoredViews', 14],
  ['sheetOrganicViews', 14],
  ['sheetGender', 18],
  ['sheetAge', 18],
  ['sheetPlaces', 24],
  ['sheetInterests', 24],
  ['sheetCompetitors', 18],
  ['overlap', 12],
  ['availability', 24],
  ['listStatus', 12],
  ['listGrade', 8],
  ['sheetReason', 32],
  ['sheetAnswer', 16],
  ['listNote', 32],
] as const;

type Name = (typeof columns)[number][0];

/** The letters of a column of the first page. */
export function letter(name: Name): string {
  return columnLetter(columns.findIndex(([column]) => column === name));
}

function rowOf(item: SheetItem, row: number, t: Translate): Cell[] {
  const money = (fen: number | null): Cell => (fen === null ? null : { value: fen / 100, type: Number, format: moneyFormat });
  const share = (value: number | null): Cell => (value === null ? null : { value, type: Number, format: percentFormat });
  const whole = (value: number | null): Cell => (value === null ? null : { value: Math.round(value), type: Number, format: wholeFormat });
  const at = (name: Name) => `${letter(name)}${row}`;
  const cells: Record<Name, Cell> = {
    sheetKey: item.key,
    platform: item.platform,
    name: item.name,
    sheetLink: item.link,
    region: item.region,
    category: item.category,
    sheetTier: item.tier,
    followers: whole(item.followers),
    sheetImageText: money(item.imageText),
    sheetVideo20: money(item.video20),
    sheetVideo60: money(item.video60),
    sheetVideoLong: money(item.videoLong),
    sheetLive: money(item.live),
    format: item.format && t(item.format),
    sheetPrice: money(item.price),
    sheetRebate: share(item.rebate),
    sheetService: null,
    // What is paid: the price less the rebate, plus the service fee, which is the reader's to fill in.
    sheetPaid: formula(`IF(${at('sheetPrice')}="","",${at('sheetPrice')}*(1-N(${at('sheetRebate')}))*(1+N(${at('sheetService')})))`, moneyFormat),
    // Views to expect at what a thousand have cost so far.
    sheetViews: formula(`IF(OR(${at('sheetPrice')}="",N(${at('cpm')})=0),"",${at('sheetPrice')}/${at('cpm')}*1000)`, wholeFormat),
    cpm: money(item.cpm),
    cpe: money(item.cpe),
    ctr: share(item.ctr),
    engagementRate: share(item.engagement),
    completion: share(item.completion),
    hitRate: share(item.hitRate),
    sheetSponsoredViews: whole(item.sponsoredViews),
    sheetOrganicViews: whole(item.organicViews),
    sheetGender: item.gender,
    sheetAge: item.age,
    sheetPlaces: item.places,
    sheetInterests: item.interests,
    sheetCompetitors: item.competitors,
    overlap: share(item.overlap),
    availability: item.taken,
    listStatus: t(item.status),
    listGrade: item.grade,
    sheetReason: item.reason,
    sheetAnswer: null,
    listNote: item.note,
  };
  return columns.map(([name]) => cells[name]);
}

function totalsPage(title: string, items: readonly SheetItem[], t: Translate): SheetPage {
  const all = (name: Name) => `'${t('sheetTitle')}'!${letter(name)}2:${letter(name)}${items.length + 1}`;
  return {
    sheet: t('listTotals'),
    data: [
      [bold(title), null],
      [t('creators'), formula(`COUNTA(${all('name')})`)],
      [t('sheetPrice'), formula(`SUM(${all('sheetPrice')})`, moneyFormat)],
      [t('sheetPaid'), formula(`SUM(${all('sheetPaid')})`, moneyFormat)],
      [t('sheetViews'), formula(`SUM(${all('sheetViews')})`, wholeFormat)],
      // Weighted: what all cost by what all show, not the mean of the rows. A price without views is left out.
      [
        t('cpm'),
        formula(
          `IF(SUM(${all('sheetViews')})=0,"",SUMIF(${all('sheetViews')},">0",${all('sheetPrice')})/SUM(${all('sheetViews')})*1000)`,
          moneyFormat,
        ),
      ],
      [t('sheetMeanOverlap'), formula(`IF(COUNT(${all('overlap')})=0,"",AVERAGE(${all('overlap')}))`, percentFormat)],
    ],
    columns: [{ width: 28 }, { width: 18 }],
  };
}

const marks = { FREE: null, HELD: '□', BOOKED: '■' } as const;

function calendarPage(items: readonly SheetItem[], days: readonly string[], t: Translate): SheetPage {
  return {
    sheet: t('sheetCalendar'),
    data: [
      [bold(t('name')), ...days.map((day) => bold(day.slice(5)))],
      ...items.map((item): Cell[] => [item.name, ...item.days.map((state) => marks[state])]),
      [],
      [`□ ${t('HELD')}  ■ ${t('BOOKED')}`],
    ],
    columns: [{ width: 20 }, ...days.map(() => ({ width: 6 }))],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

function sourcesPage(today: string, t: Translate): SheetPage {
  return {
    sheet: t('sheetSources'),
    data: [
      [t('sheetMade'), today],
      [t('sheetLink'), t('sheetLinkSource')],
      [t('sheetPrice'), t('sheetPriceSource')],
      [t('sheetVideo20'), t('sheetRatesSource')],
      [t('sheetRebate'), t('sheetRebateSource')],
      [t('sheetViews'), t('sheetViewsSource')],
      [t('cpm'), t('sheetCpmSource')],
      [t('completion'), t('sheetWatchedSource')],
      [t('sheetInterests'), t('sheetAudienceSource')],
      [t('sheetCompetitors'), t('sheetCompetitorsSource')],
      [t('overlap'), t('sheetOverlapSource')],
      [t('availability'), t('sheetAvailabilitySource')],
      [t('sheetAnswer'), t('sheetAnswerSource')],
    ],
    columns: [{ width: 20 }, { width: 90 }],
  };
}

/** The pages of a list's sheet. `today` is the day it is made, `days` those of its calendar, all YYYY-MM-DD. */
export function sheetPages(title: string, items: readonly SheetItem[], t: Translate, today: string, days: readonly string[]): SheetPage[] {
  return [
    {
      sheet: t('sheetTitle'),
      data: [columns.map(([name]) => bold(t(name))), ...items.map((item, i) => rowOf(item, i + 2, t))],
      columns: columns.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 3,
    },
    totalsPage(title, items, t),
    calendarPage(items, days, t),
    sourcesPage(today, t),
  ];
}
