/**
 * The command `media`: shows the page as in print, in forced colours, or with
 * any other media feature. It answers whether the engine can (Chromium does).
 *
 *   const able = await executeServerCommand('media', {
 *     type: 'print',
 *     features: {'forced-colors': 'active'},
 *   });
 *   await executeServerCommand('media', {}); // as it was
 */
export const mediaCommand = () => {
  /**
   * By page. Only the connection that has set something takes it back; forced
   * colours would stay, in other pages too.
   */
  const connections = new Map();
  return {
    name: 'media-command',
    async executeCommand({command, payload, session: {id, browser}}) {
      if (command !== 'media') return undefined;
      if (browser.name !== 'Chromium') return false;
      const {type = '', features = {}} = payload ?? {};
      const connection =
        connections.get(id) ?? (await browser.getPage(id).createCDPSession());
      connections.set(id, connection);
      await connection.send('Emulation.setEmulatedMedia', {
        media: type,
        features: Object.entries(features).map(([name, value]) => ({
          name,
          value,
        })),
      });
      return true;
    },
  };
};
