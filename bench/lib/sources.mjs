/** Makes up sources: nobody has written them. */

import { makeNames, syllables } from './names.mjs';
import { pick, seeded } from './random.mjs';

/** Words that every other title has. */
const COMMON =
  'the of in and on to for a report state security region border conflict families court attack police new annual review support letter history rivers names women children council'.split(
    ' ',
  );
const TITLE_WORDS = 10;

/** `count` items of CSL-JSON; every author has written about five of them. */
export function makeSources(count) {
  const random = seeded(11);
  const authors = makeNames(Math.ceil(count / 5), 12);
  const rare = Array.from({ length: 3000 + count / 2 }, () => syllables(random));
  return Array.from({ length: count }, (_, k) => {
    const [given, ...family] = pick(random, authors).split(' ');
    const words = Array.from({ length: TITLE_WORDS }, () => pick(random, random() < 0.6 ? COMMON : rare));
    const title = words.join(' ');
    const year = 1990 + Math.floor(random() * 34);
    return {
      id: `${family.at(-1).toLowerCase()}-${year}-${k}`,
      type: 'article-newspaper',
      title: title.charAt(0).toUpperCase() + title.slice(1),
      author: [{ family: family.join(' '), given }],
      'container-title': pick(random, rare),
      issued: { 'date-parts': [[year, 1 + (k % 12), 1 + (k % 28)]] },
    };
  });
}
