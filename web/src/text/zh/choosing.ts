import type { choosingEn } from '../en/choosing';
import type { Translation } from '../translation';

export const choosingZh = {
  sponsoredOrganic: '（商单 / 日常）',
  availabilityIn: (from, to) => `档期 ${from} 至 ${to}`,
  daysTaken: (days) => `占 ${days} 天`,
  filterAvailable: '档期从',
  filterAvailableTo: '到',
  filterRebate: '返点率不低于（%）',
  conditionText: '名称',
  conditionFollowers: '粉丝数',
  conditionPrice: '报价',
  conditionAvailable: '档期',
  conditionRebate: '返点率',
  periodWrong: '结束日期早于开始日期，或相隔超过 400 天。',

  histogramFollowers: '粉丝数',
  histogramPrice: (format) => `${format}报价（元）`,
  histogramBar: (from, to, count) => `${from} 至 ${to}：${count} 位`,
  histogramTop: (from, count) => `${from} 及以上：${count} 位`,
  histogramSummary: (name, bars) => `${name}。${bars}`,
  histogramHelp: '在图上拖选，或在下面填写范围',
  atLeast: '从',
  atMost: '到',

  orderedBy: '排序',
  thenBy: '其次',
  addOrder: '再按…',
  removeOrder: (name) => `不再按${name}排序`,
  directionDown: '从大到小',
  directionUp: '从小到大',
  sortPrice: '报价',
  sortGrowth: '近 30 天涨粉',
  sortSpend: '花费',
  sortBrands: '品牌数',
} satisfies Translation<typeof choosingEn>;
