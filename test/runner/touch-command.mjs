/**
 * The commands `tap` and `swipe`: a finger touches the page at a point and lets
 * go, or goes through several points in between. They answer whether the engine
 * can: Chromium and Firefox do.
 *
 *   const able = await executeServerCommand('tap', {x: 10, y: 20});
 *   await executeServerCommand('swipe', {points: [[10, 20], [10, 90]]});
 */
export const touchCommand = () => ({
  name: 'touch-command',
  async executeCommand({command, payload, session: {id, browser}}) {
    if (command !== 'tap' && command !== 'swipe') return undefined;
    const [first, ...others] =
      command === 'tap' ? [[payload.x, payload.y]] : payload.points;
    if (browser.name === 'Firefox') {
      const {touchscreen} = browser.getPage(id);
      await touchscreen.touchStart(...first);
      try {
        for (const point of others) await touchscreen.touchMove(...point);
      } finally {
        await touchscreen.touchEnd();
      }
      return true;
    }
    if (browser.name !== 'Chromium') return false;
    const page = browser.getPage(id);
    const connection = await page.createCDPSession();
    // The page is in a frame of nothing: its coordinates are the viewport's.
    await connection.send('Emulation.setTouchEmulationEnabled', {
      enabled: true,
    });
    const touch = (type, ...points) =>
      connection.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y]) => ({x, y})),
      });
    try {
      await touch('touchStart', first);
      for (const point of others) await touch('touchMove', point);
      await touch('touchEnd');
    } finally {
      await connection.send('Emulation.setTouchEmulationEnabled', {
        enabled: false,
      });
      await connection.detach();
    }
    return true;
  },
});
