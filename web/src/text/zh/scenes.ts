import type { scenesEn } from '../en/scenes';
import type { Translation } from '../translation';

export const scenesZh = {
  scenesTitle: '已保存的场景',
  navScenes: '场景',
  sceneSave: '保存场景',
  sceneSaveNew: '另存为',
  sceneSaved: (name) => `已保存为 ${name}，链接已复制`,
  sceneTooLong: '链接太长，不便发送。保存场景后会复制一个短链接。',
  sceneSafeOff: '场景会连同名称一起保存。请先关闭“客户可见”。',
  sceneGoneText: (key) => `场景 ${key}`,
  scenesEmpty: '还没有保存的场景',
  scenesEmptyText: '在图谱中点“保存场景”，画布上的内容和步骤会以一个名称保存下来。',
  sceneOpen: '打开',
  sceneDelete: (name) => `删除 ${name}`,
  sceneSince: (name, day) => `${name}，保存于 ${day}。`,
  sceneSame: '其中内容此后没有变化。',
  sceneChanged: (gone, renamed, resized) => `此后：${gone} 个已删除，${renamed} 个改名，${resized} 个数字有变化。`,
} satisfies Translation<typeof scenesEn>;
