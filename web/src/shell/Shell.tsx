import { Link, Outlet, useSearch } from '@tanstack/react-router';

import { Button, IconButton, IconToggle } from '../ui/Button';
import { navigation } from './navigation';
import { SearchBox } from './SearchBox';
import { useSettings } from './settings';
import styles from './Shell.module.css';

/** The frame of every page: bar with navigation, search and settings; the page under it. */
export function Shell() {
  const { t } = useSettings();
  const { embed } = useSearch({ strict: false });
  if (embed) {
    return (
      <main id="content" className={styles['embedded']} tabIndex={-1}>
        <Outlet />
      </main>
    );
  }
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('skip')}
      </a>
      <header className={styles['bar']}>
        <Link to="/" className={styles['brand']!} aria-label={`${t('product')} · ${t('navHome')}`}>
          <img src="/icon.svg" alt="" width={20} height={20} />
          <span className={styles['wordmark']}>{t('product')}</span>
        </Link>
        <nav className={styles['nav']} aria-label={t('mainNavigation')}>
          <NavigationLinks />
        </nav>
        <div className={styles['search']}>
          <SearchBox />
        </div>
        <SettingButtons />
      </header>
      <main id="content" className={styles['content']} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function NavigationLinks() {
  const { t } = useSettings();
  const props = { className: styles['link']!, activeProps: { className: `${styles['link']} ${styles['active']}`, 'aria-current': 'page' as const } };
  return navigation.map(({ text, ...target }) => (
    <Link key={text} {...target} {...props}>
      {t(text)}
    </Link>
  ));
}

function SettingButtons() {
  const { t, language, theme, isSafe, setLanguage, setTheme, setSafe } = useSettings();
  return (
    <div className={styles['settings']}>
      <IconToggle
        icon="shield"
        label={isSafe ? t('clientSafeOn') : t('clientSafeOff')}
        isSelected={isSafe}
        onChange={setSafe}
      />
      <IconButton
        icon={theme === 'dark' ? 'sun' : 'moon'}
        label={theme === 'dark' ? t('themeToLight') : t('themeToDark')}
        onPress={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
      <Button look="quiet" onPress={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{t('languageOther')}</span>
      </Button>
    </div>
  );
}
