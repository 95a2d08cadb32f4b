/** Tests the romanisation tables on examples of the standards themselves, and the engine on case, marks and offsets. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { romanise } from '../../../../server/src/names/romanise/romanise';
import { alphabetOf, standardFor, systemsFor } from '../../../../server/src/names/romanise/scripts';
import { LANGUAGES, type Language, type System } from '../../../../server/src/names/romanise/system';
import { compileTable } from '../../../../server/src/names/romanise/table';

const latin = (text: string, language: Language, system: System = 'bgn-pcgn', dots = false): string =>
  romanise(text, { language, system, dots }).text;

/** Checks lines of `Cyrillic = Latin`, separated by semicolons. */
function check(language: Language, system: System, examples: string, dots = false): void {
  for (const example of examples.split(/[;\n]/u).filter((line) => line.includes('='))) {
    const [cyrillic = '', expected = ''] = example.split('=').map((part) => part.trim());
    assert.equal(latin(cyrillic, language, system, dots), expected, `${cyrillic} in ${language}, ${system}`);
  }
}

describe('romanisation of Russian', () => {
  it('follows BGN/PCGN 1947: ye and yë initially and behind vowels, й, ъ, ь', () => {
    check(
      'ru',
      'bgn-pcgn',
      `Еловая шишка = Yelovaya shishka; Он видел её в первый раз = On videl yeyë v pervyy raz
       Длинное покрывало = Dlinnoye pokryvalo; У ёжа колючки = U yëzha kolyuchki
       Федерального Собрания = Federal’nogo Sobraniya; седьмого созыва = sed’mogo sozyva
       Российская объединенная демократическая = Rossiyskaya ob”yedinennaya demokraticheskaya
       ЦИК России = TSIK Rossii; помещении = pomeshchenii`,
    );
  });

  it('writes the raised dots of BGN/PCGN, note 3, only when asked for', () => {
    check('ru', 'bgn-pcgn', 'Сэ = S·e; ТС тс Тс = T·S t·s T·s; ШЧ шч Шч = SH·CH sh·ch Sh·ch', true);
    check('ru', 'bgn-pcgn', 'йа йу = y·a y·u; оы = o·y; ыу = y·u; оыу = o·y·u', true);
    check('ru', 'bgn-pcgn', 'Ветсовет = Vetsovet; поэт = poet');
  });

  it('follows ALA-LC 2012, ties and primes included', () => {
    check(
      'ru',
      'ala-lc',
      `Ульяновск = Ulʹi͡anovsk; Дзержинский = Dzerzhinskiĭ; Йошкар-Ола = Ĭoshkar-Ola; Вязьма = Vi͡azʹma
       Цимлянск = T͡Simli͡ansk; Щёлково = Shchëlkovo; Подъездной = Podʺezdnoĭ; Электрогорск = Ėlektrogorsk
       Юбилейный = I͡Ubileĭnyĭ; Якутск = I͡Akutsk; Ыттык-Кёль = Yttyk-Këlʹ; домъ = dom`,
    );
  });

  it('follows ICAO Doc 9303', () => {
    check(
      'ru',
      'icao',
      `Щербаков = Shcherbakov; Юлия = Iuliia; Подъяпольский = Podieiapolskii; Цой = Tsoi; Эльдар = Eldar
       ЁЛКИН = ELKIN; Хабиб = Khabib`,
    );
  });

  it('follows ISO 9:1995', () => {
    check('ru', 'iso-9', 'Щука = Ŝuka; объём = obʺëm; Чайковский = Čajkovskij; Юность = Ûnostʹ; Эхо = Èho');
  });
});

describe('romanisation of Uzbek', () => {
  it('follows the BGN/PCGN 2000 agreement', () => {
    check(
      'uz',
      'bgn-pcgn',
      `Ўзбек тили = O‘zbek tili; Йўқ яхшилик = Yo‘q yaxshilik; туғиладилар = tug‘iladilar; ҳуқуқ = huquq
       Навқотий = Navqotiy; Низоев = Nizoyev; Елена = Yelena; санъат = san’at; кальта = kal’ta`,
    );
  });

  it('follows the spelling rules of 1995', () => {
    check(
      'uz',
      'national',
      `цирк = sirk; цех = sex; федерация = federatsiya; функция = funksiya; лицей = litsey; кварц = kvars
       абзац = abzas; конституция = konstitutsiya; енгил = yengil; етти = yetti; қаерда = qayerda
       дорихона = dorixona; жаҳон = jahon; альбом = albom; община = obshina; вышка = vishka; объект = obyekt
       браконьер = brakonyer; батальон = batalyon; мўъжиза = moʻjiza; маъюс = maʼyus; Исҳоқ = Isʼhoq
       БАРЧАМИЗНИ = BARCHAMIZNI; ЧИҚИШ = CHIQISH; Шаҳар = Shahar; Ўғлон = Oʻgʻlon`,
    );
  });

  it('follows ALA-LC and ISO 9', () => {
    check('uz', 'ala-lc', 'Ўғлон = Ŭghlon; Ҳақиқат = Ḣaqiqat; Ёқуб = Ëqub; жамият = zhamii͡at');
    check('uz', 'iso-9', 'Ўғлон = Ŭġlon; Ҳақиқат = Ḩaķiķat');
  });
});

describe('romanisation of Tajik', () => {
  it('follows BGN/PCGN 1994', () => {
    check(
      'tg',
      'bgn-pcgn',
      `Тоҷикистон = Tojikiston; Душанбе = Dushanbe; Бағдод = Baghdod; Саъдӣ = Sa’dí; рӯзгор = rŭzgor
       хӯрдан = khŭrdan; сурайё = surayyo; эй = ėy; ягонагӣ = yagonagí; каждум = kazhdum; ҷанг = jang
       сентябр = sentyabr; конститутсия = konstitutsiya; станция = stansiya; полиция = politsiya; щи = shi`,
    );
    check('tg', 'bgn-pcgn', 'РАМЗҲО = RAMZ·HO', true);
  });

  it('follows ALA-LC and ISO 9', () => {
    check('tg', 'ala-lc', 'Ҷумҳурии Тоҷикистон = Jumḣurii Tojikiston; Саъдӣ = Saʺdī; рӯзгор = rūzgor');
    check('tg', 'iso-9', 'Ҷумҳурӣ = Çumḩurī; рӯзгор = rūzgor; Ғафуров = Ġafurov');
  });
});

describe('romanisation of Kyrgyz', () => {
  it('follows BGN/PCGN 1979 on its own examples (2022 edition)', () => {
    check(
      'ky',
      'bgn-pcgn',
      `Арпа = Arpa; Бишкек = Bishkek; Рават = Ravat; Гүлчө = Gülchö; Дөң-Арык = Döng-Aryk
       Жалал-Абад = Jalal-Abad; Кызыл-Суу = Kyzyl-Suu; Исфана = Isfana; Чүй = Chüy; Кара-Балта = Kara-Balta
       Лейлек = Leylek; Макмал = Makmal; Нарын = Naryn; Ош = Osh; Өзгөн = Özgön; Пүлгөн = Pülgön
       Сүлүктү = Sülüktü; Талас = Talas; Учкун = Uchkun; Осоавиахим = Osoaviakhim; Аюу-Чача = Ayuu-Chacha`,
    );
    check('ky', 'bgn-pcgn', 'Жангак Жаңгак = Jan·gak Janggak', true);
  });

  it('follows ALA-LC and ISO 9', () => {
    check('ky', 'ala-lc', 'Дөң = Dȯn͡g; Ңү = N͡Gu̇; Жээнбеков = Zhėėnbekov');
    check('ky', 'iso-9', 'Дөң = Dôņ; Чүй = Čùj');
  });
});

describe('romanisation of Kazakh', () => {
  it('follows BGN/PCGN 1979', () => {
    check(
      'kk',
      'bgn-pcgn',
      `Өңірек = Öngirek; Әулиекөл = Äūlīeköl; Ұшқын Қыстауы = Ushqyn Qystaūy; Үңгіртас = Ünggirtas
       Оңтүстік Қазақстан Облысы = Ongtüstik Qazaqstan Oblysy; Энгельс Көшесі = Ėngel’s Köshesi
       Щебнюха Тауы = Shchebnyukha Taūy; Горько-Солёное = Gor’ko-Solyonoe; Жұлжұрған = Zhulzhurghan
       Изендіарал = Īzendiaral; Шымкент = Shymkent; Семей = Semey`,
    );
    check('kk', 'bgn-pcgn', 'Асһат = As·hat; Жаңа Жанга = Zhanga Zhan·ga', true);
  });

  it('follows the draft of 2021', () => {
    check(
      'kk',
      'national',
      `Қазақстан = Qazaqstan; Бұрыңғы өткен заманда = Būryñğy ötken zamanda; бір данышпан кісі = bır danyşpan kısı
       Бағдат шаһарының = Bağdat şaharynyñ; үйіне келіп қоныпты = üiıne kelıp qonypty; сөйлесіп = söilesıp
       Қайрат = Qairat; Тобыл = Tobyl; қоян = qoian; ащы = aşşy; Иран ИРАН = İran İRAN; Ілияс ІРІ = Iliias IRI`,
    );
  });

  it('follows the decree of 2018', () => {
    check(
      'kk',
      'national-2018',
      'Қазақстан Республикасы = Qazaqstan Respýblıkasy; Әлия = Álııa; ЧЕ Ше = CHE She',
    );
  });

  it('follows ALA-LC and ISO 9', () => {
    check('kk', 'ala-lc', 'Әңгіме = Ăn͡ggīme; Ұлы үйһ = Ūly u̇ĭḣ; Өзбек = Ȯzbek');
    check('kk', 'iso-9', 'Әңгіме = A̋ņgìme; Ұлы үйһ = U̇ly ùjḥ');
  });
});

describe('romanisation of Turkmen', () => {
  it('follows the national alphabet, which BGN/PCGN 2000 adopts', () => {
    for (const system of ['bgn-pcgn', 'national'] as const) {
      check(
        'tk',
        system,
        `Айсолтан = Aýsoltan; Аннагулыева = Annagulyýewa; Беллиев = Belliýew; Велмәммедов = Welmämmedow
         Даңатар = Daňatar; Егенназар = Ýegennazar; Өрәев = Öräýew; Ёлдашов = Ýoldaşow; Җерен = Jeren
         Сейит = Seýit; Ысмайылов = Ysmaýylow; Магтымгулы = Magtymguly; Таңрыгулиев = Taňryguliýew
         Дөвлетсәхедов = Döwletsähedow; Хапызов = Hapyzow; Мередов = Meredow`,
      );
    }
  });

  it('follows ALA-LC and ISO 9', () => {
    check('tk', 'ala-lc', 'Җерен = Jeren; Даңатар = Dan͡gatar; Әнев = Ănev');
    check('tk', 'iso-9', 'Җерен = Ž̧eren; Даңатар = Daņatar; Әнев = A̋nev');
  });
});

describe('romanisation of Ukrainian', () => {
  const resolution = `Алушта = Alushta; Андрій = Andrii; Борщагівка = Borshchahivka; Вінниця = Vinnytsia; Гадяч = Hadiach
    Згурський = Zghurskyi; Ґалаґан = Galagan; Єнакієве = Yenakiieve; Гаєвич = Haievych; Короп’є = Koropie
    Житомир = Zhytomyr; Закарпаття = Zakarpattia; Їжакевич = Yizhakevych; Кадиївка = Kadyivka; Мар’їне = Marine
    Йосипівка = Yosypivka; Стрий = Stryi; Київ = Kyiv; Наталія = Nataliia; Решетилівка = Reshetylivka
    Соломія = Solomiia; Тернопіль = Ternopil; Троць = Trots; Ужгород = Uzhhorod; Харків = Kharkiv
    Біла Церква = Bila Tserkva; Щербухи = Shcherbukhy; Гоща = Hoshcha; Юрій = Yurii; Корюківка = Koriukivka
    Яготин = Yahotyn; Костянтин = Kostiantyn; Знам’янка = Znamianka; Згорани = Zghorany; Розгон = Rozghon`;

  it('follows resolution 55 of 2010 on its own examples, and BGN/PCGN 2019, which adopts it', () => {
    check('uk', 'national', resolution);
    check('uk', 'bgn-pcgn', resolution);
    check(
      'uk',
      'national',
      "Знам'янка = Znamianka; Знамʼянка = Znamianka; ЗГОРАНИ = ZGHORANY; Нова-Яр = Nova-Yar",
    );
  });

  it('follows BGN/PCGN 1965', () => {
    check(
      'uk',
      'bgn-pcgn-1965',
      `Авдіївська Міськрада = Avdiyivs’ka Mis’krada; Гагарінський Район = Haharins’kyy Rayon
       Загір’я = Zahir”ya; Єфросинівка = Yefrosynivka; Приґородний = Prygorodnyy; Їжаківка = Yizhakivka
       Улу-Узень = Ulu-Uzen’; Центральна Вулиця = Tsentral’na Vulytsya; Щербинівка = Shcherbynivka`,
    );
    check('uk', 'bgn-pcgn-1965', 'Згорани = Z·horany', true);
  });

  it('follows ALA-LC 2011 and ISO 9', () => {
    check(
      'uk',
      'ala-lc',
      `Долинське = Dolynsʹke; Єнакієве = I͡Enakii͡eve; Мокіївці = Mokiïvt͡si; Кожанка = Koz͡hanka; Жук = Z͡Huk
       Краснянка = Krasni͡anka; Новоєфремівка = Novoi͡efremivka; Зупиночний = Zupynochnyĭ; Знам’янка = Znami͡anka`,
    );
    check('uk', 'iso-9', 'Ґалаґан = G̀alag̀an; Єнакієве = Ênakìêve; Київ = Kiïv; Знам’янка = Znamʼânka');
  });
});

describe('every romanisation table', () => {
  const all = LANGUAGES.flatMap((language) =>
    systemsFor(language).map((standard) => ({ language, system: standard.system })),
  );
  const anyChoice = fc.constantFrom(...all);

  it('has an equivalent for every letter of the alphabet, small and capital', () => {
    for (const { language, system } of all) {
      for (const letter of alphabetOf(language)) {
        for (const each of [letter, letter.toUpperCase(), `а${letter}а`, `А${letter.toUpperCase()}А`]) {
          const { text, left } = romanise(each, { language, system });
          assert.deepEqual(left, [], `${each} in ${language}, ${system}`);
          assert.doesNotMatch(text, /\p{Script=Cyrillic}/u, `${each} in ${language}, ${system}`);
        }
      }
    }
  });

  it('is listed once, BGN/PCGN first, with a title', () => {
    for (const language of LANGUAGES) {
      const systems = systemsFor(language).map((standard) => standard.system);
      assert.equal(systems[0], 'bgn-pcgn');
      assert.equal(new Set(systems).size, systems.length);
      assert.ok(systemsFor(language).every((standard) => standard.title.length > 20));
    }
    assert.equal(standardFor('tg', 'national'), undefined);
    assert.equal(standardFor('ky', 'national'), undefined);
  });

  it('gives what is all small in small letters and what is all capital in capitals', () => {
    const word = ({ language }: { language: Language }) =>
      fc.array(fc.constantFrom(...alphabetOf(language)), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        anyChoice.chain((choice) => fc.tuple(fc.constant(choice), word(choice))),
        ([choice, letters]) => {
          const small = latin(letters.join(''), choice.language, choice.system);
          assert.equal(small, small.toLowerCase());
          const big = latin(letters.join('').toUpperCase(), choice.language, choice.system);
          assert.equal(big, big.toUpperCase());
        },
      ),
    );
  });

  it('never throws on any text, covers it with its segments, and leaves non-Cyrillic text alone', () => {
    const letters = LANGUAGES.map(alphabetOf).join('');
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(
          ...letters,
          ...letters.toUpperCase(),
          "'",
          '’',
          ' ',
          '-',
          '\u0301',
          '\u00ad',
          'a',
          '5',
        ),
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(text, anyChoice, fc.boolean(), (input, choice, dots) => {
        const result = romanise(input, { ...choice, dots });
        let end = 0;
        for (const segment of result.segments) {
          assert.equal(segment.start, end);
          assert.ok(segment.end > segment.start);
          if (!segment.cyrillic) assert.equal(segment.latin, input.slice(segment.start, segment.end));
          end = segment.end;
        }
        assert.equal(end, input.length);
        assert.equal(result.segments.map((segment) => segment.latin).join(''), result.text);
        if (!/\p{Script=Cyrillic}/u.test(input)) assert.equal(result.text, input);
        if (result.left.length === 0)
          assert.equal(latin(result.text, choice.language, choice.system), result.text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('romanise', () => {
  it('keeps the case of digraphs: one capital, all capitals, single letters', () => {
    assert.equal(latin('Щука ЩУКА щука Щ МЩ', 'ru'), 'Shchuka SHCHUKA shchuka Shch MSHCH');
    assert.equal(latin('Ю. Я. Щерба; ЮГ; МХТа; ЕЛЬЦИН', 'ru'), 'Yu. Ya. Shcherba; YUG; MKHTa; YEL’TSIN');
    assert.equal(latin('ЁЖ-Ёж', 'ru'), 'YËZH-Yëzh');
  });

  it('composes letters written with combining marks, and carries stress marks over', () => {
    assert.equal(latin('\u0418\u0306од \u0435\u0308ж', 'ru'), 'Yod yëzh');
    assert.equal(latin('\u0443\u0306збек', 'uz'), 'o‘zbek');
    assert.equal(latin('Москва\u0301 е\u0301ль', 'ru'), 'Moskvá yél’');
    assert.equal(latin('а\u0301е', 'ru'), 'áye');
    const marks = '\u0323\u0301'.repeat(50);
    assert.equal(latin(`ж${marks}е`, 'ru').normalize('NFC'), `zh${marks}e`.normalize('NFC'));
  });

  it('says which stretch became what, in UTF-16 offsets', () => {
    const { text, segments } = romanise('😀 Ҷ. Щукин,\n«ok»', { language: 'ru' });
    assert.equal(text, '😀 Ҷ. Shchukin,\n«ok»');
    assert.deepEqual(
      segments.map(({ start, end, latin: each, cyrillic }) => [start, end, each, cyrillic]),
      [
        [0, 3, '😀 ', false],
        [3, 4, 'Ҷ', true],
        [4, 6, '. ', false],
        [6, 11, 'Shchukin', true],
        [11, 17, ',\n«ok»', false],
      ],
    );
  });

  it('leaves letters that the standard does not have, and names them', () => {
    const { text, left } = romanise('Ӷажвали Ўктам', { language: 'ru' });
    assert.equal(text, 'Ӷazhvali Ўktam');
    assert.deepEqual(left, ['ӷ', 'ў']);
  });

  it('refuses a system that the language does not have, and says which there are', () => {
    assert.throws(() => latin('Душанбе', 'tg', 'national'), {
      name: 'RangeError',
      message: 'There is no romanisation “national” for Tajik: choose bgn-pcgn, ala-lc, iso-9.',
    });
  });

  it('treats a hyphen as the beginning of a word, and an apostrophe only where it means nothing', () => {
    assert.equal(latin('Ай-Ерек', 'ru'), 'Ay-Yerek');
    assert.equal(latin('д’Ем', 'ru'), 'd’Yem');
    assert.equal(latin('п’є', 'uk'), 'pie');
  });
});

describe('the notation of tables', () => {
  it('refuses what is no entry or pair', () => {
    assert.throws(() => compileTable('а'), SyntaxError);
    assert.throws(() => compileTable('[аб=c'), SyntaxError);
    assert.throws(() => compileTable('а=a', { apart: 'абв' }), SyntaxError);
  });

  it('tries longer sources first, then conditions in their order, and lets later entries replace earlier ones', () => {
    const { entries } = compileTable('а=x а=y #а=s [б]а[#]=t аб=z');
    assert.deepEqual(
      entries.get('а')?.map((entry) => entry.latin),
      ['z', 's', 't', 'y'],
    );
  });
});
