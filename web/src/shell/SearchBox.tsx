import { useNavigate } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';

import { Icon } from '../ui/Icon';
import { takeOver } from './painted';
import type { Hit, SearchComboProps } from './SearchCombo';
import { useSettings } from './settings';
import styles from './SearchBox.module.css';

/** How long after its first paint the page loads the list of hits, if nobody wants it before, in milliseconds. */
const idleMilliseconds = 2_000;

const load = async () => (await import('./SearchCombo')).SearchCombo;

/**
 * The box that finds everything: names in Chinese or English, pinyin, initials. ⌘K or Ctrl-K reaches that of the bar
 * from anywhere (public/start.js).
 * It begins as a plain input, which the box with its list replaces once it has the focus: that list is half of what a
 * first visit would have to start otherwise.
 */
export function SearchBox({ onPick, isLarge = false, isInline, label }: { onPick?: (entity: Hit['entity']) => void; isLarge?: boolean; isInline?: boolean; label?: string }) {
  const { t } = useSettings();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  const [combo, setCombo] = useState<{ Combo: ComponentType<SearchComboProps>; begun: string } | null>(null);

  const isInBar = !isLarge && !isInline;
  useLayoutEffect(() => {
    if (isInBar) takeOver(input.current!);
  }, [isInBar]);
  useEffect(() => {
    if (!isInBar) return;
    const timer = setTimeout(() => void load(), idleMilliseconds);
    return () => clearTimeout(timer);
  }, [isInBar]);

  // An input that is taken away while an input method composes would lose what is composed. It goes as its text is read and
  // its focus moves at once: what is typed in between would be lost.
  const wake = async () => {
    const Combo = await load();
    const current = input.current;
    if (!current || document.activeElement !== current || isComposing.current) return;
    flushSync(() => setCombo({ Combo, begun: current.value }));
    box.current?.querySelector('input')?.focus();
  };
  const pick = (entity: Hit['entity']) => {
    // A list that is emptied while its box has the focus opens again: the plain input takes its place.
    setCombo(null);
    requestAnimationFrame(() => document.getElementById('content')?.focus());
    if (onPick) onPick(entity);
    else void navigate({ to: '/explore', search: { of: entity.id } });
  };

  const name = label ?? t('search');
  const aside = isInBar && <kbd className={styles['key']}>⌘K</kbd>;
  return (
    <div ref={box} className={`${styles['box']} ${isLarge ? styles['large'] : ''}`}>
      {combo ? (
        <combo.Combo begun={combo.begun} label={name} isLarge={isLarge} aside={aside} onPick={pick} />
      ) : (
        <div className={styles['field']}>
          <Icon name="search" />
          <input
            ref={input}
            className={styles['input']}
            role="combobox"
            aria-label={name}
            aria-expanded={false}
            aria-haspopup="listbox"
            aria-autocomplete="list"
            placeholder={t('searchPlaceholder')}
            spellCheck={false}
            autoComplete="off"
            onFocus={() => void wake()}
            onCompositionStart={() => (isComposing.current = true)}
            onCompositionEnd={() => {
              isComposing.current = false;
              void wake();
            }}
          />
          {aside}
        </div>
      )}
    </div>
  );
}
