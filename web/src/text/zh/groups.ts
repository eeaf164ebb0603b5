import type { groupsEn } from '../en/groups';
import type { Translation } from '../translation';

export const groupsZh = {
  communityPage: '圈层',
  communityMembers: '成员，核心在前',
  communityNote: '彼此合作多于与外部合作的达人，以最近一次分析为准',
  communityWhat: '这个圈层',
  otherCommunities: '其他圈层',
  centrality: 'PageRank',
  centralityText: '其合作达人的连接程度，同一次分析内可比',
  meanFollowers: '平均粉丝数',
  spread: '构成',
  spreadBySize: '量级分布',
  spreadByCategory: '品类分布',
  spreadByRegion: '地区分布',
  spreadByAgency: '机构分布（今天在约）',
  openInFinder: '在达人广场打开',

  categoryWhat: (key) => `品类 ${key}`,
  categoryPart: '属于',
  narrowerCategories: '下级品类',
  withNarrower: '含下级品类',
  categoryCreators: '达人，粉丝最多在前',
  categoryBrands: '品牌，按花费',
  categoryCampaigns: '投放，最新在前',
  alsoIn: '同时属于',
} satisfies Translation<typeof groupsEn>;
