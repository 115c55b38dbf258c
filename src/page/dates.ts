const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make; a page has one or two languages. */
const formatOf = (language: string): Intl.DateTimeFormat => {
  let format = formats.get(language);
  if (!format) {
    const options = {dateStyle: 'medium', timeZone: 'UTC'} as const;
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      format = new Intl.DateTimeFormat('en', options); // not a language tag
    }
    formats.set(language, format);
  }
  return format;
};

/** Days of one publisher repeat, and to format one takes longer than a whole row of links. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/** An ISO date for people: its day as written, whatever the reader's time zone. */
export const dateText = (iso: string, language = 'en'): string => {
  const key = `${language} ${iso}`;
  let text = known.get(key);
  if (text === undefined) {
    if (known.size === MOST_KNOWN) known.clear();
    known.set(key, (text = format(iso, language)));
  }
  return text;
};

const format = (iso: string, language: string): string => {
  const day = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0];
  const time = day ? Date.parse(day) : NaN;
  // English without a country writes the day first: 12 Mar 2026 is read by all.
  return Number.isNaN(time)
    ? iso
    : formatOf(language === 'en' ? 'en-GB' : language).format(time);
};
