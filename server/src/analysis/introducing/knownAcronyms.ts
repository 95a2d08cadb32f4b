/** Knows the acronyms that need no introduction, and the capitals that are no acronym: numerals, units, currencies. */

import { isOrdinary } from '../ordinaryWords';

const listed = (words: string): string[] => words.trim().split(/\s+/);

/** Those that dictionaries list as words: everybody reads them sooner than what they stand for. */
const KNOWN_TO_ALL = listed(`
UN EU US USA UK UAE USSR NATO UNESCO UNICEF UNHCR WHO IMF WTO OPEC FBI CIA NSA KGB NASA
BBC CNN ABC CBS NBC
AIDS HIV COVID SARS DNA TV PC CD DVD GPS GSM SMS USB VPN URL WWW PDF HTML AI IT SIM PIN ATM QR UFO LED CCTV WMD
CEO CFO VIP NGO MP PhD MD MBA FAQ RSVP PS PR HR HQ ID OK IQ GDP GNP VAT SUV RPG TNT IED R&D Q&A ASAP FYI DIY SOS VHS BMW
AD BC BCE CE AM PM GMT UTC EST EDT PST CET CEST EET MSK DC LA NYC NB TBD TBC TODO SECRET NOFORN TLP AMBER ISBN ISSN DOI CV LGBT LGBTQ
`);

/** Units, currencies, points of the compass, makes that nobody writes out, kinds of companies. */
const NO_ACRONYMS = listed(`
KM KG CM MM MW GW KW MHZ GHZ KHZ HZ KB MB GB TB DB HP RPM PPM NE NW SE SW NNE NNW SSE SSW
USD EUR GBP RUB RUR UZS KZT KGS TJS TMT CNY RMB JPY CHF TRY INR PKR AFN IRR SYP IQD SAR AED BTC ETH USDT
KAMAZ UAZ GAZ ZIL MAZ PKM RPK RDX
LLC LTD INC PLC OOO OAO ООО ОАО ПАО ЗАО
`);

const NOT_ANY: ReadonlySet<string> = new Set(NO_ACRONYMS);
const KNOWN: ReadonlySet<string> = new Set([...KNOWN_TO_ALL, ...NO_ACRONYMS]);

/** A numeral up to thirty-nine (*Chapter XIV*), or a long one (*MCMXCI*): shorter ones with other letters are acronyms. */
const NUMERAL = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
const LONG_NUMERAL = /^(?=[MDCLXVI]{4})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Whether a report may write these capitals without saying what they stand for. */
export const isKnownToAll = (acronym: string): boolean => KNOWN.has(acronym) || isNumeral(acronym);

/** Whether capitals are no acronym at all: numerals, units, currencies. */
export const isNoAcronym = (capitals: string): boolean => NOT_ANY.has(capitals) || isNumeral(capitals);

const isNumeral = (capitals: string): boolean => NUMERAL.test(capitals) || LONG_NUMERAL.test(capitals);

/** Longer ones without a number or a slash are shouted words: *CONFIDENTIAL*. */
const LONGEST_PLAIN = 7;

/** Whether capitals that nobody explains may be an acronym, rather than a word, or the name of a model or standard. */
export const mayBeAcronym = (capitals: string): boolean => {
  const word = capitals.toLowerCase();
  if (/\p{N}/u.test(capitals) || isOrdinary(word)) return false;
  return capitals.length <= LONGEST_PLAIN || /[/&-]/.test(capitals);
};
