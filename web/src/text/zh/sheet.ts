import type { sheetEn } from '../en/sheet';
import type { Translation } from '../translation';

export const sheetZh = {
  sheetLink: '主页链接',
  sheetTier: '量级',
  sheetImageText: '图文报价（元）',
  sheetVideo20: '1–20s 视频报价（元）',
  sheetVideo60: '20–60s 视频报价（元）',
  sheetVideoLong: '60s+ 视频报价（元）',
  sheetLive: '直播报价（元）',
  sheetSponsoredViews: '商单播放中位数',
  sheetOrganicViews: '日常播放中位数',
  sheetGender: '男女占比',
  sheetAge: '年龄',
  sheetPlaces: '地域',
  sheetInterests: '兴趣人群',
  sheetCompetitors: '近90天竞品',
  sheetMeanOverlap: '平均粉丝重合度',
  sheetCalendar: '排期',
  sheetLinkSource: '达人在本平台的主页；数据中没有其在内容平台的地址。',
  sheetRatesSource: '当天生效的刊例价，按形式和时长；没有按时长报价时取该形式的报价。',
  sheetRebateSource: '最近一次已知的约定。留空表示未知，计算实付时按 0 处理。',
  sheetWatchedSource: '近 90 天商单的完播率、互动率、爆文率；没有商单时取日常作品。',
  sheetAudienceSource: '占粉丝的比例，从大到小。数据中没有八大人群，此处为兴趣人群。',
  sheetCompetitorsSource: '与投放品牌竞争、且近 90 天与该达人合作过的品牌。清单没有关联投放时留空。',
  sheetOverlapSource: '同时关注清单中其他达人的粉丝占比，由粉丝画像建模估算；超过 50 位达人时留空。',
  sheetAvailabilitySource: '制表当天起 30 天内的占档与预订。',
} satisfies Translation<typeof sheetEn>;
