/** Tests every letter of every table against the row of the published chart, in the order of the alphabet. */

import assert from 'node:assert/strict';
import { romanise } from '../../../../server/src/names/romanise/romanise';
import { alphabetOf, systemsFor } from '../../../../server/src/names/romanise/scripts';
import { LANGUAGES, type Language, type System } from '../../../../server/src/names/romanise/system';

/** What each letter becomes between two consonants; `-` for one that is left out. */
const ROWS: Readonly<Record<Language, Partial<Record<System, string>>>> = {
  ru: {
    'bgn-pcgn': 'a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
    'ala-lc': 'a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a',
    'iso-9': 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â',
    icao: 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia',
  },
  uz: {
    'bgn-pcgn': 'a b v g d e yo j z i y k l m n o p r s t u f x ts ch sh ’ ’ e yu ya o‘ q g‘ h',
    national: 'a b v g d e yo j z i y k l m n o p r s t u f x s ch sh ʼ - e yu ya oʻ q gʻ h',
    'ala-lc': 'a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh ʺ ʹ ė i͡u i͡a ŭ q gh ḣ',
    'iso-9': 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ʺ ʹ è û â ŭ ķ ġ ḩ',
  },
  tg: {
    'bgn-pcgn': 'a b v g gh d e yo zh z i í y k q l m n o p r s t u ŭ f kh h ch j sh ’ ė yu ya',
    'ala-lc': 'a b v g gh d e ë zh z i ī ĭ k q l m n o p r s t u ū f kh ḣ ch j sh ʺ ė i͡u i͡a',
    'iso-9': 'a b v g ġ d e ë ž z i ī j k ķ l m n o p r s t u ū f h ḩ č ç š ʺ è û â',
  },
  ky: {
    'bgn-pcgn': 'a b v g d e yo j z i y k l m n ng o ö p r s t u ü f kh ts ch sh shch ” y ’ e yu ya',
    'ala-lc': 'a b v g d e ë zh z i ĭ k l m n n͡g o ȯ p r s t u u̇ f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a',
    'iso-9': 'a b v g d e ë ž z i j k l m n ņ o ô p r s t u ù f h c č š ŝ ʺ y ʹ è û â',
  },
  kk: {
    'bgn-pcgn':
      'a ä b v g gh d e yo zh z ī y k q l m n ng o ö p r s t ū u ü f kh h ts ch sh shch ” y i ’ ė yu ya',
    national: 'a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts tş ş şş - y ı - e iu ia',
    'national-2018':
      'a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh shsh - y i - e ıý ıa',
    'ala-lc':
      'a ă b v g gh d e ë zh z i ĭ k q l m n n͡g o ȯ p r s t u ū u̇ f kh ḣ t͡s ch sh shch ʺ y ī ʹ ė i͡u i͡a',
    'iso-9': 'a a̋ b v g ġ d e ë ž z i j k ķ l m n ņ o ô p r s t u u̇ ù f h ḥ c č š ŝ ʺ y ì ʹ è û â',
  },
  tk: {
    'bgn-pcgn': 'a b w g d e ýo ž j z i ý k l m n ň o ö p r s t u ü f h ts ç ş şç - y - e ä ýu ýa',
    national: 'a b w g d e ýo ž j z i ý k l m n ň o ö p r s t u ü f h ts ç ş şç - y - e ä ýu ýa',
    'ala-lc': 'a b v g d e ë zh j z i ĭ k l m n n͡g o ȯ p r s t u u̇ f kh t͡s ch sh shch ʺ y ʹ ė ă i͡u i͡a',
    'iso-9': 'a b v g d e ë ž ž̧ z i j k l m n ņ o ô p r s t u ù f h c č š ŝ ʺ y ʹ è a̋ û â',
  },
  uk: {
    'bgn-pcgn': 'a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia',
    national: 'a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia',
    'bgn-pcgn-1965': 'a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch ’ yu ya',
    'ala-lc': 'a b v h g d e i͡e z͡h z y i ï ĭ k l m n o p r s t u f kh t͡s ch sh shch ʹ i͡u i͡a',
    'iso-9': 'a b v g g̀ d e ê ž z i ì ï j k l m n o p r s t u f h c č š ŝ ʹ û â',
  },
};

describe('the letters of the alphabets', () => {
  for (const language of LANGUAGES) {
    for (const { system } of systemsFor(language)) {
      it(`are those of the chart: ${language}, ${system}`, () => {
        const row = [...alphabetOf(language)].map((letter) => {
          const { text } = romanise(`б${letter}б`, { language, system });
          return text.slice(1, -1) || '-';
        });
        assert.deepEqual(row, ROWS[language][system]?.normalize('NFC').split(' '));
      });
    }
  }
});
