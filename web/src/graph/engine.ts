// The seam to sigma: what is shown goes in, what the user does comes out. Nobody else imports sigma.

import { MultiUndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';

import type { Point, SceneLink, SceneNode } from '../scene/scene';
import { bubbleTile, forgetTokens, stubTile, tileOf, token } from './atlas';
import { KindProgram } from './KindProgram';
import { beginLabels, drawHover, drawLabel, fonts, type Mark } from './labels';

/** A node as the canvas shows it. */
export interface CanvasNode extends SceneNode {
  label: string;
  isPinned?: boolean;
  hasNote?: boolean;
  radius: number;
  /** The token of its colour. */
  tone: string;
  /** How many nodes it stands for, of a bubble, as text. */
  countText?: string;
}

/** "+37 more" of a node. */
export interface CanvasStub {
  id: string;
  of: string;
  label: string;
}

export interface Picture {
  nodes: readonly CanvasNode[];
  links: readonly SceneLink[];
  stubs: readonly CanvasStub[];
  positions: ReadonlyMap<string, Point>;
}

/** What stands out: everything else is dimmed while `lit` holds something. */
export interface Emphasis {
  selected: ReadonlySet<string>;
  /** Nodes and links of a path, of a kind in the legend. */
  lit: ReadonlySet<string>;
  /** Where the keyboard stands. */
  cursor: string | null;
}

export interface Listener {
  onPress(id: string | null, isAdditive: boolean): void;
  onOpen(id: string): void;
  onStub(id: string): void;
  onMoved(id: string, to: Point): void;
  onHover(id: string | null): void;
}

interface NodeData {
  x: number;
  y: number;
  size: number;
  label: string | null;
  type: string;
  tile: number;
  alpha: number;
  weight: number;
  isStub: boolean;
  isPinned: boolean;
  hasNote: boolean;
  tone: string;
  countText: string;
}

interface LinkData {
  size: number;
  color: string;
  of: string;
}

/** Positions within ± this fill the canvas at a camera ratio of 1; about one unit is one pixel there. */
const reach = 450;
/** Above this many links, they and the labels are left out while the picture moves. */
const manyLinks = 5_000;
/** Above this many nodes, names are few and may cover marks. */
const manyNodes = 500;
/** The room that names at the edges of a picture take, in pixels of both sides together. */
const namesAround = { x: 180, y: 110 };
/** How far beside a mark a press still means it, as a share of its radius and in pixels. */
const slack = { share: 1.25, pixels: 5 };

export class Engine {
  private readonly graph = new MultiUndirectedGraph<NodeData, LinkData>();
  private readonly sigma: Sigma<NodeData, LinkData>;
  private emphasis: Emphasis = { selected: new Set(), lit: new Set(), cursor: null };
  private hovered: string | null = null;
  private near = new Set<string>();
  private dragged: { id: string; hasMoved: boolean } | null = null;
  private colors = { link: '', strong: '' };
  /** The canvas's shorter side, in pixels. */
  private short = reach * 2;

  constructor(container: HTMLElement, private readonly listener: Listener) {
    this.readColors();
    this.measure(container.offsetWidth, container.offsetHeight);
    this.sigma = new Sigma<NodeData, LinkData>(this.graph, container, {
      allowInvalidContainer: true,
      autoRescale: true,
      defaultNodeType: 'kind',
      nodeProgramClasses: { kind: KindProgram as never },
      nodeHoverProgramClasses: { kind: KindProgram as never },
      defaultEdgeType: 'line',
      edgeProgramClasses: { line: EdgeRectangleProgram as never },
      labelFont: fonts.family,
      labelSize: fonts.size,
      labelDensity: 1.2,
      labelGridCellSize: 76,
      labelRenderedSizeThreshold: 3.5,
      defaultDrawNodeLabel: drawLabel as never,
      defaultDrawNodeHover: drawHover as never,
      minCameraRatio: 0.03,
      maxCameraRatio: 12,
      stagePadding: 40,
      zIndex: true,
      doubleClickZoomingRatio: 1,
      // Marks shrink with a small canvas as their distances do, and grow a little with a large one.
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio * Math.min(4, Math.max(0.5, (reach * 2) / this.short))),
      nodeReducer: (id, data) => this.showNode(id, data) as never,
      edgeReducer: (id, data) => this.showLink(id, data),
    });
    // Sigma would draw each frame twice, and wait for the graphics card at each move of the mouse, to find what is under it.
    Object.assign(this.sigma, { getNodeAtPosition: (at: { x: number; y: number }) => this.nodeAt(at) });
    // What is said of a marked node stands above its mark; the layer that takes the mouse stays the highest.
    const layers = this.sigma.getCanvases();
    if (layers['hovers']) layers['hovers'].style.zIndex = '1';
    if (layers['mouse']) layers['mouse'].style.zIndex = '2';
    // A frame of its own: what is added does not move what is there.
    this.sigma.setCustomBBox({ x: [-reach, reach], y: [-reach, reach] });
    this.listen();
  }

  kill() {
    this.sigma.kill();
  }

  /** Puts in what is new, takes out what is gone, moves what has moved. */
  apply({ nodes, links, stubs, positions }: Picture) {
    const ids = new Set<string>();
    const degree = new Map<string, number>();
    for (const { from, to } of links) {
      degree.set(from, (degree.get(from) ?? 0) + 1);
      degree.set(to, (degree.get(to) ?? 0) + 1);
    }
    for (const node of nodes) {
      const [x, y] = positions.get(node.id) ?? [0, 0];
      ids.add(node.id);
      this.put(node.id, {
        x,
        y,
        size: node.radius,
        label: node.label,
        type: 'kind',
        tile: node.countText ? bubbleTile : tileOf(node.kind),
        alpha: node.isGone ? 0.4 : 1,
        weight: degree.get(node.id) ?? 0,
        isStub: false,
        isPinned: node.isPinned ?? false,
        hasNote: node.hasNote ?? false,
        tone: node.tone,
        countText: node.countText ?? '',
      });
    }
    for (const stub of stubs) {
      const parent = positions.get(stub.of);
      if (!parent || !ids.has(stub.of)) continue;
      const [x, y] = this.freeSide(stub, parent, links, positions);
      ids.add(stub.id);
      this.put(stub.id, {
        x, y, size: 9, label: stub.label, type: 'kind', tile: stubTile, alpha: 1, weight: 1e9, isStub: true, isPinned: false,
        hasNote: false, tone: '--text-faint', countText: '',
      });
    }
    for (const id of this.graph.nodes()) if (!ids.has(id)) this.graph.dropNode(id);

    const linkIds = new Set<string>();
    const heaviest = new Map<string, number>();
    for (const { kind, weight } of links) heaviest.set(kind, Math.max(heaviest.get(kind) ?? 0, weight ?? 0));
    for (const link of links) {
      if (!ids.has(link.from) || !ids.has(link.to) || link.from === link.to) continue;
      linkIds.add(link.id);
      const share = (link.weight ?? 0) / (heaviest.get(link.kind) || 1);
      this.putLink(link.id, link.from, link.to, 1 + 2.5 * Math.sqrt(Math.max(0, share)));
    }
    for (const stub of stubs) {
      if (!ids.has(stub.id)) continue;
      linkIds.add(`link:${stub.id}`);
      this.putLink(`link:${stub.id}`, stub.of, stub.id, 1);
    }
    for (const id of this.graph.edges()) if (!linkIds.has(id)) this.graph.dropEdge(id);

    const isMany = links.length > manyLinks;
    this.sigma.setSetting('hideEdgesOnMove', isMany);
    this.sigma.setSetting('hideLabelsOnMove', isMany);
  }

  setEmphasis(emphasis: Emphasis) {
    this.emphasis = emphasis;
    this.findNear();
    this.sigma.refresh({ skipIndexation: true });
  }

  /** After the theme has changed. */
  recolor() {
    forgetTokens();
    this.readColors();
    this.sigma.refresh();
  }

  /** Moves the camera so that these nodes, or all, are in view. */
  fit(ids: readonly string[] = this.graph.nodes(), isCalm = false) {
    const points = ids.filter((id) => this.graph.hasNode(id)).map((id) => this.graph.getNodeAttributes(id));
    if (points.length === 0) return;
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
    const { width, height } = this.sigma.getDimensions();
    const spanX = (Math.max(...xs) - Math.min(...xs)) / Math.max(width - namesAround.x, width / 2);
    const spanY = (Math.max(...ys) - Math.min(...ys)) / Math.max(height - namesAround.y, height / 2);
    const ratio = Math.min(6, Math.max(0.4, (Math.max(spanX, spanY) * this.short) / (reach * 2)));
    const state = { x: 0.5 + middle.x / (reach * 2), y: 0.5 + middle.y / (reach * 2), ratio, angle: 0 };
    const camera = this.sigma.getCamera();
    if (isCalm) camera.setState(state);
    else void camera.animate(state, { duration: 200 });
  }

  /** Whether all these nodes can be seen without moving the camera. */
  isInView(ids: readonly string[]): boolean {
    const { width, height } = this.sigma.getDimensions();
    return ids.every((id) => {
      if (!this.graph.hasNode(id)) return true;
      const { x, y } = this.sigma.graphToViewport(this.graph.getNodeAttributes(id));
      return x > 8 && y > 8 && x < width - 8 && y < height - 8;
    });
  }

  zoom(isIn: boolean) {
    const camera = this.sigma.getCamera();
    void (isIn ? camera.animatedZoom({ duration: 120 }) : camera.animatedUnzoom({ duration: 120 }));
  }

  pan(dx: number, dy: number) {
    const camera = this.sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    camera.setState({ x: x + dx * ratio * 0.1, y: y + dy * ratio * 0.1 });
  }

  /** The ids of the nodes within a line that was drawn, in pixels of the canvas. */
  within(line: readonly Point[]): string[] {
    return this.graph.filterNodes((_, data) => {
      if (data.isStub) return false;
      const { x, y } = this.sigma.graphToViewport(data);
      return isInside(x, y, line);
    });
  }

  positionOf(id: string): Point | null {
    if (!this.graph.hasNode(id)) return null;
    const { x, y } = this.graph.getNodeAttributes(id);
    return [x, y];
  }

  /** Where a node is on the canvas, in pixels, and how large. */
  spotOf(id: string): { x: number; y: number; radius: number } | null {
    if (!this.graph.hasNode(id)) return null;
    const data = this.graph.getNodeAttributes(id);
    return { ...this.sigma.graphToViewport(data), radius: this.sigma.scaleSize(data.size) };
  }

  /** The node at a place in pixels of the canvas; where marks lie on one another, the one whose middle is nearest for its size. */
  private nodeAt(at: { x: number; y: number }): string | null {
    const { x, y } = this.sigma.viewportToGraph(at);
    const beside = this.sigma.viewportToGraph({ x: at.x + 1, y: at.y });
    const pixel = Math.hypot(beside.x - x, beside.y - y);
    const scale = this.sigma.scaleSize(1);
    let found: string | null = null;
    let least = 1;
    this.graph.forEachNode((id, node) => {
      const radius = pixel * Math.max(slack.pixels, node.size * scale * slack.share);
      const distance = Math.hypot(node.x - x, node.y - y) / radius;
      if (distance >= least) return;
      [found, least] = [id, distance];
    });
    return found;
  }

  /** The marks, for names to keep clear of; none where there are so many that names are few. */
  private marks(): Mark[] {
    if (this.graph.order > manyNodes) return [];
    const scale = this.sigma.scaleSize(1);
    return this.graph.mapNodes((_, node) => {
      const { x, y } = this.sigma.graphToViewport(node);
      return [x, y, node.size * scale];
    });
  }

  private put(id: string, data: NodeData) {
    if (!this.graph.hasNode(id)) {
      this.graph.addNode(id, data);
      return;
    }
    const old = this.graph.getNodeAttributes(id);
    const isSame = (Object.keys(data) as (keyof NodeData)[]).every((key) => old[key] === data[key]);
    if (!isSame && this.dragged?.id !== id) this.graph.mergeNodeAttributes(id, data);
  }

  private putLink(id: string, from: string, to: string, size: number) {
    if (this.graph.hasEdge(id)) {
      if (this.graph.getEdgeAttribute(id, 'size') !== size) this.graph.setEdgeAttribute(id, 'size', size);
      return;
    }
    this.graph.addEdgeWithKey(id, from, to, { size, color: '', of: id });
  }

  /** A place beside a node on the side that its links leave free. */
  private freeSide(stub: CanvasStub, [x, y]: Point, links: readonly SceneLink[], positions: ReadonlyMap<string, Point>): Point {
    let dx = 0;
    let dy = 0;
    for (const { from, to } of links) {
      const other = from === stub.of ? to : to === stub.of ? from : null;
      const place = other && positions.get(other);
      if (!place) continue;
      const distance = Math.hypot(place[0] - x, place[1] - y) || 1;
      dx -= (place[0] - x) / distance;
      dy -= (place[1] - y) / distance;
    }
    // Several stubs of one node stand apart.
    const order = [...stub.id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 7;
    const angle = Math.atan2(dy, dx) + (order - 3) * 0.35;
    return [x + 46 * Math.cos(angle), y + 46 * Math.sin(angle)];
  }

  private findNear() {
    this.near = new Set();
    const centres = this.hovered ? [this.hovered] : [...this.emphasis.selected];
    if (centres.length > 20) return;
    for (const id of centres) {
      if (!this.graph.hasNode(id)) continue;
      this.near.add(id);
      for (const other of this.graph.neighbors(id)) this.near.add(other);
    }
  }

  private showNode(id: string, data: NodeData) {
    const { selected, lit, cursor } = this.emphasis;
    const isSelected = selected.has(id);
    const isLit = lit.size === 0 || lit.has(id) || isSelected;
    const isFaint = !isLit || (this.hovered !== null && !this.near.has(id) && !isSelected);
    const isMarked = isSelected || cursor === id || id === this.hovered;
    return {
      ...data,
      color: token(data.tone),
      alpha: isFaint ? data.alpha * 0.22 : data.alpha,
      label: isFaint ? null : data.label,
      highlighted: isMarked,
      isSelected,
      isCursor: cursor === id,
      forceLabel: isMarked || data.isStub || data.countText !== '' || (this.near.has(id) && this.near.size <= 30) || (lit.size > 0 && lit.has(id) && lit.size < 40),
      zIndex: isMarked ? 2 : isFaint ? 0 : 1,
    };
  }

  private showLink(id: string, data: LinkData) {
    const { lit } = this.emphasis;
    const [a, b] = this.graph.extremities(id);
    const centre = this.hovered ?? (this.emphasis.selected.size === 1 ? [...this.emphasis.selected][0]! : null);
    const isNear = centre !== null && (a === centre || b === centre);
    const isLit = lit.has(id);
    const isFaint = (lit.size > 0 && !isLit) || (this.hovered !== null && !isNear);
    return {
      ...data,
      size: isLit ? data.size + 1.5 : data.size,
      color: isLit || isNear ? this.colors.strong : this.colors.link,
      hidden: isFaint && this.graph.size > 800,
      zIndex: isLit || isNear ? 1 : 0,
    };
  }

  private measure(width: number, height: number) {
    this.short = Math.min(width, height) || 1;
  }

  private readColors() {
    this.colors = { link: token('--link'), strong: token('--link-near') };
  }

  private listen() {
    const { sigma, listener } = this;
    const isAdditive = (event: { original: MouseEvent | TouchEvent }) =>
      event.original instanceof MouseEvent && (event.original.shiftKey || event.original.metaKey || event.original.ctrlKey);
    sigma.on('beforeRender', () => beginLabels(() => this.marks()));
    sigma.on('resize', () => {
      const { width, height } = sigma.getDimensions();
      this.measure(width, height);
    });
    sigma.on('clickNode', ({ node, event }) => {
      if (this.graph.getNodeAttribute(node, 'isStub')) listener.onStub(node);
      else listener.onPress(node, isAdditive(event));
    });
    sigma.on('clickStage', () => listener.onPress(null, false));
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (!this.graph.getNodeAttribute(node, 'isStub')) listener.onOpen(node);
    });
    sigma.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
    sigma.on('enterNode', ({ node }) => this.hover(node));
    sigma.on('leaveNode', () => this.hover(null));
    sigma.on('downNode', ({ node }) => {
      if (!this.graph.getNodeAttribute(node, 'isStub')) this.dragged = { id: node, hasMoved: false };
    });
    sigma.on('moveBody', ({ event }) => {
      if (!this.dragged) return;
      this.dragged.hasMoved = true;
      const { x, y } = sigma.viewportToGraph(event);
      this.graph.mergeNodeAttributes(this.dragged.id, { x, y });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => {
      const dragged = this.dragged;
      this.dragged = null;
      const to = dragged?.hasMoved && this.positionOf(dragged.id);
      if (dragged && to) listener.onMoved(dragged.id, to);
    };
    sigma.on('upNode', drop);
    sigma.on('upStage', drop);
  }

  private hover(id: string | null) {
    // A pressed mouse moves the picture or a node: what it passes over is not meant, and would restyle everything.
    if (this.sigma.getMouseCaptor().isMouseDown) return;
    this.hovered = id;
    this.findNear();
    this.listener.onHover(id);
    this.sigma.refresh({ skipIndexation: true, schedule: true });
  }
}

function isInside(x: number, y: number, line: readonly Point[]): boolean {
  let isIn = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [ax, ay] = line[i]!;
    const [bx, by] = line[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  }
  return isIn;
}
