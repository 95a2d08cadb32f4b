/** Writes reports in which made-up names stand among made-up words. */

import { syllables } from './names.mjs';
import { pick, seeded } from './random.mjs';

const COMMON_WORDS = 4000;
const WORDS_BETWEEN_NAMES = 25;

/**
 * Plain paragraphs of about `length` characters; a name of `names` stands in every second sentence or so. The words are
 * those of `vocabulary`, else made up for this text.
 */
export function makeProse(length, names, seed = 3, vocabulary = undefined) {
  const random = seeded(seed);
  const words = vocabulary ?? Array.from({ length: COMMON_WORDS }, () => syllables(random));
  // Frequent words are frequent: the square of a chance draws from the first ones.
  const word = () => words[Math.floor(random() ** 2 * words.length)];
  const paragraphs = [];
  for (let written = 0; written < length; ) {
    const sentences = [];
    for (let count = 3 + Math.floor(random() * 5); count > 0; count--)
      sentences.push(sentence(random, word, names));
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

function sentence(random, word, names) {
  const parts = [];
  for (let count = 8 + Math.floor(random() * 16); count > 0; count--)
    parts.push(random() < 1 / WORDS_BETWEEN_NAMES ? pick(random, names) : word());
  const [first, ...rest] = parts;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
}

/** A report as analysts write it: headings, emphasis, links, quotations, a table, and notes. */
export function makeReport(length, names, seed = 4, vocabulary = undefined) {
  const random = seeded(seed);
  const notes = [];
  const blocks = makeProse(length * 0.82, names, seed, vocabulary)
    .split('\n\n')
    .map((paragraph, k) => {
      if (k % 12 === 6) return `## ${paragraph.slice(0, paragraph.indexOf('.'))}`;
      if (k % 12 === 9) return `> ${paragraph}`;
      if (k % 12 === 11) return `- ${paragraph.replaceAll('. ', '.\n- ')}`;
      const label = notes.length + 1;
      notes.push(
        `[^${label}]: ${pick(random, names)}, “${paragraph.slice(0, 60).trim()},” *Journal*, June ${1 + (k % 28)}, 2021, https://example.org/${k}.`,
      );
      return `${paragraph.replace(/\b(\w{6,}) (\w{6,})\b/, '*$1* “$2”')}[^${label}]`;
    });
  return `---\ndate: 2022-03-01\n---\n\n# Report\n\n${blocks.join('\n\n')}\n\n${notes.join('\n\n')}\n`;
}
