/** In how many block quotations a line stands, by the signs before its words. */
export const blockQuotationDepth = (prefix: string): number => prefix.split('>').length - 1;
