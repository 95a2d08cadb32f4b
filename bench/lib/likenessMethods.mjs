/** Other ways of saying how like two names are, each from 0 to 1, made ready as one would who has an afternoon for it. */

import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import { Accuracy, Encoder } from 'bmpm';
import Fuse from 'fuse.js';
import { plainWords } from './realNames.mjs';

const require = createRequire(import.meta.url);
const talisman = (path) => require(`talisman/${path}`);
const levenshtein = talisman('metrics/levenshtein');
const jaroWinkler = talisman('metrics/jaro-winkler');
const soundex = talisman('phonetics/soundex');
const doubleMetaphone = talisman('phonetics/double-metaphone');
const daitchMokotoff = talisman('phonetics/daitch-mokotoff');
const beiderMorse = new Encoder(Accuracy.APPROX, 'any');

/** `prepare` is called once a name; `likeness` compares what it gave. */
export const METHODS = [
  {
    title: 'Levenshtein ratio',
    prepare: latinText,
    likeness: (a, b) => 1 - levenshtein(a, b) / Math.max(a.length, b.length, 1),
  },
  {
    title: 'Jaro-Winkler, words sorted',
    prepare: (name) => latinWords(name).sort().join(' '),
    likeness: (a, b) => jaroWinkler(a, b),
  },
  {
    title: 'Soundex, share of words',
    prepare: (name) => lettersOnly(name).map((word) => [soundex(word)]),
    likeness: shareOfWords,
  },
  {
    title: 'Double Metaphone, share of words',
    prepare: (name) => lettersOnly(name).map(doubleMetaphone),
    likeness: shareOfWords,
  },
  {
    title: 'Daitch-Mokotoff, share of words',
    prepare: (name) => lettersOnly(name).map((word) => daitchMokotoff(word)),
    likeness: shareOfWords,
  },
  {
    title: 'Beider-Morse, share of words',
    prepare: (name) => lettersOnly(name).map(beiderMorseOf),
    likeness: shareOfWords,
  },
  {
    title: 'fuse.js, word by word',
    prepare: latinText,
    likeness: (a, b) => Math.min(fuseScore(a, b), fuseScore(b, a)),
  },
];

const latinWords = (name) => plainWords(anyAscii(name));

function latinText(name) {
  return latinWords(name).join(' ');
}

function lettersOnly(name) {
  return latinWords(name)
    .map((word) => word.replace(/[^a-z]/g, ''))
    .filter(Boolean);
}

const known = new Map();

/** A word takes a millisecond or two, and names share most of theirs. */
function beiderMorseOf(word) {
  if (!known.has(word)) known.set(word, beiderMorse.encode(word));
  return known.get(word);
}

/** The share of words that have a partner of the same sound, by Dice; a word has one sound or several. */
function shareOfWords(a, b) {
  const free = [...b];
  let partners = 0;
  for (const sounds of a) {
    const at = free.findIndex((others) => others.some((sound) => sounds.includes(sound)));
    if (at < 0) continue;
    free.splice(at, 1);
    partners++;
  }
  return (2 * partners) / Math.max(a.length + b.length, 1);
}

/** Of its settings, those that did best here. */
const FUSE = { includeScore: true, ignoreLocation: true, useTokenSearch: true, threshold: 1 };

function fuseScore(a, b) {
  const found = new Fuse([a], FUSE).search(b);
  return found.length > 0 ? 1 - found[0].score : 0;
}
