/**
 * An error that the user can correct: a message and a way out, without a stack
 * trace.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    message: string,
    /** What to do about it. */
    readonly wayOut?: string,
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EFBIG: 'the file is larger than allowed',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a file operation failed, in words. */
export const reasonOf = (error: unknown): string => {
  const {code, message} = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) ?? code ?? message;
};
