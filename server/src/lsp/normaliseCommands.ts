/** Answers those who ask to normalise: VS Code's client, which previews the edit, and the commands of other editors. */

import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Fix } from '../analysis/finding';
import { Normaliser } from './normalise';
import { requestProgress, toldBy } from './requestProgress';
import {
  NORMALISE,
  NORMALISE_DESK,
  NORMALISE_REPORT,
  NORMALISED,
  type NormalisedParams,
  type NormaliseOutcome,
  type NormaliseParams,
  type NormalisePlan,
} from './requests';
import type { Serving } from './serving';
import type { OpenReport } from './session';
import * as toProto from './toProto';

/** The kind of the action that normalises a report: an editor without our commands in a menu has it in one. */
export const NORMALISE_KIND = `${CodeActionKind.Source}.normalise.${toProto.SOURCE_NAME}`;

const TITLES: Readonly<Record<NormaliseParams['scope'], string>> = {
  report: 'Normalise this report',
  desk: 'Normalise the desk',
};

const FAILED: NormaliseOutcome = {
  message: 'The names could not be normalised. The output says why.',
  left: [],
};

/** The commands that the server offers; none to VS Code’s client, which has its own of the same names. */
export const serverCommands = (hasOwn: boolean): readonly string[] =>
  hasOwn ? [] : [NORMALISE_REPORT, NORMALISE_DESK];

/** Registers the handlers. */
export function serveNormalising(serving: Serving): void {
  const { connection, session, guard, actionAbilities } = serving;
  const normaliser = new Normaliser(session);

  connection.onRequest<NormalisePlan<WorkspaceEdit>, void>(
    NORMALISE,
    guard(
      'normalising',
      { outcome: FAILED } as NormalisePlan<WorkspaceEdit>,
      (params: NormaliseParams, isWanted) =>
        normaliser.normalise(params, {
          abilities: actionAbilities(),
          confirmed: false,
          isWanted,
          tell: requestProgress(connection, params.workDoneToken),
        }),
    ),
  );

  connection.onRequest<NormaliseOutcome, void>(
    NORMALISED,
    guard('outcome of normalising', FAILED, ({ plan, workDoneToken }: NormalisedParams, isWanted) =>
      normaliser.outcome(plan, { isWanted, tell: requestProgress(connection, workDoneToken) }),
    ),
  );

  connection.onExecuteCommand(
    guard('command', null, async ({ command, arguments: given = [] }: ExecuteCommandParams, isWanted) => {
      const uri: unknown = given[0];
      const scope = command === NORMALISE_DESK ? 'desk' : 'report';
      if (typeof uri !== 'string') say(serving, MessageType.Warning, NO_URI);
      else await normaliseAndApply(serving, normaliser, { uri, scope }, isWanted);
      return null;
    }),
  );
}

const NO_URI = 'Hand over the URI of a report as the argument of this command.';

/** For editors without our client: there the edit is made when the editor has asked about it, if it can. */
async function normaliseAndApply(
  serving: Serving,
  normaliser: Normaliser,
  { uri, scope }: Pick<NormaliseParams, 'uri' | 'scope'>,
  isWanted: () => boolean,
): Promise<void> {
  const { connection, actionAbilities } = serving;
  const progress = await begunProgress(serving, TITLES[scope]);
  let plan: NormalisePlan<WorkspaceEdit>;
  try {
    plan = await normaliser.normalise(
      { uri, scope },
      {
        abilities: actionAbilities(),
        confirmed: true,
        isWanted: () => isWanted() && !progress?.token.isCancellationRequested,
        tell: progress ? toldBy(progress) : () => {},
      },
    );
  } finally {
    progress?.done();
  }
  if (!plan) return;
  if ('outcome' in plan) {
    say(serving, MessageType.Info, plan.outcome.message);
    return;
  }
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: TITLES[scope],
    edit: plan.edit,
  });
  if (!applied) {
    const why = failureReason === undefined ? '' : ` The editor says: ${failureReason}`;
    say(serving, MessageType.Warning, `Nothing was normalised.${why}`);
    return;
  }
  const { message } = await normaliser.outcome(plan.plan, { isWanted: () => true, tell: () => {} });
  say(serving, MessageType.Info, message);
}

interface BegunProgress {
  readonly token: CancellationToken;
  report(percentage: number, message: string): void;
  done(): void;
}

async function begunProgress(
  { connection, capabilities }: Serving,
  title: string,
): Promise<BegunProgress | undefined> {
  if (!capabilities().window?.workDoneProgress) return undefined;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title, 0, undefined, true);
  return progress;
}

const say = ({ connection }: Serving, type: MessageType, message: string): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type, message });

/** The action that calls the command, whoever has it; none where nothing is certain. */
export function normaliseActions({ uri, analysis }: OpenReport): CodeAction[] {
  const isCertain = ({ preferred, glossary }: Fix) => preferred && !glossary;
  if (!analysis.findings.some(({ fixes }) => fixes.some(isCertain))) return [];
  const title = TITLES.report;
  const command = { title, command: NORMALISE_REPORT, arguments: [uri] };
  return [{ title, kind: NORMALISE_KIND, command }];
}
