import type {LoadedFile, SourceStatus} from '../source.js';

/** Files that are listed; the totals count all. */
const MOST = 50;

/** The status of a source: a new object for each state. */
export class FileLog {
  status: SourceStatus;

  constructor(label: string) {
    this.status = {
      label,
      state: 'idle',
      files: [],
      totals: {files: 0, bytes: 0},
    };
  }

  /** @param error Why it failed, or why it is stale. */
  turn(state: SourceStatus['state'], error?: unknown): void {
    const {label, files, totals} = this.status;
    this.status = {
      label,
      state,
      ...(error !== undefined && {error}),
      files,
      totals,
    };
  }

  add(file: LoadedFile): void {
    const {files, totals} = this.status;
    this.status = {
      ...this.status,
      files: [...files, file].slice(-MOST),
      totals: {files: totals.files + 1, bytes: totals.bytes + file.bytes},
    };
  }
}
