/** All rules, in the order in which they are documented. */

import type { Rule } from '../rule';
import { acronymList } from './acronymList';
import { acronymUnknown } from './acronymUnknown';
import { acronymUnused } from './acronymUnused';
import { citationBibliography } from './citationBibliography';
import { citationUnknown } from './citationUnknown';
import { nameAlias } from './nameAlias';
import { nameAmbiguous } from './nameAmbiguous';
import { nameFirstMention } from './nameFirstMention';
import { nameMixedScript } from './nameMixedScript';
import { nameReintroduced } from './nameReintroduced';
import { nameShortForm } from './nameShortForm';
import { nameSpelling } from './nameSpelling';
import { nameVariant } from './nameVariant';
import { noteDuplicate } from './noteDuplicate';
import { noteIbid } from './noteIbid';
import { noteOutOfOrder } from './noteOutOfOrder';
import { noteSameSource } from './noteSameSource';
import { noteStale } from './noteStale';
import { noteUndefined } from './noteUndefined';
import { noteUnused } from './noteUnused';
import { suppressionUnused } from './suppressionUnused';

export const RULES: readonly Rule[] = [
  nameSpelling,
  nameAlias,
  nameVariant,
  nameAmbiguous,
  nameMixedScript,
  nameFirstMention,
  nameReintroduced,
  nameShortForm,
  acronymUnused,
  acronymUnknown,
  noteUndefined,
  noteUnused,
  noteDuplicate,
  noteSameSource,
  noteOutOfOrder,
  noteIbid,
  noteStale,
  citationUnknown,
  citationBibliography,
  acronymList,
  suppressionUnused,
];
