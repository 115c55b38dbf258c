import {count} from '../terminal/count.js';
import {stylesOf} from '../terminal/styles.js';
import type {Glossary} from 'term-elements/glossary';
import {presentTerms} from '../site/layout.js';
import type {Io} from '../terminal/io.js';
import {noteText, type Report} from '../terminal/report.js';
import type {ExportArguments} from './arguments.js';
import type {Written} from './write-output.js';

/** Notes that are shown on a terminal; `--json` has all of them. */
const SHOWN = 20;

/** Reports what was written, and what could not be. */
export const reportExport = (
  {output, format, isJson, isQuiet}: ExportArguments,
  glossary: Glossary,
  {isFolder, files, changed, removed, kept}: Written,
  {notes, more}: Report,
  io: Io,
): void => {
  if (isJson) {
    const result = {
      written: output,
      format,
      files,
      changed,
      removed,
      kept,
      notes,
      more,
    };
    io.stdout(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  if (!isQuiet) {
    const {yellow} = stylesOf(io.colors);
    for (const note of notes.slice(0, SHOWN)) {
      io.stderr(noteText(note, yellow));
    }
    for (const path of kept.slice(0, SHOWN)) {
      io.stderr(
        `${output}/${path}: ${yellow('warning:')} it belongs to no entry any more, but was changed since it was written, so it is not removed\n`,
      );
    }
    const unwritten = more + Math.max(0, notes.length - SHOWN);
    if (unwritten) {
      io.stderr(`and ${count(unwritten, 'note')} more; --json has them\n`);
    }
  }
  if (output === undefined) return;
  const terms = count(presentTerms(glossary).length, 'term');
  const noted = notes.length ? `, ${count(notes.length + more, 'note')}` : '';
  const done = !isFolder
    ? `wrote ${output}: ${terms}`
    : `${output}: ${terms} in ${count(files, 'file')}, ${changed === files ? 'all' : changed.toLocaleString('en')} written${removed ? `, ${removed.toLocaleString('en')} removed` : ''}`;
  io.stdout(`${done}${noted}\n`);
};
