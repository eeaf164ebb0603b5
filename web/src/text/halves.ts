import type { Language } from './format';

/**
 * The half of a sentence that the API gives in both languages as "中文 · English"; all of it where it is not
 * made like that.
 */
export function halfOf(text: string, language: Language): string {
  const at = text.indexOf(' · ');
  if (at < 0 || text.indexOf(' · ', at + 3) >= 0) return text;
  const halves = [text.slice(0, at), text.slice(at + 3)] as const;
  return language === 'zh' ? halves[0] : halves[1];
}
