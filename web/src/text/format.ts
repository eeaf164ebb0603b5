// Numbers, money, rates and days as both languages write them. Money comes in fen and is divided
// by 100 here and nowhere else.

export type Language = 'zh' | 'en';

export const languages: readonly Language[] = ['zh', 'en'];

/** What stands in a place that holds no value: nothing there, nobody knows, not shown to you. */
export type Absence = 'none' | 'unknown' | 'denied';

const absences: Record<Language, Record<Absence, string>> = {
  zh: { none: '—', unknown: '暂无数据', denied: '无权限' },
  en: { none: '—', unknown: 'No data', denied: 'No access' },
};

type Unit = readonly [size: number, suffix: string];

const units: Record<Language, readonly Unit[]> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
};

type Value = number | null | undefined;

function isKnown(value: Value): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}

/**
 * Thousands apart by commas in both languages, at most `digits` after the point. Intl would read the rules of all locales
 * first, a tenth of a second in which a page does nothing else.
 */
function plain(value: number, digits = 0, least = 0): string {
  const size = rounded(Math.abs(value), digits);
  const [whole = '', part = ''] = size.toFixed(digits).split('.');
  let shown = part;
  while (shown.length > least && shown.endsWith('0')) shown = shown.slice(0, -1);
  const sign = value < 0 && size !== 0 ? '-' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (shown && `.${shown}`);
}

/** As people round, by the digits that are written and away from zero: 1.005 to 1.01, −0.5 to −1. */
function rounded(value: number, digits: number): number {
  return Math.sign(value) * shifted(Math.round(shifted(Math.abs(value), digits)), -digits);
}

/** A share in hundredths, so many digits after the point. Rounded once, before it is moved. */
function percent(share: number, digits: number): string {
  return plain(shifted(rounded(share, digits + 2), 2), digits, digits);
}

/** A number times a power of ten, by the digits that are written: 0.00805 by two places is 0.805, not a little less. */
function shifted(value: number, places: number): number {
  const [digits, power = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(power) + places}`);
}

/** Three or more significant digits: 128.4万, 1.23亿, 1.28M, 123M. Cuts zeros at the end. */
function short(value: number, language: Language): string {
  const size = Math.abs(value);
  const all = units[language];
  // In English 10,000 is where whole numbers end, too: 9,999 and then 10K.
  if (size < 9_999.5) return plain(value);
  let at = all.findIndex(([unit]) => size >= unit);
  if (at < 0) at = all.length - 1;
  const [unit, suffix] = all[at]!;
  const digits = digitsOf(size / unit, language);
  const rounded = Number((size / unit).toFixed(digits));
  // 9,999.96万 rounds into the next unit.
  const above = at > 0 ? all[at - 1]! : undefined;
  if (above && rounded * unit >= above[0]) {
    return plain((Math.sign(value) * rounded * unit) / above[0], 2) + above[1];
  }
  return plain(Math.sign(value) * rounded, digits) + suffix;
}

function digitsOf(scaled: number, language: Language): number {
  if (language === 'zh') return scaled < 10 ? 2 : scaled < 1000 ? 1 : 0;
  return scaled < 10 ? 2 : scaled < 100 ? 1 : 0;
}

export interface Format {
  language: Language;
  /** 9,999 · 128.4万 · 1.28M */
  count(value: Value, absence?: Absence): string;
  /** Every digit: 1,284,000. For titles, copies and sheets. */
  whole(value: Value, absence?: Absence): string;
  /** Money in fen, short: ¥12.8万, ¥128K. */
  money(fen: Value, absence?: Absence): string;
  /** Money in fen, every yuan, and fen where there are any below ¥1,000: ¥128,000, ¥32.50. */
  moneyWhole(fen: Value, absence?: Absence): string;
  /** A share of 0 to 1 as 4.72%. */
  rate(share: Value, digits?: number, absence?: Absence): string;
  /** A plain factor, such as a ROI of 1.84. */
  ratio(value: Value, absence?: Absence): string;
  /** A change of a share with its sign: ▲ 12.4%, ▼ 3.0%. */
  change(share: Value, absence?: Absence): string;
  /** YYYY-MM-DD of a day or an instant, in local time. */
  day(value: string | null | undefined, absence?: Absence): string;
  /** HH:MM of an instant, in local time. */
  time(value: number): string;
  /** How long ago a day was, beside the day itself: 3 个月前, 3 months ago. */
  ago(value: string, now?: Date): string;
  /** a、b和c; a, b and c. */
  list(parts: readonly string[]): string;
  absent(absence: Absence): string;
  /** Orders names: Chinese by pinyin. */
  compare(a: string, b: string): number;
}

/** All formats of one language. */
export function makeFormat(language: Language): Format {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const collator = once(() => new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true, sensitivity: 'base' }));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const absent = (absence: Absence) => absences[language][absence];
  const known =
    (write: (value: number) => string) =>
    (value: Value, absence: Absence = 'none') =>
      isKnown(value) ? write(value) : absent(absence);

  return {
    language,
    count: known((v) => short(v, language)),
    whole: known((v) => plain(v)),
    money: known((fen) => withSign(fen, (size) => (size < 100_000 ? cents(size) : short(size / 100, language)))),
    moneyWhole: known((fen) => withSign(fen, (size) => (size < 100_000 ? cents(size) : plain(size / 100)))),
    rate: (share, digits = 2, absence = 'none') =>
      isKnown(share) ? `${percent(share, digits)}%` : absent(absence),
    ratio: known((v) => plain(v, 2, 2)),
    change: known((share) => {
      if (Math.abs(share) < 0.0005) return '0.0%';
      return `${share > 0 ? '▲' : '▼'} ${percent(Math.abs(share), 1)}%`;
    }),
    day(value, absence = 'none') {
      if (!value) return absent(absence);
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
      const at = new Date(value);
      return Number.isNaN(at.getTime()) ? value : isoDay(at);
    },
    time(value) {
      const at = new Date(value);
      return `${two(at.getHours())}:${two(at.getMinutes())}`;
    },
    ago(value, now = new Date()) {
      const days = Math.round((new Date(value).getTime() - now.getTime()) / 86_400_000);
      if (Math.abs(days) < 31) return relative().format(days, 'day');
      if (Math.abs(days) < 365) return relative().format(Math.round(days / 30.4), 'month');
      return relative().format(Math.round(days / 365.25), 'year');
    },
    list: (parts) => lists().format(parts),
    absent,
    compare: (a, b) => collator().compare(a, b),
  };
}

function withSign(fen: number, write: (size: number) => string): string {
  return `${fen < 0 ? '−' : ''}¥${write(Math.abs(fen))}`;
}

function cents(fen: number): string {
  return fen % 100 === 0 ? plain(fen / 100) : plain(fen / 100, 2, 2);
}

function isoDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
