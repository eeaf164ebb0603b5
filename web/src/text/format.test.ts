import { describe, expect, it } from 'vitest';

import { makeFormat } from './format';

const zh = makeFormat('zh');
const en = makeFormat('en');

describe('counts', () => {
  it.each([
    [0, '0', '0'],
    [9_999, '9,999', '9,999'],
    [10_000, '1万', '10K'],
    [28_400, '2.84万', '28.4K'],
    [128_400, '12.8万', '128K'],
    [1_284_000, '128.4万', '1.28M'],
    [12_345_678, '1,235万', '12.3M'],
    [99_999_600, '1亿', '100M'],
    [123_456_789, '1.23亿', '123M'],
    [999_960, '100万', '1M'],
    [-128_400, '-12.8万', '-128K'],
  ])('%d is %s and %s', (value, chinese, english) => {
    expect(zh.count(value)).toBe(chinese);
    expect(en.count(value)).toBe(english);
  });

  it('writes what Intl would', () => {
    for (let i = 0; i < 2_000; i++) {
      const value = (((i * 7_919) % 10_007) - 5_000) * 10 ** ((i % 9) - 5);
      for (const digits of [0, 1, 2]) {
        const wanted = value.toLocaleString('en-US', { style: 'percent', signDisplay: 'negative', minimumFractionDigits: digits, maximumFractionDigits: digits });
        expect(en.rate(value, digits), `${value}, ${digits}`).toBe(wanted);
      }
      expect(en.whole(value), String(value)).toBe(value.toLocaleString('en-US', { signDisplay: 'negative', maximumFractionDigits: 0 }));
    }
  });

  it('writes every digit where it is asked to', () => {
    expect(zh.whole(1_284_000)).toBe('1,284,000');
  });
});

describe('money', () => {
  it.each([
    [12_800_000, '¥12.8万', '¥128K', '¥128,000'],
    [3_250, '¥32.50', '¥32.50', '¥32.50'],
    [0, '¥0', '¥0', '¥0'],
    [100_000, '¥1,000', '¥1,000', '¥1,000'],
    [-12_800_000, '−¥12.8万', '−¥128K', '−¥128,000'],
  ])('%d fen is %s, %s, in full %s', (fen, chinese, english, whole) => {
    expect(zh.money(fen)).toBe(chinese);
    expect(en.money(fen)).toBe(english);
    expect(zh.moneyWhole(fen)).toBe(whole);
  });
});

describe('rates and changes', () => {
  it('keeps two digits of a rate', () => expect(zh.rate(0.0472)).toBe('4.72%'));
  it('shows a direction by a sign, not by a colour', () => {
    expect(zh.change(0.124)).toBe('▲ 12.4%');
    expect(en.change(-0.03)).toBe('▼ 3.0%');
    expect(en.change(0)).toBe('0.0%');
  });
});

describe('what is absent', () => {
  it('never says the same for none, unknown and denied', () => {
    expect([zh.count(null), zh.count(undefined, 'unknown'), zh.count(null, 'denied')]).toEqual([
      '—',
      '暂无数据',
      '无权限',
    ]);
    expect(en.money(null, 'unknown')).toBe('No data');
    expect(en.count(Number.NaN)).toBe('—');
  });
});

describe('days', () => {
  it('leaves a day as it is', () => expect(zh.day('2026-11-11')).toBe('2026-11-11'));
  it('tells how long ago', () => {
    const now = new Date('2026-11-30T00:00:00Z');
    expect(zh.ago('2026-11-29', now)).toBe('昨天');
    expect(en.ago('2026-08-30', now)).toBe('3 months ago');
  });
});

describe('names', () => {
  it('orders Chinese by pinyin', () => {
    expect(['张三', '李四', '阿明'].sort(zh.compare)).toEqual(['阿明', '李四', '张三']);
  });
});
