import type {SourceStatus} from '../../glossary/source.js';

/** A line of the report: what, how much, from where. */
export interface ReportLine {
  readonly name: string;
  readonly address: string;
  readonly size: string;
  readonly from: string;
  readonly duration: string;
}

/** What the panel says of one source. */
export interface Report {
  readonly label: string;
  readonly state: SourceStatus['state'];
  readonly fault: string | undefined;
  readonly lines: readonly ReportLine[];
  readonly total: string;
  readonly layers: readonly Report[];
}

const FROM = {
  network: 'network',
  browser: 'browser cache',
  kept: 'kept copy',
  page: 'page',
} as const;

/** `1.4 kB`, in thousands as networks count. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/** The last part of an address: what distinguishes the files of one source. */
const nameOf = (address: string): string =>
  address.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '') || address;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'unknown fault';

/** The status of a source in words. Pure. */
export const reportOf = ({
  label,
  state,
  error,
  files,
  totals,
  layers = [],
}: SourceStatus): Report => ({
  label,
  state,
  fault: error === undefined ? undefined : messageOf(error),
  lines: files.map(({address, bytes, from, duration}) => ({
    name: nameOf(address),
    address,
    size: sizeText(bytes),
    from: FROM[from],
    duration: `${Math.round(duration)} ms`,
  })),
  total: `${totals.files} ${totals.files === 1 ? 'file' : 'files'}, ${sizeText(totals.bytes)}`,
  layers: layers.map(reportOf),
});
