/** Composes letters and the marks on them, in linear time whatever the text. */

/** More marks than any orthography puts on a letter; normalising thousands on one takes quadratic time. */
const CLUSTER = /\P{M}\p{M}{1,8}/gu;

/** Unicode’s composed form (NFC) of the letters with marks; marks beyond the eighth on a letter stay as they are. */
export const compose = (text: string): string => text.replace(CLUSTER, (cluster) => cluster.normalize('NFC'));
