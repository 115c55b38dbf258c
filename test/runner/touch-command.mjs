/**
 * The command `tap`: a finger touches the page at a point and lets go. It
 * answers whether the engine can: Chromium and Firefox do.
 *
 *   const able = await executeServerCommand('tap', {x: 10, y: 20});
 */
export const touchCommand = () => ({
  name: 'touch-command',
  async executeCommand({command, payload, session: {id, browser}}) {
    if (command !== 'tap') return undefined;
    const {x, y} = payload;
    if (browser.name === 'Firefox') {
      await browser.getPage(id).touchscreen.tap(x, y);
      return true;
    }
    if (browser.name !== 'Chromium') return false;
    const page = browser.getPage(id);
    const connection = await page.createCDPSession();
    // The page is in a frame of nothing: its coordinates are the viewport's.
    await connection.send('Emulation.setTouchEmulationEnabled', {
      enabled: true,
    });
    try {
      await connection.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{x, y}],
      });
      await connection.send('Input.dispatchTouchEvent', {
        type: 'touchEnd',
        touchPoints: [],
      });
    } finally {
      await connection.send('Emulation.setTouchEmulationEnabled', {
        enabled: false,
      });
      await connection.detach();
    }
    return true;
  },
});
