/** The words that stand in names without naming: articles, “son of”, titles, and the common words of organisations. */

/** What a word or a part of a name does. */
export type Role = 'name' | 'patronymic' | 'initial' | 'kunya' | 'common' | 'article' | 'filiation' | 'title';

const WORDS: Readonly<Record<'article' | 'filiation' | 'title' | 'kunya' | 'common', string>> = {
  article:
    'al el as ash an ar ad az at adh ath es esh en er ed ez et ul ur us un ud uz ush ol il аль эль ал ас аш ан ар ад аз ат уль ул ال ' +
    'e i ye wa va and of the in for de di da do dos van von der den der la le du und fi w и',
  filiation:
    'ogli oghli oghly ughli ўғли қизи bin ibn ben bint bent binti ould wuld wald ogly oglu oghlu oğlu uulu uly ugli qizi kyzy qyzy kizi gyzy бин ибн бен оглы оглу уулу улы угли ' +
    'кызы қызы بن ابن بنت ولد son s',
  title:
    'haji hajji hadji hajj haj haaji alhaj alhaji hajie mullah mulla mullo maulono mavlono mavlona мулло мавлоно mollah molla mawlawi maulvi maulavi mawlavi moulavi molvi mawlana maulana moulana maulwi domullo domla damla domulla qori qari ' +
    'sheikh shaykh sheik shaikh cheikh cheik sheykh shekh dr doctor doktor prof professor general gen brigadier brig colonel col major maj captain capt lieutenant lt ' +
    'mr mrs ms sir ustad ustaz ustadh mufti ayatollah hojatoleslam engineer commander хаджи хаджы мулла шейх шайх домулло домла қори кори ' +
    'حاج حاجي حاجی ملا مولوي مولوی شيخ الشيخ شیخ دكتور الدكتور',
  kunya: 'abu abou aboo abi aba abo umm um oum bu أبو ابو أبي ابي أم ام абу умм',
  common:
    'eng امیر أمير سید سيد حافظ hafiz hafez emir amir sayyid sayed seyyed sayyed seyed syed company co ltd limited llc inc corp corporation group jsc ooo plc sa gmbh pjsc ojsc pao oao zao fze fzco trading industries industrial industry organization organisation ' +
    'international general foundation society association institute center centre university bank holding enterprise enterprises services service ' +
    'shipping lines line factory islamic state national development investment commercial ' +
    'exchange complex agency authority ministry department office engineering technology technologies construction petrochemical oil gas steel',
};

const ROLES = new Map<string, Role>();
for (const [role, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) ROLES.set(word, role as Role);
}

/** What a word (lower case, without marks and apostrophes) does in a name; `name` for every word that is not listed. */
export const wordRole = (word: string): Role => ROLES.get(word) ?? 'name';
