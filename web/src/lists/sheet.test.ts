import { describe, expect, it } from 'vitest';

import { makeTranslate } from '../text/catalogue';
import { words } from '../text/zh';
import { readReview, reviewItems } from './review';
import { letter, rowCode, sheetPages, type SheetItem } from './sheet';

const t = makeTranslate(words);

const item: SheetItem = {
  key: 'cr-1',
  name: '美妆小九🌙',
  platform: '抖音',
  link: null,
  region: '上海',
  category: '美妆',
  tier: '腰部 · macro',
  followers: 128_400,
  imageText: 900_000,
  video20: 1_000_000,
  video60: 1_280_000,
  videoLong: null,
  live: null,
  format: 'SHORT_VIDEO',
  price: 1_280_000,
  rebate: 0.15,
  cpm: 3_250,
  cpe: null,
  ctr: 0.0125,
  engagement: 0.05,
  completion: 0.3,
  hitRate: 0.1,
  sponsoredViews: 62_800.5,
  organicViews: null,
  gender: '女性 64% / 男性 36%',
  age: null,
  places: null,
  interests: null,
  competitors: '',
  overlap: 0.12,
  taken: '空档',
  days: ['FREE', 'BOOKED'],
  status: 'SENT',
  grade: 'A',
  reason: '受众匹配',
  note: null,
};

describe('the submission sheet', () => {
  const items = [item, { ...item, key: 'cr-2', price: null }];
  const [main, totals, calendar] = sheetPages('双11', items, t, '2026-11-30', ['2026-12-01', '2026-12-02']);
  const cell = (row: number, head: string) => main!.data[row]![main!.data[0]!.findIndex((c) => (c as { value: string }).value === head)];

  it('has money in yuan, unknown cells empty and a formula for what is paid', () => {
    expect(cell(1, '达人ID')).toBe('cr-1');
    expect(cell(1, '报价（元）')).toEqual({ value: 12_800, type: Number, format: '#,##0.00' });
    expect(cell(1, '返点率')).toEqual({ value: 0.15, type: Number, format: '0.00%' });
    expect(cell(1, '实付（元）')).toMatchObject({ type: 'Formula', value: '=IF(O2="","",O2*(1-N(P2))*(1+N(Q2)))' });
    expect(cell(1, '60s+ 视频报价（元）')).toBeNull();
    expect(cell(2, '报价（元）')).toBeNull();
  });

  it('names columns beyond Z in formulas', () => {
    expect(letter('overlap')).toBe('AG');
    expect(totals!.data[6]![1]).toMatchObject({ value: `=IF(COUNT('提报表'!AG2:AG3)=0,"",AVERAGE('提报表'!AG2:AG3))` });
  });

  it('adds up over all rows and weighs the CPM by prices that have views', () => {
    expect(totals!.data[2]![1]).toMatchObject({ value: "=SUM('提报表'!O2:O3)" });
    expect(totals!.data[5]![1]).toMatchObject({
      value: `=IF(SUM('提报表'!S2:S3)=0,"",SUMIF('提报表'!S2:S3,">0",'提报表'!O2:O3)/SUM('提报表'!S2:S3)*1000)`,
    });
  });

  it('marks held and booked days in a calendar', () => {
    expect(calendar!.data[0]!.slice(1)).toMatchObject([{ value: '12-01' }, { value: '12-02' }]);
    expect(calendar!.data[1]).toEqual(['美妆小九🌙', null, '■']);
  });
});

describe('a sheet that came back from the client', () => {
  const heads = { key: ['达人ID', 'Creator key'], answer: ['客户反馈', 'Answer'] };
  const onList = new Map(['1', '2', '3', '4'].map((n) => [`cr-${n}`, { id: `id-${n}`, note: n === '1' ? '档期紧' : null }]));

  it('is merged by key, wherever the columns stand', () => {
    const rows = [
      ['客户反馈', '昵称', '达人ID'],
      ['✓', '甲', 'cr-2'],
      ['✗ 竞品合作过', '乙', 'cr-1'],
      ['？', '丙', 'cr-3'],
      ['', '丁', 'cr-4'],
      [null, null, null],
    ];
    const { reviews, problems } = readReview(rows, heads, onList);
    expect(problems).toEqual([]);
    expect(reviews).toEqual([
      { creator: 'id-2', status: 'APPROVED', note: null },
      { creator: 'id-1', status: 'REJECTED', note: '档期紧; 竞品合作过' },
      { creator: 'id-3', status: 'SHORTLISTED', note: null },
    ]);
    expect(reviewItems(reviews.slice(1, 2))).toEqual([
      { creator: 'id-1', status: 'REJECTED', note: '档期紧; 竞品合作过' },
    ]);
  });

  it('comes back a second time without saying anything twice', () => {
    const noted = new Map([['cr-1', { id: 'id-1', note: '档期紧; 竞品合作过' }]]);
    expect(readReview([['达人ID', '客户反馈'], ['cr-1', '✗ 竞品合作过']], heads, noted).reviews).toEqual([
      { creator: 'id-1', status: 'REJECTED', note: '档期紧; 竞品合作过' },
    ]);
  });

  it('finds its row by a code that is another one in another list', () => {
    const codes = Array.from({ length: 2_000 }, (_, i) => rowCode('list-1', `id-${i}`));
    expect(new Set(codes).size).toBe(2_000);
    expect(rowCode('list-1', 'id-7')).toBe(codes[7]);
    expect(rowCode('list-2', 'id-7')).not.toBe(codes[7]);
  });

  it('tells rows that are not understood and those of nobody on the list', () => {
    const { reviews, problems } = readReview([['达人ID', '客户反馈'], ['cr-9', '✓'], ['cr-1', '下周再说']], heads, onList);
    expect(reviews).toEqual([]);
    expect(problems).toEqual([
      { row: 2, text: 'cr-9' },
      { row: 3, text: '下周再说' },
    ]);
  });

  it('names the columns that are missing', () => {
    expect(readReview([['昵称']], heads, onList).problems).toEqual([{ row: 1, text: '达人ID, 客户反馈' }]);
  });
});
