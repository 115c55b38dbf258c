/** Of a run that goes on, or was killed: the number of its process, and a random one. */
export const SCRATCH = /^\.term-elements-(\d{1,10})-[\da-f]{8}$/i;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE =
  /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?: *\.|$)/i;

/** Letters that some file systems leave out when they compare names. */
const IGNORED = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Most that file systems take, in bytes. */
const LONGEST = 255;

/**
 * Why a path cannot be one of a file that is written: it leads out of the
 * folder, names no file that every program would take for the same, or would
 * change how `git` works in the folder.
 *
 * @param path Inside the output folder, with slashes.
 * @returns `undefined` where it can.
 */
export const whyUnsafe = (
  path: string,
  platform: NodeJS.Platform = process.platform,
): string | undefined => {
  for (const part of path.split('/')) {
    const why =
      whyPartUnsafe(part) ??
      (platform === 'win32' ? whyNotOnWindows(part) : undefined);
    if (why) return why;
  }
  return undefined;
};

const whyPartUnsafe = (part: string): string | undefined => {
  if (part === '' || part === '.' || part === '..') {
    return 'expected a path inside the folder';
  }
  // eslint-disable-next-line no-control-regex -- these are what must not be in a name
  if (/[\u0000-\u001f\u007f-\u009f\\]/.test(part)) {
    return 'expected names without control characters and backslashes';
  }
  // Written as UTF-8, all of them would have the same name.
  if (/\p{Surrogate}/u.test(part)) return 'expected whole characters';
  if (Buffer.byteLength(part) > LONGEST) {
    return `expected names of at most ${LONGEST} bytes`;
  }
  const bare = part
    .replace(IGNORED, '')
    .toLowerCase()
    .replace(/[. ]{1,255}$/, '');
  if (bare === '.git' || bare === 'git~1') {
    return 'expected a path outside of git’s own folder';
  }
  return SCRATCH.test(part) ? 'it is the name of a scratch folder' : undefined;
};

const whyNotOnWindows = (part: string): string | undefined => {
  if (DEVICE.test(part)) return 'on Windows it is the name of a device';
  return /[<>:"|?*]|[. ]$/.test(part)
    ? 'on Windows it names another file, or is invalid'
    : undefined;
};
