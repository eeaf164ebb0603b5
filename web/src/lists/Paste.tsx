import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';

import { useAsk } from '../api/ask';
import { ResolveCreators } from '../api/generated/documents';
import type { ResolveCreatorsQuery } from '../api/generated/types';
import { EntityLink } from '../entity/EntityLink';
import { useName } from '../entity/naming';
import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Field';
import { Problem } from '../ui/Problem';
import { State } from '../ui/State';
import type { List } from './ListPage';
import styles from './lists.module.css';
import { useWrite } from './useWrite';
import { saveItems } from './write';

type Line = ResolveCreatorsQuery['resolveCreators'][number];

/** How many lines the server resolves at once. */
const mostLines = 500;

/** The lines of a pasted text, without empty ones; a column of a spreadsheet is one line a row. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines);
}

/** Puts pasted creators on a list: names, handles, keys or links. What is doubtful is decided here, what is missing told. */
export function Paste({ list, onClose }: { list: List; onClose: () => void }) {
  const { t, format } = useSettings();
  const [text, setText] = useState('');
  const [lines, setLines] = useState<string[]>([]);
  return (
    <Dialog title={t('paste')} isWide onClose={onClose}>
      {lines.length === 0 ? (
        <div className={styles['stack']}>
          <TextField className={styles['stack']!} value={text} onChange={setText} autoFocus>
            <Label>{t('pasteText', format.whole(mostLines))}</Label>
            <TextArea className={styles['paste']!} rows={10} />
          </TextField>
          <Button look="primary" isDisabled={linesOf(text).length === 0} onPress={() => setLines(linesOf(text))}>
            {t('pasteResolve')}
          </Button>
        </div>
      ) : (
        <Resolved list={list} lines={lines} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Resolved({ list, lines, onClose }: { list: List; lines: string[]; onClose: () => void }) {
  const { t, format } = useSettings();
  const nameOf = useName();
  const asked = useAsk(ResolveCreators, { lines });
  // By the number of the line: the candidate that was chosen for a doubtful one.
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const { isRunning, error, run } = useWrite();
  const resolved = asked.data?.resolveCreators ?? [];
  const ids = [...new Set(resolved.map((line, i) => line.creator?.id ?? chosen.get(i)).filter((id): id is string => Boolean(id)))];
  const states = { FOUND: 'pasteFound', DOUBTFUL: 'pasteDoubtful', MISSING: 'pasteMissing' } as const;
  const who = (line: Line, i: number) => {
    if (line.creator) return <EntityLink entity={line.creator} />;
    if (line.candidates.length === 0) return format.absent('none');
    return (
      <Select
        label={`${t('pasteChoose')}: ${line.line}`}
        isLabelHidden
        value={chosen.get(i) ?? ''}
        options={[
          { value: '', label: t('pasteChoose') },
          ...line.candidates.map((c) => ({
            value: c.id,
            label: `${nameOf(c)} · ${format.count(c.followers)}`,
          })),
        ]}
        onChange={(id) => setChosen(new Map([...chosen, [i, id]]))}
      />
    );
  };
  return (
    <div className={styles['stack']}>
      <State asked={asked} skeleton={8}>
        {() => (
          <DataTable
            label={t('paste')}
            rows={resolved.map((line, i) => ({ line, i }))}
            idOf={({ i }) => String(i)}
            columns={[
              { id: 'line', label: t('pasteLine'), cell: ({ line }) => <span dir="auto">{line.line}</span> },
              { id: 'state', label: t('listStatus'), cell: ({ line }) => t(states[line.state]) },
              { id: 'creator', label: t('CREATOR'), cell: ({ line, i }) => who(line, i) },
            ]}
          />
        )}
      </State>
      {error && <Problem error={error} />}
      <Button
        look="primary"
        isDisabled={isRunning || ids.length === 0}
        onPress={() =>
          run(async () => {
            await saveItems(list.id, ids.map((creator) => ({ creator })));
            onClose();
          })
        }
      >
        {t('pasteAdd', format.whole(ids.length))}
      </Button>
    </div>
  );
}
