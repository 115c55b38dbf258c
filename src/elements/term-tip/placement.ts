/** A box in client coordinates, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What of the page is on screen; a page that is pinched shows a part of its layout. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Height of the viewport that the page is laid out for. */
  readonly layoutHeight: number;
}

/** What decides where a card goes. */
export interface Situation {
  /** The line of text that the card belongs to. */
  readonly line: Box;
  /** Size that the card would like to have. */
  readonly width: number;
  readonly height: number;
  readonly viewport: Viewport;
  readonly rightToLeft: boolean;
  /** The side that the card is on already; it stays there while it fits. */
  readonly above?: boolean | undefined;
}

export interface Place {
  readonly above: boolean;
  readonly left: number;
  /** Distance from the top of the layout viewport, or from its bottom for a card above. */
  readonly offset: number;
  /** All that there is room for. */
  readonly width: number;
  readonly height: number;
}

/** Pixels between the words and their card. */
const GAP = 6;
/** Pixels between a card and the edge of the viewport. */
const EDGE = 8;
/** Pixels of a card that can be read: two lines and what can be done. */
const LEAST = 96;

const clamp = (value: number, low: number, high: number) =>
  Math.max(low, Math.min(value, high));

/**
 * Below the line and flush with its beginning; above where there is no room
 * below and more above; never out of the viewport. A card that fits on neither
 * side gets the larger one, and scrolls. It is over the words only where
 * neither side has room for two lines, as in a small frame.
 */
export const place = ({
  line,
  width,
  height,
  viewport,
  rightToLeft,
  above: wasAbove,
}: Situation): Place => {
  const {left, top, layoutHeight} = viewport;
  const right = left + viewport.width;
  const bottom = top + viewport.height;
  const room = {
    below: bottom - line.bottom - GAP - EDGE,
    above: line.top - top - GAP - EDGE,
  };
  const wanted = wasAbove ? 'above' : 'below';
  const other = wasAbove ? 'below' : 'above';
  const above =
    (height <= room[wanted] || room[wanted] >= room[other]) ===
    Boolean(wasAbove);
  const start = rightToLeft ? line.right - width : line.left;
  const placed = {
    left: clamp(
      start,
      left + EDGE,
      Math.max(left + EDGE, right - width - EDGE),
    ),
    width: Math.max(0, viewport.width - 2 * EDGE),
  };
  if (Math.max(room.below, room.above) < Math.min(LEAST, height)) {
    const inside = Math.max(0, viewport.height - 2 * EDGE);
    return {...placed, above: false, offset: top + EDGE, height: inside};
  }
  return {
    ...placed,
    above,
    offset: above ? layoutHeight - line.top + GAP : line.bottom + GAP,
    height: Math.max(0, above ? room.above : room.below),
  };
};

/** Which of several lines a point is on, or is nearest to. */
export const lineAt = (lines: readonly Box[], x: number, y: number): number => {
  let nearest = 0;
  let least = Infinity;
  for (const [index, {left, right, top, bottom}] of lines.entries()) {
    const distance = Math.hypot(
      x - clamp(x, left, right),
      y - clamp(y, top, bottom),
    );
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  }
  return nearest;
};
