import type { Language } from './format';

// The starting set of saved questions as sentences to fill in. A name in braces is a parameter's field; parameters that
// the sentence does not name stand below it. A question of the operator's own has its title for a sentence.

interface Sentence {
  title: string;
  text: string;
  /** What counts and how, where the server's own description is of another language. */
  about?: string;
}

export const sentences: Record<string, Record<Language, Sentence>> = {
  'agency/brand_relations': {
    en: { title: 'Brands that book again, lapsed, or are one step away', text: 'For agency {agency}: up to {each} brands each that booked its creators again, that last did more than {days} days ago, and that are one step away' },
    zh: { title: '复投、流失与可拓展的品牌', text: '机构 {agency}：近 {days} 天复投的品牌、超过该期限未再合作的品牌，以及只差一步的品牌，各 {each} 个',
      about: '复投：至少两次投放且最近一次在 `days` 天内；流失：最近一次早于该期限；一步之遥：从未合作、与复投品牌同行业，按 `days` 天内的投放数排序。费用单位为元，按当前旗下达人计；一步之遥的品牌为其全部历史花费。' },
  },
  'agency/open_campaigns': {
    en: { title: 'Open campaigns for each creator', text: 'The {each} open campaigns that fit each creator of agency {agency} best' },
    zh: { title: '适合旗下达人的进行中投放', text: '机构 {agency} 的每位达人最适合的 {each} 个进行中投放',
      about: '进行中：尚未结束。匹配度：达人受众在投放目标人群中的占比（各人群维度取平均），类目相同再加一。`accepts` 是该品牌全部投放中达人接受邀约的比例；`fromAgency` 是本机构已有多少达人与该品牌合作过。被选中的概率无从得知。' },
  },
  'agency/pairs': {
    en: { title: 'Pairs that should create together', text: 'Pairs of creators of agency {agency} that should create together' },
    zh: { title: '适合联合创作的达人组合', text: '机构 {agency} 旗下适合联合创作的达人组合',
      about: '同类目、但从未在同一作品或同一投放中出现过的两位达人；`gain` 是双方受众中对方尚未触达的部分，即一减去人群占比的重合度（各维度取平均）。同时关注两人的粉丝数无从得知。' },
  },
  'agency/roster_gaps': {
    en: { title: 'Where a roster is thin', text: 'Where the roster of agency {agency} is thin beside its {rivals} closest rivals' },
    zh: { title: '达人阵容的薄弱处', text: '与 {rivals} 家主要竞对相比，机构 {agency} 的达人阵容薄弱在哪里',
      about: '竞对是其达人与本机构达人服务过最多相同品牌的机构。按主类目和量级列出：本机构的达人数、竞对平均达人数，以及近一年此类达人合作的总收入（元）。头部 100 万粉丝起，腰部 10 万起，尾部 1 万起，其下为素人。' },
  },
  'agency/signings': {
    en: { title: 'Creators to sign', text: 'Creators like the top earners of agency {agency} who have no contract, or one that ends within {days} days' },
    zh: { title: '值得签约的达人', text: '与机构 {agency} 高收入达人相似、无签约或合约在 {days} 天内到期的达人',
      about: '相似：与收入最高的五位达人之一主类目相同、量级相近（粉丝数为其一半至两倍），且受众有重合（各人群维度占比取平均）。费用单位为元。' },
  },
  'agency/underpriced': {
    en: { title: 'Creators priced below their like', text: 'Creators of agency {agency} who are priced below their like' },
    zh: { title: '报价低于同类的达人', text: '机构 {agency} 旗下报价低于同类的达人',
      about: '同类：主类目相同、粉丝数为其一半至两倍的达人。`priceOfUsual` 是单粉短视频报价与同类中位数之比；CPM 取自以往合作（元），与同类中位数并列：报价低而实际 CPM 又低于常见水平的达人，有提价空间。' },
  },
  'analyst/campaign_funnel': {
    en: { title: 'Where campaigns lose people', text: 'Where the latest {first} campaigns of brand {brand} lose people between impressions and sales' },
    zh: { title: '投放漏斗流失在哪里', text: '品牌 {brand} 最近 {first} 个投放，从曝光到成交流失在哪一步',
      about: '列出每个投放的合计，以及其开始前 90 天内同类目投放的合计（usual）：CTR 为点击除以曝光，CVR 为转化除以点击。' },
  },
  'analyst/community_shift': {
    en: { title: 'Categories booked together, and how that shifted', text: 'Which categories are booked together, the last {days} days beside the {days} before' },
    zh: { title: '品类组合的变化', text: '最近 {days} 天与之前同样天数相比，哪些品类被一起投放',
      about: '对每一对主类目：最近 90 天与之前 90 天内同时投放两者的投放数。`lift` 是与各类目独立选择时的期望之比，大于 1 表示常被一起投放。达人圈层由 analyze 计算，不按季度保留。' },
  },
  'analyst/connections': {
    en: { title: 'How a brand and a creator are connected', text: 'How brand {brand} and creator {creator} are connected, by which agencies and campaigns' },
    zh: { title: '品牌与达人的关联', text: '品牌 {brand} 与达人 {creator} 通过哪些机构和投放相关联',
      about: '最短的关联，最多六步：品牌做过的投放、参与的达人、达人与机构的签约。每条关联一行，从品牌讲到达人。' },
  },
  'analyst/early_posts': {
    en: { title: 'Young posts on their way up', text: 'Posts of at most {hours} hours on their way to the top tenth of their size' },
    zh: { title: '正在走高的新内容', text: '发布不超过 {hours} 小时、有望进入同量级前十分之一的内容',
      about: '比较作品发布两到六小时的播放量与同量级（粉丝数按十倍分级）达人作品在最接近时点的中位数，并给出以往同样表现的作品中七天后进入前十分之一的数量。低于常见播放三倍的作品不列出。如已有内容模型，它会预测整周的播放以及追加投放是否值得。' },
  },
  'analyst/selection_effect': {
    en: { title: 'Recommended beside self-picked', text: 'Whether recommended creators do better than self-picked ones of the same size and category, over {days} days, with at least {least} of each' },
    zh: { title: '推荐与自选的效果差异', text: '近 {days} 天，同量级同品类下推荐达人是否优于自选达人（每组至少 {least} 次合作）',
      about: '合作按主类目和量级（粉丝数按十倍分级）匹配；两种来源都不少于 `least` 次的层参与计算，按较少一方加权。差值为推荐减自选，附 95% 区间（正态近似，各层独立）。CPM 单位为元，CTR 为百分数。推荐者可能掌握此处未匹配的信息。' },
  },
  'analyst/share_of_voice': {
    en: { title: 'Share of voice in an industry', text: 'Who is heard most in {industry} over the last {days} days, and whose creators its brands share' },
    zh: { title: '行业声量份额', text: '近 {days} 天 {industry} 行业中谁的声量最大，品牌之间共用哪些达人',
      about: '今天之前若干天内行业投放的曝光份额和花费份额；品牌的达人中有多少同期也服务过同行业其他品牌，其中最多的是哪一个。品牌之间的独家约定不在图谱中。' },
  },
  'platform/long_tail': {
    en: { title: 'Whether small creators get their share', text: 'How unequal orders and impressions are within and between sizes, over {days} days' },
    zh: { title: '尾部达人的份额', text: '近 {days} 天，各量级之内与之间的订单和曝光有多不均',
      about: '基尼系数：0 为完全平均，1 为一人独占；在该量级全部达人中计算，没有订单的也计入。头部 100 万粉丝起，腰部 10 万起，尾部 1 万起，其下为素人。`recommended` 是来源已知的订单中由推荐带来的份额：若随量级变小而下降，说明排序对小达人不利。' },
  },
  'platform/supply_gaps': {
    en: { title: 'More asked for than can be delivered', text: 'Categories in which more is asked for than creators of at least {minFollowers} followers can deliver' },
    zh: { title: '供不应求的品类', text: '粉丝数不少于 {minFollowers} 的达人供不应求的品类',
      about: '需求：尚未结束的投放预算，平均分到其类目。供给：主类目达人的短视频报价，每人一次，且不在任何此类投放中。单位均为元，归入一级类目；`gap` 是需求可将全部供给订满的次数。不分地区：投放把地区记为目标人群而非地点。' },
  },
  'platform/suspicious_spikes': {
    en: { title: 'Followers that jump on the same days', text: "Agencies of which at least {least} creators gained {times} times the usual day's followers, and at least a share of {share}, on one day" },
    zh: { title: '同日异常涨粉', text: '同一天有至少 {least} 位达人涨粉达到平日 {times} 倍、且不低于粉丝数 {share} 的机构',
      about: '异常：某天涨粉达到平日的 `times` 倍、且不低于粉丝数的 `share`。列出同一机构至少 `least` 位达人同日异常的日子；`expected` 是若这些异常分散在各天，预计有多少位。互赞群和协同报价不会留下这种痕迹：那需要图谱中没有的评论关系。' },
  },
  'strategist/audience_overlap': {
    en: { title: 'Shared audience, and who adds least', text: 'How much audience the creators {creators} share, and which one adds least' },
    zh: { title: '粉丝重合与增量最低者', text: '达人 {creators} 的粉丝重合度，以及谁带来的增量最低',
      about: '占比以粉丝数之和为分母；由人群分布模型估计，因为图谱中没有具体粉丝：`unique` 是该达人受众中其他人都触达不到的份额，最小者增量最低。' },
  },
  'strategist/bargains': {
    en: { title: 'Growing fast, priced below their like', text: 'Creators of category {category} with at least {minFollowers} followers, among the fastest growing {top}, still priced below their like' },
    zh: { title: '增长快且报价偏低', text: '品类 {category} 中粉丝数不少于 {minFollowers}、增速位于前 {top}、报价仍低于同类的达人',
      about: '增长取最近 30 天，因为预测不在图谱属性中；如有模型，见 risingCreators。历史报价不保留：“偏低”指当前单粉报价低于同主类目、同量级（粉丝数按十倍分级）的中位数。' },
  },
  'strategist/budget_pick': {
    en: { title: 'The most of a target for a budget', text: 'With {budget} yuan: at most {most} creators of category {category}, at most {perAgency} of one agency, who reach the most of segment {segment}, each with at least {minFollowers} followers' },
    zh: { title: '预算内触达最多目标人群', text: '预算 {budget} 元：在品类 {category} 中选最多 {most} 位达人（每家机构至多 {perAgency} 位，粉丝数不少于 {minFollowers}），触达人群 {segment} 最多',
      about: '在该类目达人中，按触达目标人群的人数（粉丝数乘以目标人群占比）与所占资源之比依次选取：资源为报价和一个名额（名额按预算等分计价），直至预算、人数或每家机构的上限用完。`gap` 是任何选法至多还能多触达的比例（按允许部分选取、报价与名额合为一个约束的上界）。同时关注多位达人的人会重复计算：如有模型，planCampaign 会扣除重合。金额单位为元。' },
  },
  'strategist/cheaper_alike': {
    en: { title: 'Alike, and cheaper for each follower', text: 'Who resembles {creators}, asks less for each follower and is with another agency' },
    zh: { title: '相似且更便宜', text: '与 {creators} 相似、单粉报价更低、属于其他机构的达人',
      about: '受众：人群占比的重合程度，1 为完全相同（各维度取平均）。内容：共同类目占双方全部类目的比例（Jaccard）。两者各占一半。`priceOfSeeds` 是单粉短视频报价与种子达人之比；报价本身单位为元。' },
  },
  'strategist/competitors_creators': {
    en: { title: "Competitors' creators whom a brand has not had", text: 'Creators who worked with the three closest competitors of {brand} in the last {days} days, and never with the brand' },
    zh: { title: '竞品用过、自己没用过的达人', text: '近 {days} 天与 {brand} 的三个最接近竞品合作过、但从未与该品牌合作的达人',
      about: '竞品是同行业的品牌，共用达人最多者最接近。投放效果旁列出该达人其他作品的（自然）播放量，如有数据。' },
  },
  'strategist/offer_curve': {
    en: { title: 'Which offer is accepted, and how surely', text: 'Which offer creator {creator} accepts, and how surely' },
    zh: { title: '报价与接受概率', text: '达人 {creator} 接受什么价位，把握多大',
      about: '取自主类目相同、量级相近（粉丝数为其三分之一至三倍）的达人已回复的邀约：按出价与短视频报价之比，各档有多少被接受，并折算为该达人的金额（元）。`own` 是该达人自己的回复，数量不多。如有接受模型，它会把这些合成一个概率。' },
  },
  'strategist/safety_check': {
    en: { title: 'Whether a creator is safe to book', text: 'Whether creator {creator} is safe to book: growth, engagement, saturation, exclusivity' },
    zh: { title: '合作风险检查', text: '达人 {creator} 是否适合合作：涨粉异常、互动、商单饱和度、独家约束',
      about: '虚假粉丝和评论倾向不在图谱中。`value` 旁列出同主类目、量级相近（粉丝数为其三分之一至三倍）达人的常见值；没有类目的达人与全部类目比较。涨粉达到平日十倍的一天为异常。' },
  },
  'strategist/shortlist': {
    en: { title: 'A shortlist for a brief', text: 'Creators of category {category} with {minFollowers} to {maxFollowers} followers, audience in {segments}, at least {minGender} of it {gender}, expected CPM of at most {maxCpm} yuan, free in the next days' },
    zh: { title: '按需求筛选候选达人', text: '品类 {category}、粉丝数 {minFollowers} 至 {maxFollowers}、人群 {segments}、其中 {gender} 占比不低于 {minGender}、预估 CPM 不超过 {maxCpm} 元、近期有档期的达人',
      about: '预估 CPM 取该达人以往投放的成本，次数少时向类目水平靠拢（相当于另加 5 万次类目 CPM 的曝光）。完播率不在图谱中，改用互动率：须位于所比较达人的前列（其中 `atLeastOf` 低于它）。有档期指今后 14 天内没有投放。金额单位为元。' },
  },
  'strategist/substitutes': {
    en: { title: 'A substitute that keeps the reach', text: 'If creator {creator} declines campaign {campaign}: who keeps the reach for at most {priceFactor} times the price' },
    zh: { title: '保持触达的替补达人', text: '如果达人 {creator} 拒绝投放 {campaign}，谁能以不超过 {priceFactor} 倍的价格保持触达',
      about: '主类目相同、短视频报价不高于给定倍数、且不在该投放中的达人。受众：人群占比的重合程度（各维度取平均）。`reachDifference` 是与拒绝者粉丝数的差异：如有 3% 以内的，优先选用。' },
  },
  'strategist/tier_mix': {
    en: { title: 'Which sizes were cheapest', text: 'Which sizes of creators brought clicks and conversions cheapest in {industry} over the last {days} days' },
    zh: { title: '哪个量级成本最低', text: '近 {days} 天 {industry} 行业中，哪个量级的达人带来的点击和转化成本最低',
      about: '头部 100 万粉丝起，腰部 10 万起，尾部 1 万起，其下为素人。图谱中没有 5A 数据（CPA3），以单次点击和单次转化成本代替。金额单位为元，统计今天之前若干天内开始的投放。' },
  },
};

/** What the parameters of the starting set mean, in Chinese, by the server's English words. */
export const parameterNotes: Record<string, string> = {
  "An agency's key.": '机构的 key。',
  'How recent the last campaign is.': '最近一次投放距今的天数。',
  'Brands of each kind.': '每类品牌的个数。',
  'The day that counts as today; the last day of the data when left out.': '视为今天的日期；不填则为数据的最后一天。',
  'Campaigns for each creator.': '每位达人的投放数。',
  'How many rivals.': '竞对个数。',
  'A contract that ends within so many days ends soon.': '多少天内到期算即将到期。',
  "A brand's key.": '品牌的 key。',
  'The last day on which they may have begun; any when left out.': '最晚开始日期；不填则不限。',
  'How many campaigns, latest first.': '投放个数，最近的在前。',
  'Length of a quarter in days.': '一个季度的天数。',
  "A creator's key.": '达人的 key。',
  'Posts at most so old.': '作品发布至今的最长小时数。',
  'The day at whose end, in UTC, it is now; the last day of the data when left out.': '以该日结束时（UTC）为当前时间；不填则为数据的最后一天。',
  'How many days back campaigns may have begun.': '投放开始日期的回溯天数。',
  'Participations of each kind in a stratum.': '每层中每种来源的最少合作次数。',
  "A brand's industry.": '品牌所属行业。',
  'How many days back.': '回溯天数。',
  'Followers at least for a creator to count.': '计入的达人的最低粉丝数。',
  'Creators of one agency on one day.': '同一机构同一天的最少达人数。',
  "Times the usual day's gain.": '平日涨粉的倍数。',
  'Of the followers, 0 to 1.': '占粉丝数的比例，0 到 1。',
  'The day whose contracts count; the last day of the data when left out.': '以该日的签约为准；不填则为数据的最后一天。',
  'Keys of two to 50 creators, or their ids as the API gives them.': '2 至 50 位达人的 key，或接口给出的 id。',
  "A category's key; its subcategories count.": '类目的 key，含下级类目。',
  'Followers at least.': '最低粉丝数。',
  'The fastest growing share of those looked at, 0 to 1.': '增长最快的比例，0 到 1。',
  "A category's key.": '类目的 key。',
  "The target segment's key.": '目标人群的 key。',
  'In yuan.': '单位为元。',
  'Creators at most.': '最多达人数。',
  'Of one agency at most.': '每家机构最多人数。',
  'Keys of the creators to resemble, 1 to 5.': '1 至 5 位种子达人的 key。',
  'Followers at most.': '最高粉丝数。',
  'Segments whose shares are added up.': '占比相加的人群。',
  'The segment of the gender wanted.': '所需性别的人群。',
  'Its share at least, 0 to 1.': '其最低占比，0 到 1。',
  'Expected CPM at most, yuan.': '预估 CPM 上限（元）。',
  'Share of the others whose engagement rate is lower, 0 to 1.': '互动率低于它的达人比例，0 到 1。',
  'Key of who declines.': '拒绝者的 key。',
  "A campaign's key, whose creators are left out.": '投放的 key，其达人不列入。',
  'Price at most, times that of who declines.': '报价上限，为拒绝者报价的倍数。',
};

/** A sentence in pieces: words, and names of parameters in between. */
export function piecesOf(text: string): ({ words: string } | { parameter: string })[] {
  return text.split(/(\{\w+\})/).filter(Boolean).map((part) => (/^\{\w+\}$/.test(part) ? { parameter: part.slice(1, -1) } : { words: part }));
}
