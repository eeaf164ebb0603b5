import type { overlapEn } from '../en/overlap';
import type { Translation } from '../translation';

export const overlapZh = {
  overlapTitle: '粉丝重合度',
  overlapOpen: '粉丝重合度',
  overlapFew: '请在达人广场或清单中选择 2 到 50 位达人。',
  overlapGone: '这些达人都已不在，或粉丝数未知。',
  overlapCut: (shown, all) => `前 ${shown} 位，共 ${all} 位：一次最多计算这么多`,
  overlapUnknown: (names) => `粉丝数未知，未计入：${names}`,
  overlapOf: (list) => `清单：${list}`,
  dropTitle: '去掉谁？',
  dropNote: '损失覆盖最少，或每独有粉丝成本最高的在前',
  dropLost: '损失覆盖',
  dropLostShare: '占去重覆盖',
  dropSaved: '节省报价',
  dropPerHead: '每独有粉丝成本',
  dropUnique: '独有粉丝占比',
  dropIt: (name) => `去掉 ${name}`,
  dropBack: '恢复去掉的达人',
  dropped: (count) => `已去掉 ${count} 位`,
  dropAdvice: (name, share, saved) => `去掉 ${name}，去重覆盖减少 ${share}，节省 ${saved}。`,
  dropAdviceUnpriced: (name, share) => `去掉 ${name}，去重覆盖减少 ${share}。`,
  matrixTitle: '两两重合',
  matrixNote: '同时关注两位的人数占较小一方粉丝的比例',
  efficiency: '去重率',
} satisfies Translation<typeof overlapEn>;
