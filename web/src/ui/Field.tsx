import { useState, type ReactNode } from 'react';
import { Input, Label, NumberField, TextArea, TextField } from 'react-aria-components';

import styles from './Field.module.css';

/** A line of text under its name. Told when Enter is pressed or the field is left, or at every letter. */
export function TextInput({
  label,
  value,
  onCommit,
  isLong,
  isLive,
  isLabelHidden,
  hint,
}: {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  /** Several lines. */
  isLong?: boolean;
  /** Told at every letter: where a button beside it depends on what is typed. */
  isLive?: boolean;
  isLabelHidden?: boolean;
  /** Stands in the empty field, where nothing else says what belongs there. */
  hint?: string;
}) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setText(value);
  }
  const commit = () => text !== value && onCommit(text);
  const change = (next: string) => {
    setText(next);
    if (isLive) onCommit(next);
  };
  return (
    <TextField className={styles['field']!} data-printed={text} value={text} onChange={change} {...(isLabelHidden && { 'aria-label': label })}>
      {!isLabelHidden && <Label className={styles['label']!}>{label}</Label>}
      {isLong ? (
        <TextArea className={styles['input']!} rows={3} onBlur={commit} />
      ) : (
        <Input
          className={styles['input']!}
          placeholder={hint}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          }}
        />
      )}
    </TextField>
  );
}

/** A number under its name; empty is null. */
export function NumberInput({
  label,
  value,
  onCommit,
  isLabelHidden,
}: {
  label: string;
  value: number | null;
  onCommit: (value: number | null) => void;
  isLabelHidden?: boolean;
}) {
  return (
    <NumberField
      className={styles['field']!}
      value={value ?? NaN}
      minValue={0}
      onChange={(next) => onCommit(Number.isNaN(next) ? null : next)}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={styles['label']!}>{label}</Label>}
      <Input className={`${styles['input']} ${styles['number']}`} />
    </NumberField>
  );
}

/** One of a few values; a select of the browser's own, which every phone and reader knows. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  isLabelHidden,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  isLabelHidden?: boolean;
}): ReactNode {
  return (
    <label className={styles['field']} data-printed={options.find((option) => option.value === value)?.label}>
      {!isLabelHidden && <span className={styles['label']}>{label}</span>}
      <select
        className={styles['input']}
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day under its name, with the browser's own calendar; empty is null. */
export function DayInput({ label, value, onCommit }: { label: string; value: string | null; onCommit: (day: string | null) => void }) {
  return (
    <label className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <input type="date" className={`${styles['input']} ${styles['date']}`} value={value ?? ''} onChange={(event) => onCommit(event.target.value || null)} />
    </label>
  );
}

/** A moment of local time under its name, to the minute; empty is null. */
export function MomentInput({ label, value, onCommit }: { label: string; value: Date | null; onCommit: (moment: Date | null) => void }) {
  const local = value && new Date(value.getTime() - value.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return (
    <label className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <input
        type="datetime-local"
        className={`${styles['input']} ${styles['date']}`}
        value={local ?? ''}
        onChange={(event) => onCommit(event.target.value ? new Date(event.target.value) : null)}
      />
    </label>
  );
}
