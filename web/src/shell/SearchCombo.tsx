import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  type Key,
} from 'react-aria-components';
import { flushSync } from 'react-dom';

import { useAsk } from '../api/ask';
import { Search } from '../api/generated/documents';
import type { EntityKind, SearchQuery } from '../api/generated/types';
import { KindMark } from '../entity/KindMark';
import { kinds, plural } from '../entity/kind';
import { useName } from '../entity/naming';
import { Icon } from '../ui/Icon';
import { useSettings } from './settings';
import styles from './SearchBox.module.css';

export type Hit = SearchQuery['search']['nodes'][number];

/** How long typing must rest before it is asked, in milliseconds. */
const restMilliseconds = 80;

export interface SearchComboProps {
  /** What was typed before the box was there. */
  begun: string;
  label: string;
  isLarge: boolean;
  /** Shown behind the text, such as a key. */
  aside?: ReactNode;
  onPick: (entity: Hit['entity']) => void;
}

/** The box with its list, which SearchBox shows once somebody is in it. Hits stand in groups, the group of the best hit first. */
export function SearchCombo({ begun, label, isLarge, aside, onPick }: SearchComboProps) {
  const { t } = useSettings();
  const field = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');

  // The list opens at a change of the text, so that what was typed before comes after; at once, or the next letter would
  // find a box without it.
  useEffect(() => {
    if (begun === '') return;
    const timer = setTimeout(() => flushSync(() => setText((since) => begun + since)));
    return () => clearTimeout(timer);
  }, [begun]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim().slice(0, 200)), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);

  const answer = useAsk(Search, { text: asked, first: 12 }, { off: asked === '' });
  const hits = asked === '' ? undefined : answer.data?.search.nodes;
  const groups = useMemo(() => grouped(hits ?? []), [hits]);

  const pick = (key: Key | null) => {
    const hit = hits?.find((h) => h.entity.id === key);
    if (hit) onPick(hit.entity);
  };

  return (
    <ComboBox
      className={`${styles['combo']} ${isLarge ? styles['large'] : ''}`}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={pick}
      items={groups}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label className={styles['label']!}>{label}</Label>
      <div ref={field} className={styles['field']}>
        <Icon name="search" />
        <Input className={styles['input']!} placeholder={t('searchPlaceholder')} spellCheck={false} />
        {aside}
      </div>
      <Popover triggerRef={field} className={styles['popover']!} offset={4}>
        <ListBox
          className={styles['list']!}
          renderEmptyState={() => (
            <p className={styles['empty']} role="status">
              {answer.error ? answer.error.message : hits ? t('searchEmpty', asked) : asked ? t('loading') : t('searchHint')}
            </p>
          )}
        >
          {(group: Group) => (
            <ListBoxSection id={group.kind}>
              <Header className={styles['group']!}>{t(plural[group.kind])}</Header>
              <Collection items={group.hits}>{(hit) => <HitItem hit={hit} asked={asked} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
        {hits && hits.length > 0 && (
          <p className={styles['total']}>{t('searchAll', String(answer.data?.search.totalCount ?? 0))}</p>
        )}
      </Popover>
    </ComboBox>
  );
}

interface Group {
  id: EntityKind;
  kind: EntityKind;
  hits: (Hit & { id: string })[];
}

function grouped(hits: readonly Hit[]): Group[] {
  const found = new Map<EntityKind, Group>();
  for (const hit of hits) {
    const { kind, id } = hit.entity;
    const group = found.get(kind) ?? { id: kind, kind, hits: [] };
    found.set(kind, group);
    group.hits.push({ ...hit, id });
  }
  const best = hits[0]?.entity.kind;
  const order = (kind: EntityKind) => (kind === best ? -1 : kinds.indexOf(kind));
  return [...found.values()].sort((a, b) => order(a.kind) - order(b.kind));
}

function HitItem({ hit, asked }: { hit: Hit; asked: string }) {
  const { isSafe } = useSettings();
  const nameOf = useName();
  const name = nameOf(hit.entity);
  return (
    <ListBoxItem id={hit.entity.id} textValue={name} className={styles['hit']!}>
      <KindMark kind={hit.entity.kind} />
      <span className={styles['name']} dir="auto">
        {isSafe ? name : <Marked text={name} part={asked} />}
      </span>
      <Aside hit={hit} />
    </ListBoxItem>
  );
}

/** What tells hits of one name apart. */
function Aside({ hit }: { hit: Hit }) {
  const { t, format, isSafe } = useSettings();
  const { entity } = hit;
  const parts: (string | null | undefined)[] = [];
  if (entity.__typename === 'Creator') {
    parts.push(isSafe ? null : entity.handle && `@${entity.handle}`, entity.region);
    if (entity.followers != null) parts.push(t('followersOf', format.count(entity.followers)));
  }
  if (entity.__typename === 'Brand') parts.push(entity.industry);
  if (entity.__typename === 'Agency') parts.push(entity.region);
  if (entity.__typename === 'Campaign') parts.push(isSafe ? null : entity.brand.name, entity.starts);
  return <span className={styles['aside']}>{parts.filter(Boolean).join(' · ')}</span>;
}

function Marked({ text, part }: { text: string; part: string }) {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (part === '' || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles['mark']}>{text.slice(at, at + part.length)}</mark>
      {text.slice(at + part.length)}
    </>
  );
}
