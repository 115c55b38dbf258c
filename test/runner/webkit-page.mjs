/** A page with Puppeteer's methods for keys, pointer and viewport. */

/** Keys that have no character of their own, as WebDriver writes them. */
const keyCodes = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

const buttons = {left: 0, middle: 1, right: 2};

const unsupported = (what) => () =>
  Promise.reject(new Error(`${what} is not supported in WebKitGTK`));

/**
 * @param {object} browser
 * @param {() => Promise<string>} browser.url
 * @param {(size: {width: number, height: number}) => Promise<void>} browser.resize
 * @param {(actions: object[]) => Promise<unknown>} browser.act WebDriver actions.
 * @param {() => Promise<void>} browser.release Lets go of all keys and buttons.
 */
export const webKitPage = ({url, resize, act, release}) => {
  const keys = (...actions) => act([{type: 'key', id: 'keyboard', actions}]);
  const down = (key) => ({type: 'keyDown', value: keyCodes[key] ?? key});
  const up = (key) => ({type: 'keyUp', value: keyCodes[key] ?? key});

  const pointer = (...actions) =>
    act([
      {
        type: 'pointer',
        id: 'mouse',
        parameters: {pointerType: 'mouse'},
        actions,
      },
    ]);
  const move = (x, y) => ({
    type: 'pointerMove',
    duration: 0,
    x: Math.round(x),
    y: Math.round(y),
  });
  const button = (type, options) => ({
    type,
    button: buttons[options?.button ?? 'left'],
  });

  return {
    url,
    setViewport: resize,
    keyboard: {
      type: (text) => keys(...[...text].flatMap((key) => [down(key), up(key)])),
      press: (key) => keys(down(key), up(key)),
      down: (key) => keys(down(key)),
      up: (key) => keys(up(key)),
    },
    mouse: {
      move: (x, y) => pointer(move(x, y)),
      click: (x, y, options) =>
        pointer(
          move(x, y),
          button('pointerDown', options),
          button('pointerUp', options),
        ),
      down: (options) => pointer(button('pointerDown', options)),
      up: (options) => pointer(button('pointerUp', options)),
      reset: release,
    },
    accessibility: {snapshot: unsupported('a11ySnapshot')},
    emulateMediaFeatures: unsupported('emulateMedia'),
    emulateMediaType: unsupported('emulateMedia'),
    select: unsupported('selectOption'),
    setUserAgent: unsupported('setUserAgent'),
  };
};
