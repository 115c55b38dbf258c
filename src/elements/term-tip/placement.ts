/** A box in client coordinates, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What decides where a card goes. */
export interface Situation {
  /** The line of text that the card belongs to. */
  readonly line: Box;
  /** Size that the card would like to have. */
  readonly width: number;
  readonly height: number;
  readonly viewport: {readonly width: number; readonly height: number};
  readonly rightToLeft: boolean;
  /** The side that the card is on already; it stays there while it fits. */
  readonly above?: boolean | undefined;
}

export interface Place {
  readonly above: boolean;
  readonly left: number;
  /** Distance from the top of the viewport, or from its bottom for a card above. */
  readonly offset: number;
  /** All that there is room for. */
  readonly height: number;
}

/** Pixels between the words and their card. */
const GAP = 6;
/** Pixels between a card and the edge of the viewport. */
const EDGE = 8;

const clamp = (value: number, low: number, high: number) =>
  Math.max(low, Math.min(value, high));

/**
 * Below the line and flush with its beginning; above where there is no room
 * below and more above; never over the words, never out of the viewport. A
 * card that fits on neither side gets the larger one, and scrolls.
 */
export const place = ({
  line,
  width,
  height,
  viewport,
  rightToLeft,
  above: wasAbove,
}: Situation): Place => {
  const room = {
    below: viewport.height - line.bottom - GAP - EDGE,
    above: line.top - GAP - EDGE,
  };
  const wanted = wasAbove ? 'above' : 'below';
  const other = wasAbove ? 'below' : 'above';
  const above =
    (height <= room[wanted] || room[wanted] >= room[other]) ===
    Boolean(wasAbove);
  const start = rightToLeft ? line.right - width : line.left;
  return {
    above,
    left: clamp(start, EDGE, Math.max(EDGE, viewport.width - width - EDGE)),
    offset: above ? viewport.height - line.top + GAP : line.bottom + GAP,
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
