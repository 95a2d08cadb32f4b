/** Capitalised English words that are no part of a name: they end a run of names, and are never variants. */

/** Words that begin sentences and join their parts. */
const FUNCTION_WORDS = `
a about above according across after again against all almost along already also although among an and another any are around as at
away back because been before behind being below besides between beyond both but by can could current despite did do does during each
earlier early either even eventually every everyone few finally first following for former four from further given had has have he
hence her here his how however i if in indeed instead into is it its just last late later like local many may meanwhile might more
moreover most much must near nearly neither never nevertheless new next no nonetheless nor not now of off on once one only or other
others our out over overall own per perhaps prior rather recent recently reportedly same second seemingly separately several shall she should
similarly since so some soon still such than that the their them then there therefore these they third this those though three through throughout
thus to today together too toward towards two under underneath unless unlike until up upon us very was we well were what when whenever where
whereas whether which while who whom whose why will with within without would year yet you your yesterday tomorrow tonight
am beside clearly forthwith furthermore granted henceforth likewise maybe none otherwise ours plus respectively
seldom sometimes somewhere thereafter thereby versus via whoever whichever yes
`;

/** Offices and titles, nations and faiths, the calendar, and nouns of reports and headings. */
const NOUNS = `
president vice prime minister ministry general secretary chief commander deputy leader director head chairman spokesperson
spokesman spokeswoman ambassador governor mayor senator king queen prince princess colonel captain major lieutenant sergeant professor
doctor judge prosecutor officer official officials senior junior founder member brother sister father son daughter uncle cousin wife
supreme acting interior foreign defence defense finance justice state federal national international regional central northern southern
eastern western north south east west republic province district region city town village valley river mountain border army force forces
police security service services agency committee council court parliament government embassy university institute school college
department office bureau centre center organisation organization group groups party movement front union alliance network report
reports annual assessment chapter section table figure note notes summary introduction conclusion outlook background appendix annex
january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
afghan afghans african africans american americans arab arabs arabic armenian asian asians australian azerbaijani bangladeshi bangladeshis
belarusian british canadian caucasian chechen chechens chinese egyptian egyptians english european europeans french georgian german
germans greek indian indians indonesian iranian iranians iraqi iraqis israeli israelis italian japanese jewish jordanian jordanians
kazakh kazakhs korean kurd kurdish kurds kuwaiti kyrgyz lebanese libyan libyans maldivian moroccan myanmar nigerian norwegian omani
ottoman pakistani pakistanis palestinian palestinians pamiri pamiris pashtun pashtuns persian polish portuguese qatari russian russians
algerian argentine austrian avar bahraini baloch bashkir bashkirs belgian bosnian brazilian bulgarian circassian colombian crimean croatian
cuban czech dagestani dagestanis danish dutch emirati eritrean estonian ethiopian filipino finnish hungarian ingush irish karakalpak
karakalpaks kashmiri kazakhstani kazakhstanis kenyan kosovar kyrgyzstani kyrgyzstanis latvian lezgin lithuanian malaysian malian
mauritanian mexican moldovan mongolian ossetian punjabi rohingya romanian scottish senegalese siberian singaporean slovak somalian
tajikistani tajikistanis turkmenistani ugandan uzbekistani uzbekistanis vietnamese yazidi yazidis abkhaz abkhazian
saudi saudis serbian somali somalis soviet spanish sudanese swedish swiss syrian syrians tajik tajiks tatar tatars thai tunisian turk
turkic turkish turkmen turks ukrainian ukrainians uyghur uyghurs uzbek uzbeks yemeni
christian christians islam islamic islamist islamists jew jews jihadi jihadis jihadist jihadists muslim muslims quran salafi shia shiite
shiites sunni sunnis koran prophet allah
mr mrs ms sir dr cleric preacher
scholar lawyer journalist blogger activist dissident analyst expert author historian reporter editor banker businessman entrepreneur
oligarch politician lawmaker delegate envoy diplomat attorney marshal admiral brigadier warlord militant militants terrorist
terrorists fighter fighters recruiter recruiters defector detainee prisoner suspect suspects fugitive convict ringleader mastermind
veteran soldier soldiers guard bodyguard driver courier financier fundraiser spymaster chairwoman chair ceo widow brothers sisters
grandson grandfather martyrs camp operation battle project programme program
street square airport mosque madrasa madrassa prison hospital church bank company corporation ltd inc mission consulate oblast
rayon raion okrug krai autonomous mount lake bay island islands sea ocean desert pass gulf
internet online telegram youtube facebook twitter instagram
`;

const listed = (words: string): string[] => words.trim().split(/\s+/);
const FUNCTION = new Set(listed(FUNCTION_WORDS));
const ORDINARY = new Set([...FUNCTION, ...listed(NOUNS)]);

/** Endings of English words that hardly any name has. */
const ENGLISH =
  /(?:[a-z]{3}(?:ly|ing|ings|tion|tions|sion|sions|ment|ments|ness|able|ible|ables|ful|less|ship|ships|ity|ities|ence|ences|ized|ised|ture|tures|logy|ism|isms|ously|ated|ously)|[^aeiou]ed)$/u;

/** Whether a folded word ends as English words do, and names do not. */
export const looksEnglish = (folded: string): boolean => ENGLISH.test(folded);

/** Titles that are as often a part of the name. */
const TITLES = new Set(
  'gen col lt maj capt sgt cpl cmdr brig adm prof rev hon amb gov sen rep insp comrade agent inspector corporal private commissioner speaker defendant plaintiff emir amir imam mufti qari qori qary sheikh shaykh mullah mulla mullo domullo domla haji hajji khoja hoji ustad ustoz maulana mawlana mawlawi mavlavi maulvi sayyid sayed seyyed eshon ishan'.split(
    ' ',
  ),
);

/** Whether a folded word is a title that may stand before a name or in it. */
export const isTitle = (folded: string): boolean => TITLES.has(folded);

/** Places that everybody knows, and writes in one way: never another's variant. What a glossary lists is found before. */
const KNOWN_PLACES = new Set(
  listed(`
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium belize benin
bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus
czechia denmark djibouti ecuador egypt england eritrea estonia ethiopia europe fiji finland france gabon gambia georgia germany ghana greece
guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia
maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique namibia nepal netherlands nicaragua
niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal
serbia seychelles singapore slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania
thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe
africa america arabia asia antarctica britain crimea chechnya dagestan ingushetia siberia tatarstan kurdistan kashmir balochistan punjab
amsterdam ankara astana athens baghdad baku bangkok barcelona beijing beirut belgrade berlin bishkek bratislava brussels bucharest budapest
cairo chicago copenhagen damascus delhi dhaka dubai dublin dushanbe frankfurt geneva hamburg helsinki islamabad istanbul jakarta jerusalem
kabul kandahar karachi kiev kyiv lahore lisbon london madrid manila milan minsk moscow mumbai munich nairobi ottawa oxford paris prague
riga riyadh rome seoul shanghai sofia stockholm sydney tallinn tashkent tbilisi tehran tokyo toronto tripoli tunis vienna vilnius warsaw
washington yerevan zagreb zurich
jalalabad hyderabad abbottabad asadabad faisalabad mashhad herat peshawar quetta
`),
);

/** Whether a folded word is a place that everybody knows. */
export const isKnownPlace = (folded: string): boolean => KNOWN_PLACES.has(folded);

/** Whether a folded word names nobody. */
export const isOrdinary = (folded: string): boolean => ORDINARY.has(folded);

/** Whether a folded word is none that a name could begin with. */
export const isFunctionWord = (folded: string): boolean => FUNCTION.has(folded);
