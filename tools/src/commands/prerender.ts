import {readSettings} from '../prerender/folder/arguments.js';
import {type Command, EXIT, type Io} from '../terminal/io.js';
import {Progress} from '../terminal/progress.js';
import {noteText} from '../terminal/report.js';
import {count} from '../terminal/count.js';
import {stylesOf} from '../terminal/styles.js';

const HELP = `term-elements prerender site/ -o out/ --site-url https://docs.example/

Writes a site with the content of all its elements in place, for readers
without JavaScript, search engines and whatever else reads only HTML: cards,
areas, questions and trails as plain HTML, tips as links, and the structured
data in the head. Everything else stays as it is, byte for byte, and other
files are copied.

In the browser the elements leave that content on screen. Pages that have not
changed since the last run, nor their glossaries, are left as they are.

A glossary that a page names is read from the folder where its address is one
of the site; others are read with --fetch only.

Options
  -o, --output FOLDER    where to write (required)
      --site-url URL     address that the site will have (required)
      --glossary FILE    glossary of the pages that name none, in the place of
                         the bundled one
      --stylesheet HREF  what pages link for the look; by default the site gets
                         a term-elements.css
      --hydrated         a framework hydrates the pages: leave their bodies as
                         they are, and write the structured data only; pages
                         of Next.js, Docusaurus, Nuxt and others are recognised
      --fetch            read glossaries outside of the site, too
      --jobs N           maximum number of threads; by default one for each core
      --strict           exit with 1 where something could not be put in place
      --json             report in JSON what was done
  -q, --quiet            no progress and no warnings
  -h, --help             show this

Example
  term-elements prerender site/ -o out/ --site-url https://docs.example/
`;

export const prerenderCommand: Command = {help: HELP, run};

async function run(args: readonly string[], io: Io) {
  const settings = readSettings(args);
  const {output, isQuiet, isJson, isStrict} = settings;
  const started = performance.now();
  const progress = new Progress(io, isQuiet);
  // What renders is large, and other commands need none of it.
  const {prerenderSite} = await import('../prerender/folder/prerender-site.js');
  const result = await prerenderSite(settings, io, progress).finally(() =>
    progress.end(),
  );
  const {report, ...counts} = result;
  const {notes} = report;
  if (!isQuiet) {
    const {yellow} = stylesOf(io.colors);
    for (const note of notes) io.stderr(noteText(note, yellow));
    if (report.more)
      io.stderr(`and ${report.more.toLocaleString('en')} more\n`);
  }
  if (isJson) {
    io.stdout(`${JSON.stringify({output, ...counts, notes}, null, 2)}\n`);
  } else {
    const {pages, written, files, removed} = counts;
    const parts = [
      `${count(pages, 'page')}: ${count(written)} written, ${count(pages - written)} as they were`,
      files && `${count(files, 'other file')}`,
      removed && `${count(removed)} removed`,
    ].filter(Boolean);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.stdout(`${output}: ${parts.join('; ')}; in ${seconds} s\n`);
  }
  const isMissing = notes.some(({kind}) => kind === 'warning');
  return isStrict && isMissing ? EXIT.findings : EXIT.done;
}
