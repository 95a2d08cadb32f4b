/** Folding: what two spellings of one form have in common. */

import assert from 'node:assert/strict';
import { foldText } from '../../../server/src/names/fold';

describe('foldText', () => {
  const same: [name: string, ...forms: string[]][] = [
    ['capitals', 'Abu Saloh', 'ABU SALOH', 'abu saloh'],
    [
      'hyphens and spaces',
      'al-Tawhid',
      'al Tawhid',
      'al‑Tawhid',
      'al–Tawhid',
      'al\u00a0Tawhid',
      'al\nTawhid',
      'al/Tawhid',
    ],
    [
      'apostrophes',
      'Hay’at',
      "Hay'at",
      'Hayʼat',
      'Hay‘at',
      'Hay`at',
      'Hay´at',
      'Hayʿat',
      'Hayʾat',
      'Hay＇at',
      'Hayat',
    ],
    ['marks', 'Ṣāliḥ', 'Salih', 'S\u0323a\u0304lih\u0323'],
    ['letters that Unicode does not take apart', 'Łódź', 'Lodz'],
    ['ligatures', 'Straße', 'STRASSE'],
    ['the Turkish i', 'Işık', 'Isik', 'IŞIK'],
    ['Arabic vowel marks and the stretched line', 'محمد', 'مُحَمَّد', 'محـــمد'],
    ['Persian letters', 'علی', 'علي', 'على'],
    ['Cyrillic marks', 'Ёлкин', 'Елкин'],
    ['possessives', 'KTJ’s', 'KTJ'],
    ['invisible characters', 'Ab\u200bu', 'Abu', 'Ab\u00adu'],
  ];
  for (const [name, first, ...others] of same)
    it(name, () => {
      for (const other of others) assert.equal(foldText(other), foldText(first!), other);
    });

  const different: [a: string, b: string][] = [
    ['Abu Saloh', 'AbuSaloh'],
    ['Saloh', 'Salah'],
    ['IS', 'ISIS'],
    ['Абу', 'Abu'],
  ];
  for (const [a, b] of different) it(`${a} is not ${b}`, () => assert.notEqual(foldText(a), foldText(b)));

  it('makes nothing of signs', () => assert.equal(foldText(' … “” — '), ''));
});
