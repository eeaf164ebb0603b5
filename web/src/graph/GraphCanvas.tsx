import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type Ref } from 'react';

import { useSettings } from '../shell/settings';
import type { Point } from '../scene/scene';
import { Engine, type Listener, type Picture } from './engine';
import styles from './GraphCanvas.module.css';
import { stepTo, type Direction } from './walk';

/** What others may ask of the canvas. */
export interface CanvasHandle {
  fit(ids?: readonly string[]): void;
  /** Fits only when one of these nodes is out of view. */
  reveal(ids: readonly string[]): void;
  zoom(isIn: boolean): void;
}

interface GraphCanvasProps extends Picture {
  ref?: Ref<CanvasHandle>;
  /** What the canvas shows, in one sentence. */
  label: string;
  selected: ReadonlySet<string>;
  lit: ReadonlySet<string>;
  isLasso: boolean;
  /** To look at: nothing can be moved, expanded or hidden. */
  isReadOnly?: boolean;
  /** The sentence that a screen reader hears when the keyboard reaches a node. */
  describe: (id: string) => string;
  onSelect: (ids: string[], isAdditive: boolean) => void;
  onExpand: (id: string) => void;
  onStub: (id: string) => void;
  onMove: (id: string, to: Point) => void;
  onHide: (ids: string[]) => void;
  onHelp: () => void;
}

const arrows: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * The picture of a scene. One stop of the tab key; arrows walk from neighbour to neighbour and each node
 * is spoken. The table beside it is the other way in.
 */
export function GraphCanvas({ ref, ...props }: GraphCanvasProps) {
  const { theme } = useSettings();
  const container = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine | null>(null);
  const latest = useRef(props);
  const [cursor, setCursor] = useState<string | null>(null);
  const [trail, setTrail] = useState<string[]>([]);
  const [spoken, setSpoken] = useState('');
  const { nodes, links, stubs, positions, selected, lit } = props;

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const listener: Listener = {
      onPress: (id, isAdditive) => latest.current.onSelect(id ? [id] : [], isAdditive),
      onOpen: (id) => !latest.current.isReadOnly && latest.current.onExpand(id),
      onStub: (id) => !latest.current.isReadOnly && latest.current.onStub(id),
      onMoved: (id, to) => !latest.current.isReadOnly && latest.current.onMove(id, to),
      onHover: (id) => {
        if (container.current) container.current.style.cursor = id ? 'pointer' : '';
      },
    };
    const made = new Engine(container.current!, listener);
    engine.current = made;
    made.apply(latest.current);
    made.fit(undefined, true);
    return () => {
      made.kill();
      engine.current = null;
    };
  }, []);

  useEffect(() => {
    engine.current?.apply({ nodes, links, stubs, positions });
  }, [nodes, links, stubs, positions]);

  const place = cursor !== null && positions.has(cursor) ? cursor : null;
  useEffect(() => {
    engine.current?.setEmphasis({ selected, lit, cursor: place });
  }, [selected, lit, place, nodes]);

  const drawnIn = useRef(theme);
  useEffect(() => {
    if (drawnIn.current === theme) return;
    drawnIn.current = theme;
    engine.current?.recolor();
  }, [theme]);

  useImperativeHandle(ref, () => ({
    fit: (ids) => engine.current?.fit(ids, calm()),
    reveal: (ids) => {
      if (engine.current && !engine.current.isInView(ids)) engine.current.fit(undefined, calm());
    },
    zoom: (isIn) => engine.current?.zoom(isIn),
  }), []);

  const shownPositions = useMemo(() => {
    const ids = new Set(nodes.map((node) => node.id));
    return new Map([...positions].filter(([id]) => ids.has(id)));
  }, [nodes, positions]);

  const goTo = (id: string) => {
    setCursor(id);
    setSpoken(props.describe(id));
    if (engine.current && !engine.current.isInView([id])) engine.current.fit([id], calm());
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const here = place ?? [...selected][0] ?? nodes[0]?.id;
    const direction = arrows[key];
    if (direction && event.shiftKey) {
      const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] }[direction] as [number, number];
      engine.current?.pan(dx, dy);
    } else if (direction && here) {
      const next = place ? stepTo(here, direction, shownPositions, links) : here;
      if (next) {
        if (place) setTrail([...trail, place]);
        goTo(next);
      }
    } else if (key === 'Backspace') {
      const back = trail.at(-1);
      if (back) goTo(back);
      setTrail(trail.slice(0, -1));
    } else if (key === 'Enter' && here) {
      props.onSelect([here], false);
    } else if (key === ' ' && here) {
      props.onSelect([here], true);
    } else if ((key === 'e' || key === 'E') && here && isPlain(event) && !props.isReadOnly) {
      props.onExpand(here);
    } else if ((key === 'h' || key === 'H') && here && isPlain(event) && !props.isReadOnly) {
      props.onHide(selected.has(here) ? [...selected] : [here]);
    } else if ((key === 'f' || key === 'F') && isPlain(event)) {
      engine.current?.fit(undefined, calm());
    } else if (key === '+' || key === '=') {
      engine.current?.zoom(true);
    } else if (key === '-') {
      engine.current?.zoom(false);
    } else if (key === '?') {
      props.onHelp();
    } else if (key === 'Escape') {
      props.onSelect([], false);
      setCursor(null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles['frame']}>
      <div
        ref={container}
        className={styles['canvas']}
        role="application"
        aria-label={props.label}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-nodes={nodes.length}
        data-links={links.length}
      />
      {props.isLasso && (
        <Lasso
          onDone={(drawn, isAdditive) => props.onSelect(engine.current?.within(drawn) ?? [], isAdditive)}
        />
      )}
      <p className={styles['spoken']} aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.metaKey && !event.ctrlKey && !event.altKey;
}

/** A line drawn by hand around nodes. The keyboard selects with Space instead. */
function Lasso({ onDone }: { onDone: (line: Point[], isAdditive: boolean) => void }) {
  const [drawn, setDrawn] = useState<Point[]>([]);
  const at = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  return (
    <svg
      className={styles['lasso']}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn([at(event)]);
      }}
      onPointerMove={(event) => {
        if (drawn.length > 0) setDrawn([...drawn, at(event)]);
      }}
      onPointerUp={(event) => {
        if (drawn.length > 3) onDone(drawn, event.shiftKey);
        setDrawn([]);
      }}
    >
      {drawn.length > 1 && <polygon points={drawn.map((p) => p.join(',')).join(' ')} />}
    </svg>
  );
}
