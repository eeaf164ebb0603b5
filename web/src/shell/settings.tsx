import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

import { loadWords, makeTranslate, type Translate, type Words } from '../text/catalogue';
import { makeFormat, type Format, type Language } from '../text/format';
import type { Translation } from '../text/translation';
import { read, write } from './storage';

export type Theme = 'light' | 'dark';

interface Settings {
  language: Language;
  theme: Theme;
  /** Names and prices are hidden: for screenshots and for clients. */
  isSafe: boolean;
  t: Translate;
  format: Format;
  setLanguage: (language: Language) => void;
  setTheme: (theme: Theme) => void;
  setSafe: (isSafe: boolean) => void;
}

const SettingsContext = createContext<Settings | null>(null);

/**
 * Language, theme and client-safe mode; changed without a reload and remembered. public/start.js sets the first two
 * before the first paint; `words` are those of the language it set.
 */
export function SettingsProvider({ words, children }: { words: Translation<Words>; children: ReactNode }) {
  const root = document.documentElement;
  const [{ language, t }, setSpoken] = useState<{ language: Language; t: Translate }>(() => ({
    language: root.lang.startsWith('zh') ? 'zh' : 'en',
    t: makeTranslate(words),
  }));
  const [theme, setTheme] = useState<Theme>(root.dataset['theme'] === 'dark' ? 'dark' : 'light');
  const [isSafe, setSafe] = useState(read('safe') === 'yes');

  useEffect(() => {
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    write('language', language);
  }, [root, language]);
  useEffect(() => {
    root.dataset['theme'] = theme;
    write('theme', theme);
  }, [root, theme]);

  const setLanguage = useCallback((next: Language) => {
    void loadWords(next).then((loaded) => setSpoken({ language: next, t: makeTranslate(loaded) }));
  }, []);
  const changeSafe = useCallback((next: boolean) => {
    setSafe(next);
    write('safe', next ? 'yes' : 'no');
  }, []);

  const settings = useMemo<Settings>(
    () => ({
      language,
      theme,
      isSafe,
      t,
      format: makeFormat(language),
      setLanguage,
      setTheme,
      setSafe: changeSafe,
    }),
    [language, t, theme, isSafe, setLanguage, changeSafe],
  );
  return (
    <SettingsContext.Provider value={settings}>
      <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>
    </SettingsContext.Provider>
  );
}

/** The settings, `t` and `format` of the page's language. */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('useSettings stands outside of SettingsProvider');
  return settings;
}
