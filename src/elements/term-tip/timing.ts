/** When things happen around a tip, all in milliseconds. */
export const timing = {
  /** The pointer rests: data is asked for. Shorter, and a page asks for what a pointer only crosses. */
  request: 150,
  /** The pointer rests: the card is shown. */
  show: 300,
  // The keyboard has decided already: on focus nothing is waited for.
  /** To get from the tip into its card, or back; also how long a card outlives the pointer. */
  grace: 300,
  /** After a card, the next one comes without delay: the reader is looking things up. */
  warm: 500,
  /** On the way to an open card, a tip that is crossed waits this long before it takes the card over. */
  crossing: 120,
  /** Data that is not there this long after the card was due: the card says that it is loading. */
  loading: 700,
  /** Still loading after this long, a card says so to a screen reader. */
  announce: 500,
  /** Open this long counts as read (`term-dwell`). */
  dwell: 1000,
};

export type Timing = typeof timing;
