/** How VS Code shows what a rule is about, from the code of a finding. */

/** A finding’s code links to an address of this scheme, which the client answers with a text. */
export const RULE_SCHEME = 'nomenclator-rule';

/** The address behind the code of a finding: `nomenclator-rule:name/spelling.md`. */
export const ruleAddress = (code: string): string => `${RULE_SCHEME}:${code}.md`;

/** The code that an address stands for, from its path. */
export const codeInAddress = (path: string): string => path.replace(/^\/|\.md$/g, '');

/** The client asks what a rule is about; answered with Markdown. */
export const EXPLAIN_RULE = 'nomenclator/explainRule';

export interface ExplainRuleParams {
  readonly code: string;
}
