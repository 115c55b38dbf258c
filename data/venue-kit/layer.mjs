#!/usr/bin/env node
/**
 * Makes a layer over a glossary from the facts of a venue: its fees, funding,
 * margin tiers, notes and addresses are added to the entries that explain them.
 *
 *   node layer.mjs venue.json glossary.json > our-layer.json
 */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const NOT_ADVICE = 'General information, not advice.';

/** A fraction in per cent, with all its digits. */
const percent = (value) => `${Number((value * 100).toPrecision(12))}%`;

const amountIn = (currency) => (value) =>
  [value.toLocaleString('en'), currency].filter(Boolean).join(' ');

/** What a venue has to say of an entry, as Markdown, by the id of the entry. */
const factsOf = ({fees, funding, marginTiers, currency, notes = {}}) => {
  const facts = new Map();
  const amount = amountIn(currency);
  const add = (id, text) => facts.set(id, [...(facts.get(id) ?? []), text]);
  const list = (items) => items.map((item) => `- ${item}`).join('\n');
  if (fees) {
    const tiers = (side) =>
      list(fees.map((fee) => `${fee.tier}: ${percent(fee[side])}`));
    add('maker-fee', tiers('maker'));
    add('taker-fee', tiers('taker'));
    add(
      'fee-tier',
      list(
        fees.map(
          ({tier, volume, maker, taker}) =>
            `${tier}: ${volume ? `from ${amount(volume)} traded in 30 days, ` : ''}maker ${percent(maker)}, taker ${percent(taker)}`,
        ),
      ),
    );
  }
  if (funding) {
    const {hours, interest, clamp, cap} = funding;
    if (hours)
      add(
        'funding-interval',
        `Funding is exchanged every ${hours === 1 ? 'hour' : `${hours} hours`}.`,
      );
    if (interest !== undefined)
      add(
        'interest-component',
        `The interest component is ${percent(interest)} for each interval${clamp === undefined ? '' : `, the clamp ±${percent(clamp)}`}.`,
      );
    if (cap) add('funding-cap', `The rate is limited to ±${percent(cap)} for each interval.`);
  }
  if (marginTiers)
    add(
      'leverage-tier',
      list(
        marginTiers.map(
          ({to, initial, maintenance}) =>
            `Up to ${amount(to)}: initial margin ${percent(initial)}, maintenance margin ${percent(maintenance)}`,
        ),
      ),
    );
  for (const [id, text] of Object.entries(notes)) add(id, text);
  return facts;
};

const markdownOf = ({definition, summary}) => {
  if (definition === undefined) return {markdown: summary};
  return typeof definition === 'string' ? {markdown: definition} : definition;
};

/**
 * The layer.
 *
 * @param {object} venue The facts: see venue.json.
 * @param {object} glossary The document that it lies over.
 * @returns {object} A glossary document of terms with `"merge": true`.
 * @throws {Error} If the facts name an entry that the glossary does not have.
 */
export const venueLayer = (venue, glossary) => {
  const {name, url, notAdvice = true, addresses = {}, marginTiers} = venue;
  const facts = factsOf(venue);
  const terms = new Map(glossary.terms.map((term) => [term.id, term]));
  const ids = new Set([...facts.keys(), ...Object.keys(addresses)]);
  const unknown = [...ids].filter((id) => !terms.has(id));
  if (unknown.length)
    throw new Error(`the glossary has no entry ${unknown.join(', ')}`);
  const note = notAdvice === true ? NOT_ADVICE : notAdvice;
  const change = (id) => {
    const own = facts.get(id);
    const address = addresses[id];
    const {markdown, ...rest} = markdownOf(terms.get(id));
    const added = [
      ...(own ? [`**${name}**`, ...own] : []),
      ...(note ? [`*${note}*`] : []),
    ];
    return {
      id,
      merge: true,
      ...(address !== undefined && {
        url: url === undefined ? address : new URL(address, url).href,
      }),
      ...(added.length && {
        definition: {...rest, markdown: [markdown, ...added].join('\n\n')},
      }),
      ...(id === 'leverage-tier' &&
        marginTiers && {
          figure: {
            type: 'margin-tiers',
            tiers: marginTiers,
            caption: `Margin tiers of ${name}.`,
          },
        }),
    };
  };
  return {
    format: 1,
    name,
    ...(url && {url}),
    language: glossary.language ?? 'en',
    terms: [...ids].map(change),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [venue, glossary] = process.argv
    .slice(2, 4)
    .map((path) => JSON.parse(readFileSync(path, 'utf8')));
  if (!venue || !glossary) {
    console.error('usage: node layer.mjs venue.json glossary.json > layer.json');
    process.exitCode = 2;
  } else {
    process.stdout.write(
      `${JSON.stringify(venueLayer(venue, glossary), null, 2)}\n`,
    );
  }
}
