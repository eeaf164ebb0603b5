import type { Settings } from 'sigma/settings';
import type { NodeDisplayData, PartialButFor } from 'sigma/types';

import { token } from './atlas';

/** The page's own stack, so that Chinese on the canvas looks as it does beside it. */
export const fonts = {
  family:
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  size: 12,
};

/** The widest label in signs; a Chinese sign counts as two. */
const mostSigns = 22;

type LabelData = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'> & {
  isSelected?: boolean;
  isCursor?: boolean;
  isStub?: boolean;
  isPinned?: boolean;
  hasNote?: boolean;
  countText?: string;
};

/** What a text was cut to, or how wide it is in a font: both are asked for again in every frame. */
const kept = new Map<string, string | number>();

function keep<Value extends string | number>(key: string, make: () => Value): Value {
  const known = kept.get(key) as Value | undefined;
  if (known !== undefined) return known;
  if (kept.size > 20_000) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

function widthOf(c: CanvasRenderingContext2D, text: string): number {
  return keep(`${c.font}\n${text}`, () => c.measureText(text).width);
}

/** Cuts a name to the width of a label: 二十个汉字以内, forty letters. */
export function cutLabel(text: string, most = mostSigns): string {
  return keep(`${most}\n${text}`, () => {
    let width = 0;
    let cut = '';
    for (const { segment } of new Intl.Segmenter().segment(text)) {
      width += /^[\u0000-\u024f]/.test(segment) ? 1 : 2;
      if (width > most) return `${cut.trimEnd()}…`;
      cut += segment;
    }
    return cut;
  });
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The outline of a mark, in pixels of the canvas. */
export type Mark = readonly [x: number, y: number, radius: number];

/** Where labels stand in the current frame: one that would cover another is left out. */
let taken: Box[] = [];
let findMarks: () => readonly Mark[] = () => [];
let marks: readonly Mark[] | null = null;

/** Before each frame. The marks are asked for when the first label is drawn: sigma knows the frame's places by then. */
export function beginLabels(find: () => readonly Mark[]) {
  taken = [];
  marks = null;
  findMarks = find;
}

function isFree([left, top, right, bottom]: Box): boolean {
  return taken.every((other) => right < other[0] || left > other[2] || bottom < other[1] || top > other[3]);
}

function coversNoMark([left, top, right, bottom]: Box, of: { x: number; y: number }): boolean {
  marks ??= findMarks();
  return marks.every(([x, y, radius]) => {
    const isOwn = Math.abs(x - of.x) < 1 && Math.abs(y - of.y) < 1;
    return isOwn || x + radius < left || x - radius > right || y + radius < top || y - radius > bottom;
  });
}

/** Below its mark, or where else it covers neither a label nor another mark; at worst it covers marks. */
export function placeLabel(at: { x: number; y: number; size: number }, width: number, height: number): Box | undefined {
  const { x, y, size } = at;
  const box = (left: number, top: number): Box => [left, top, left + width, top + height];
  const places = [
    box(x - width / 2, y + size + 3),
    box(x - width / 2, y - size - 3 - height),
    box(x + size + 4, y - height / 2),
    box(x - size - 4 - width, y - height / 2),
  ].filter(isFree);
  const place = places.find((free) => coversNoMark(free, at)) ?? places[0];
  if (place) taken.push(place);
  return place;
}

/** How many a bubble holds, in it, and the corner of a node that has a note. */
function drawSigns(c: CanvasRenderingContext2D, data: LabelData, settings: Settings) {
  if (data.countText && data.size > 7) {
    c.font = `600 ${Math.min(data.size * 0.8, 16)}px ${settings.labelFont}`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillStyle = token('--text');
    c.fillText(data.countText, data.x, data.y);
  }
  if (data.hasNote) {
    const at = data.size * 0.75;
    c.beginPath();
    c.arc(data.x + at, data.y - at, 4, 0, Math.PI * 2);
    c.fillStyle = token('--worse');
    c.strokeStyle = token('--ground');
    c.lineWidth = 2;
    c.stroke();
    c.fill();
  }
}

/** A name beside its node, with a halo of the ground. */
export function drawLabel(c: CanvasRenderingContext2D, data: LabelData, settings: Settings) {
  drawSigns(c, data, settings);
  if (!data.label) return;
  const text = cutLabel(data.label);
  c.font = `${data.isStub ? 500 : 400} ${settings.labelSize}px ${settings.labelFont}`;
  c.textAlign = 'left';
  c.textBaseline = 'top';
  c.lineJoin = 'round';
  c.lineWidth = 3;
  c.strokeStyle = token('--ground');
  c.fillStyle = data.isStub ? token('--text-soft') : token('--text');
  const place = placeLabel(data, widthOf(c, text), settings.labelSize);
  if (!place) return;
  c.strokeText(text, place[0], place[1]);
  c.fillText(text, place[0], place[1]);
}

/** What is selected, hovered or under the keyboard: a ring, and the whole name on a plate. */
export function drawHover(c: CanvasRenderingContext2D, data: LabelData, settings: Settings) {
  drawSigns(c, data, settings);
  c.lineWidth = 2;
  if (data.isSelected || data.isCursor) {
    c.strokeStyle = token('--accent');
    c.beginPath();
    c.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
    if (data.isCursor && !data.isSelected) c.setLineDash([4, 3]);
    c.stroke();
    c.setLineDash([]);
  }
  if (!data.label) return;
  const text = cutLabel(data.label, 44);
  c.font = `500 ${settings.labelSize}px ${settings.labelFont}`;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  const width = widthOf(c, text);
  const y = data.y + data.size + 5;
  c.fillStyle = token('--ground-float');
  c.strokeStyle = token('--line-strong');
  c.lineWidth = 1;
  c.beginPath();
  c.roundRect(data.x - width / 2 - 6, y - 3, width + 12, settings.labelSize + 8, 4);
  c.fill();
  c.stroke();
  c.fillStyle = token('--text');
  c.fillText(text, data.x, y);
}
