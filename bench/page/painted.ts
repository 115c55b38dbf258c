/** Settles in the next frame, before it is painted. */
export const frame = (): Promise<number> =>
  new Promise((next) => requestAnimationFrame(next));

/** Settles when what is on screen now has been painted. */
export const painted = async (): Promise<void> => {
  await frame();
  await new Promise<void>((next) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(null);
  });
};
