/**
 * Runs tests in WebKitGTK (Debian's webkit2gtk-driver), in one window of a
 * display of its own, one test file after another.
 */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {send, startDisplay, startDriver} from './web-driver.mjs';
import {webKitPage} from './webkit-page.mjs';

const display = {width: 1280, height: 1024};
const viewport = {width: 800, height: 600};

const resizeLimitMs = 20_000;
const pollMs = 10;
const quitLimitMs = 5000;

/**
 * Without it the hidden toolbar would keep the window from getting narrower
 * than 447 px.
 */
const flatWidgets =
  '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }';

/**
 * A launcher of `@web/test-runner`. Its `type` and `getPage` make the stock
 * commands (keys, pointer, viewport) take it for Puppeteer.
 */
export class WebKitLauncher {
  name = 'WebKit';
  type = 'puppeteer';
  concurrency = 1;

  #programs;
  #browser;
  #active = new Map();

  /** @param {{driver: string, browser: string}} programs Where they are. */
  constructor(programs) {
    this.#programs = programs;
  }

  initialize() {}

  async startSession(id, url) {
    this.#active.set(id, url);
    await this.#resize(viewport);
    await this.#post('/url', {url});
  }

  isActive(id) {
    return this.#active.has(id);
  }

  async getBrowserUrl() {
    const {session} = await this.#started();
    return send(session, 'GET', '/url');
  }

  async stopSession(id) {
    this.#active.delete(id);
    await this.#post('/url', {url: 'about:blank'});
    return {};
  }

  async stop() {
    if (!this.#browser) return;
    const {session, stop} = await this.#browser.catch(() => ({}));
    if (!session) return;
    await send(session, 'DELETE', '', undefined, quitLimitMs).catch(() => {});
    stop();
  }

  startDebugSession() {
    throw new Error('WebKitGTK has no debugging session here');
  }

  getPage() {
    return webKitPage({
      url: () => this.getBrowserUrl(),
      resize: (size) => this.#resize(size),
      act: (actions) => this.#post('/actions', {actions}),
      release: async () => {
        const {session} = await this.#started();
        await send(session, 'DELETE', '/actions');
      },
    });
  }

  #started() {
    return (this.#browser ??= this.#start());
  }

  async #start() {
    const undo = [];
    const stop = () => {
      for (const step of undo.splice(0).reverse()) step();
    };
    process.once('exit', stop);
    try {
      const screen = await startDisplay(display);
      undo.push(screen.stop);

      const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
      undo.push(() => rmSync(settings, {recursive: true, force: true}));
      mkdirSync(join(settings, 'gtk-3.0'));
      writeFileSync(join(settings, 'gtk-3.0/gtk.css'), flatWidgets);

      const driver = await startDriver(this.#programs.driver, {
        DISPLAY: screen.name,
        GDK_BACKEND: 'x11',
        NO_AT_BRIDGE: '1',
        XDG_CONFIG_HOME: settings,
      });
      undo.push(driver.stop);

      const {sessionId} = await send(driver.base, 'POST', '/session', {
        capabilities: {
          alwaysMatch: {
            pageLoadStrategy: 'eager',
            'webkitgtk:browserOptions': {
              binary: this.#programs.browser,
              // Full screen, the toolbar is hidden: the window is the viewport.
              args: ['--automation', '--full-screen'],
            },
          },
        },
      });
      return {session: `${driver.base}/session/${sessionId}`, stop};
    } catch (error) {
      stop();
      throw error;
    }
  }

  async #post(path, body) {
    const {session} = await this.#started();
    return send(session, 'POST', path, body);
  }

  /**
   * There is no window manager: focus follows the pointer, which rests in the
   * middle of the display. A window that is not around it has no focus.
   */
  async #resize({width, height}) {
    await this.#post('/window/rect', {
      x: Math.max(0, Math.round((display.width - width) / 2)),
      y: Math.max(0, Math.round((display.height - height) / 2)),
      width,
      height,
    });
    const deadline = Date.now() + resizeLimitMs;
    while (Date.now() < deadline) {
      const [innerWidth, innerHeight] = await this.#post('/execute/sync', {
        script: 'return [innerWidth, innerHeight]',
        args: [],
      });
      if (innerWidth === width && innerHeight === height) return;
      await delay(pollMs);
    }
    throw new Error(
      `WebKitGTK did not take ${width} × ${height} (238 px to ${display.width} × ${display.height})`,
    );
  }
}
