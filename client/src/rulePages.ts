/** Shows what a rule is about, where the code of a finding is clicked. */

import { type Disposable, workspace } from 'vscode';
import { RequestType } from 'vscode-languageclient/node';
import {
  codeInAddress,
  EXPLAIN_RULE,
  type ExplainRuleParams,
  RULE_SCHEME,
} from '../../server/src/lsp/requests';
import type { Session } from './session';

const explainRule = new RequestType<ExplainRuleParams, string, void>(EXPLAIN_RULE);

/** Answers addresses of rules with what the server says of them. */
export const serveRulePages = (session: Session): Disposable =>
  workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    provideTextDocumentContent: ({ path }) =>
      session.ask((client) => client.sendRequest(explainRule, { code: codeInAddress(path) })),
  });
