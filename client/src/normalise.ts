/** Brings a report, or every report of a desk, to the house's style, each change shown before it is made. */

import { type Uri, window } from 'vscode';
import { type LanguageClient, RequestType, type WorkspaceEdit } from 'vscode-languageclient/node';
import {
  NORMALISE,
  NORMALISED,
  type NormalisedParams,
  type NormaliseOutcome,
  type NormaliseParams,
  type NormalisePlan,
} from '../../server/src/lsp/requests';
import { deskHere } from './documents';
import { reportEditor } from './editNotes';
import { showLeftList } from './leftList';
import { askLong } from './longRequest';
import { makePreviewed } from './previewedEdit';

const askForPlan = new RequestType<NormaliseParams, NormalisePlan<WorkspaceEdit>, void>(NORMALISE);
const askForOutcome = new RequestType<NormalisedParams, NormaliseOutcome, void>(NORMALISED);

/** Every certain fix of the active report. */
export async function normaliseReport(client: LanguageClient): Promise<void> {
  const editor = reportEditor();
  if (editor) await normalise(client, editor.document.uri, 'report', 'Normalising the report');
}

/** Every certain fix of every report of the desk: that of the active editor, else of the first folder. */
export async function normaliseDesk(client: LanguageClient): Promise<void> {
  const uri = deskHere();
  if (uri) await normalise(client, uri, 'desk', 'Normalising the desk');
  else
    void window.showInformationMessage(
      'There is no desk here. Open the folder of your reports, then try again.',
    );
}

async function normalise(
  client: LanguageClient,
  uri: Uri,
  scope: NormaliseParams['scope'],
  title: string,
): Promise<void> {
  let plan: NormalisePlan<WorkspaceEdit> = null;
  const isMade = await makePreviewed(client, async () => {
    const params = { uri: client.code2ProtocolConverter.asUri(uri), scope };
    plan = await askLong(client, askForPlan, params, title);
    if (!plan) return undefined;
    if ('outcome' in plan) {
      tell(plan.outcome);
      return undefined;
    }
    const { texts } = plan;
    return { edit: await client.protocol2CodeConverter.asWorkspaceEdit(plan.edit), texts };
  });
  const made = plan as NormalisePlan<WorkspaceEdit>;
  if (!isMade || !made || 'outcome' in made) return;
  tell(await askLong(client, askForOutcome, { plan: made.plan }, 'Looking at what was left'));
}

const SHOW = 'Show What Was Left';

function tell({ message, left }: NormaliseOutcome): void {
  // The command is over; the reader may leave the message as long as they like.
  const choices = left.length > 0 ? [SHOW] : [];
  void window.showInformationMessage(message, ...choices).then((choice) => {
    if (choice === SHOW) void showLeftList({ message, left });
  });
}
