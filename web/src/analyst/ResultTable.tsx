import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

import { useSettings } from '../shell/settings';
import { Button } from '../ui/Button';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { save } from '../ui/save';
import { Empty } from '../ui/State';
import { VirtualTable, type VirtualColumn } from '../ui/VirtualTable';
import tabs from '../explore/tables.module.css';
import styles from './AnalystPage.module.css';
import { chartsOf } from './chart';
import { graphOf } from './graph';
import { ResultChart } from './ResultChart';
import { csvOf, isNumeric, textOf, type Table } from './table';

interface Result extends Table {
  truncated: boolean;
  warnings: readonly string[];
  milliseconds: number;
}

type Row = readonly unknown[];

/** How high a table of many rows is, in pixels; one of few is as high as its rows. */
const mostHeight = 480;
const rowHeight = 33;

/** An answer: what to know of it; as a table, a chart or a graph; as a file. */
export function ResultTable({ table, name, onShown }: { table: Result; name: string; onShown: () => void }) {
  const { t, format, isSafe } = useSettings();
  const [view, setView] = useState<'table' | 'chart'>('table');
  const shown = useRef<Result | null>(null);
  useEffect(() => {
    if (shown.current === table) return;
    shown.current = table;
    onShown();
  }, [table, onShown]);
  const hasChart = useMemo(() => chartsOf(table).length > 0, [table]);
  const nodes = useMemo(() => graphOf(table).nodes.length, [table]);
  const isChart = view === 'chart' && hasChart;
  // Nobody knows which cells of a question's answer are names or prices.
  if (isSafe) return <Empty title={t('resultSafe')}>{t('resultSafeText', format.whole(table.rows.length))}</Empty>;
  return (
    <>
      <div className={styles['result']}>
        <span>{t('rowsIn', format.whole(table.rows.length), format.whole(Math.round(table.milliseconds)))}</span>
        {table.truncated && <span>{t('resultCut', format.whole(table.rows.length))}</span>}
        {hasChart && (
          <ToggleButtonGroup
            aria-label={t('resultViews')}
            className={tabs['tabs']!}
            disallowEmptySelection
            selectedKeys={[isChart ? 'chart' : 'table']}
            onSelectionChange={(keys) => setView([...keys][0] === 'chart' ? 'chart' : 'table')}
          >
            <ToggleButton id="table" className={tabs['tab']!}>{t('resultTable')}</ToggleButton>
            <ToggleButton id="chart" className={tabs['tab']!}>{t('resultChart')}</ToggleButton>
          </ToggleButtonGroup>
        )}
        <span className={styles['tools']}>
          {nodes > 0 && <ToGraph table={table} count={nodes} />}
          <CopyButton label={t('copyLink')} text={() => window.location.href} />
          <Button look="quiet" icon="download" onPress={() => save(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv' }))}>
            CSV
          </Button>
          <Button look="quiet" icon="download" onPress={() => void saveSheet(table, name)}>
            Excel
          </Button>
        </span>
      </div>
      {table.warnings.map((warning) => (
        <p key={warning} className={styles['warning']}>
          <Icon name="warning" />
          {warning}
        </p>
      ))}
      {table.rows.length === 0 ? <Empty title={t('nothing')} /> : isChart ? <ResultChart table={table} /> : <Rows table={table} />}
    </>
  );
}

function Rows({ table }: { table: Table }) {
  const { t, format } = useSettings();
  const rows = useMemo(() => table.rows.map((cells, i) => ({ cells, i })), [table]);
  const columns = useMemo(
    () =>
      table.columns.map((column, at): VirtualColumn<{ cells: Row; i: number }> => {
        const isNumber = isNumeric(table, at);
        return {
          id: `${at} ${column}`,
          label: column,
          isNumber,
          width: `${widthOf(table, at)}px`,
          cell: ({ cells }) => textOf(cells[at]) || format.absent('none'),
          title: ({ cells }) => textOf(cells[at]) || undefined,
          compare: (a, b) => (isNumber ? Number(a.cells[at] ?? -Infinity) - Number(b.cells[at] ?? -Infinity) : format.compare(textOf(a.cells[at]), textOf(b.cells[at]))),
        };
      }),
    [table, format],
  );
  return (
    <div style={{ height: Math.min(mostHeight, (rows.length + 1) * rowHeight + 16) }}>
      <VirtualTable
        label={t('answerTable')}
        columns={columns}
        rows={rows}
        idOf={({ i }) => String(i)}
        minWidth={table.columns.reduce((sum, _, at) => sum + widthOf(table, at), 0)}
      />
    </div>
  );
}

/** Wide enough for the head and for most of the first rows' values. */
function widthOf(table: Table, at: number): number {
  const signs = table.rows.slice(0, 50).map((row) => [...textOf(row[at])].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x250 ? 1 : 2), 0));
  return Math.min(320, Math.max(72, 28 + 7.5 * Math.max(table.columns[at]!.length + 2, ...signs)));
}

async function saveSheet(table: Table, name: string) {
  const { default: writeFile } = await import('write-excel-file/universal');
  const cell = (value: unknown) => (value === null || value === undefined ? null : typeof value === 'number' ? value : textOf(value));
  const data = [table.columns.map((value) => ({ value, fontWeight: 'bold' as const })), ...table.rows.map((row) => row.map(cell))];
  save(`${name}.xlsx`, await writeFile(data).toBlob());
}

/** Carries the nodes of an answer to the canvas. */
function ToGraph({ table, count }: { table: Table; count: number }) {
  const { t, format } = useSettings();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const open = async () => {
    setMaking(true);
    try {
      const { sceneLink } = await import('./sceneLink');
      await navigate({ to: '/explore', search: {}, hash: `s=${await sceneLink(table)}` });
    } finally {
      setMaking(false);
    }
  };
  return (
    <Button look="quiet" icon="graph" isDisabled={isMaking} onPress={() => void open()}>
      {t('toGraph', format.whole(count))}
    </Button>
  );
}
