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
export const mediaCommand = () => ({
  name: 'media-command',
  async executeCommand({command, payload, session: {id, browser}}) {
    if (command !== 'media') return undefined;
    if (browser.name !== 'Chromium') return false;
    const {type = '', features = {}} = payload ?? {};
    const connection = await browser.getPage(id).createCDPSession();
    await connection.send('Emulation.setEmulatedMedia', {
      media: type,
      features: Object.entries(features).map(([name, value]) => ({
        name,
        value,
      })),
    });
    return true;
  },
});
