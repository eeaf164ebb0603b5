// Line icons of 16 × 16, drawn for this page. They say nothing to a screen reader: the control does.

const paths = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5 6 6 0 1 0 13.5 9.6z',
  code: 'M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H9a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  tidy: 'M8 2.2v3M8 10.8v3M2.2 8h3M10.8 8h3M8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  lasso: 'M3 10.5C1 7 4 2.5 8.5 2.5S15 6.5 12 9s-6 2-7.5 1.5M4.5 10.5a1.5 1.5 0 1 1 1.5 1.5c0 1-.5 1.5-1.5 2',
  links: 'M3.5 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 3.7l5 .6M4.3 5.4l2 5.2M11.4 6.2 8.2 10.8',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 3v10',
  graph: 'M4 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 9.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.8 4.9l4.5 1.8M4.2 6l.6 4M10.3 8.6l-3.5 2.5',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  hide: 'M2 8s2.5-4 6-4 6 4 6 4-2.5 4-6 4-6-4-6-4zM2.5 13.5l11-11',
  show: 'M2 8s2.5-4 6-4 6 4 6 4-2.5 4-6 4-6-4-6-4zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  pin: 'M5.5 2h5l-.7 5 2.2 2.5H4L6.2 7zM8 9.5V14',
  path: 'M3.5 12.5a1.5 1.5 0 1 0 0-.01M12.5 3.5a1.5 1.5 0 1 0 0-.01M4.8 11.6C9 10 6 6 11.2 4.3',
  share: 'M6 4.5H3v9h10v-3M8.5 2.5h5v5M13.5 2.5 7 9',
  chevron: 'M4 6l4 4 4-4',
  check: 'M3 8.5 6.5 12 13 4.5',
  external: 'M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  expand: 'M8 5v6M5 8h6M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5',
  history: 'M2.5 8A5.5 5.5 0 1 0 4.2 4M2.2 2.5v3h3M8 5v3.2l2 1.3',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5V9.5M8 11.5v.01',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  play: 'M5 3v10l8-5z',
  stop: 'M4 4h8v8H4z',
  fold: 'M8 2.5v4M5.5 4.5 8 7l2.5-2.5M8 13.5v-4M5.5 11.5 8 9l2.5 2.5M2.5 8h2M11.5 8h2',
  shield: 'M8 1.8 13.5 4v4c0 3.5-2.5 5.5-5.5 6.5C5 13.5 2.5 11.5 2.5 8V4z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
