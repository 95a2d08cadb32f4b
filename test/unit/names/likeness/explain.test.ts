/** Reasons: how a name differs from the one it is compared with, in few words. */

import assert from 'node:assert/strict';
import { compareNames } from '../../../../server/src/names/likeness/similarity';

const REASONS: readonly (readonly [string, string, string])[] = [
  ['Khikmatov', 'Hikmatov', 'kh = h'],
  ['Saidrakhmanov', 'Saidrakhmonov', 'a = o'],
  ['Nassereddine', 'Nasr al-Din', 'e added'],
  ['Sergey Ivanov', 'Sergey Petrovich Ivanov', 'patronymic “Petrovich” left out'],
  ['Sergey Petrovich Ivanov', 'Sergey Ivanov', 'patronymic “Petrovich” added'],
  ['S. Ivanov', 'Sergey Ivanov', '“S” is the initial of “Sergey”'],
  ['MUKHTAROV, Sirojiddin', 'Sirojiddin Mukhtarov', 'order differs'],
  ['Khikmatov, Ilmurod', 'Ilmurod Hikmatov', 'kh = h; order differs'],
  ['Haji Furqon', 'Furqon', '“Haji” added'],
  ['Haji Furqon', 'Hajji Furqon', 'sounds the same'],
  ['Julani', 'al-Julani', 'article “al” left out'],
  ['ash-Sham', 'al-Sham', 'sounds the same'],
  ['Salman', 'bin Salman', '“bin” left out'],
  ['Takhir Yuldash', 'Tahir Yuldashev', 'kh = h; -ev left out'],
  ['Ramazon Rahimov', 'Ramazon Rahimzoda', '-ov = -zoda'],
  ['Mikalai Statkevich', 'Nikolai Statkevich', '“Mikalai” = “Nikolai”'],
  ['Hassan Karimi', 'Hossein Karimi', '“Hassan” and “Hossein” are two given names'],
  ['Ramazon Rahimov', 'Ramazon Rahmonov', '“Rahimov” and “Rahmonov” are two families'],
  ['Andrei Kolesnik', 'Andrei Kolesnikov', '“Kolesnik” is not “Kolesnikov”'],
  ['Avaz Yuldashev', 'Tahir Yuldashev', '“Avaz” is not “Tahir”'],
  ['Навқотий', 'Navqotiy', 'the same in Cyrillic script'],
  ['صلاح', 'Salah', 'the same in Arabic script'],
  ['Unit 121', 'Unit 122', 'numbers differ'],
  ['Abu Saloh', 'Abu Saloh', 'written alike'],
  ['Akmal Rahimov', 'Akmal Sherali ogli Rahimov', 'patronymic “Sherali ogli” left out'],
  ['Karim Khalili', 'Abdul Karim Khalili', '“Abdul” left out'],
  ['Nurmuhammad', 'Gulmuhammad', '“Nurmuhammad” and “Gulmuhammad” are two given names'],
  ['Жўра', 'Joʻra', 'zh = j'],
  ['Ўткир', 'Utkir', 'o = u'],
  ['Hasan Nasrallah', 'Hassan Nasrullah', 'sounds the same'],
  ['Karimjon', 'Karimboy', '-jon = -boy'],
  ['Medvedev', 'Medved', '-ev added'],
  ['Abu Salokh', 'Abu Saloh', 'kh = h'],
  ['Maskhadov', 'Maschadow', 'skh = sch, v = w'],
  ['Gülen', 'Guelen', 'ü = ue'],
  ['', '', 'there is nothing to compare'],
  ['A. Karimov', 'B. Karimov', '“A” is not “B”'],
  ['👩', 'Abu Saloh', 'no letters to compare'],
];

describe('the reason', () => {
  for (const [name, listed, reason] of REASONS) {
    it(`why ${name} may be ${listed}`, () => {
      assert.equal(compareNames(name, listed).reason, reason);
    });
  }

  it('is short, however long the names are', () => {
    const { reason } = compareNames('Xq'.repeat(200), `${'Ab Cd '.repeat(50)}`);
    assert.ok(reason.length < 600, reason);
  });
});
