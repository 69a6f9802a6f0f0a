// A workspace that waits to be let in: whoever writes there is told so in one sentence, and nothing they do goes further.
import { z } from "zod";
import { SeveralOrganisations } from "#src/ports/chat/installations";
import { caught } from "../send/errors.ts";
import { grantedEvent, homeEvent, messageEvent } from "../door/parse.ts";
import { platform, wordsIn, type Slack } from "../slack.ts";

export interface Waited {
  readonly response?: unknown;
  /** What is said where it was not answered at once. */
  afterwards(): Promise<void>;
}

const event = z.looseObject({ type: z.string() });
const interaction = z.looseObject({ user: z.looseObject({ id: z.string() }) });

/** Null where nothing waits: the app is not there at all. */
export async function whileWaiting(
  slack: Slack,
  workspace: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Waited | null> {
  const waiting = await slack.installations.waiting({ platform, workspace });
  if (waiting === null) return null;
  const text = `${wordsIn(slack, "en").waits()}\n${wordsIn(slack, "zh").waits()}`;
  if (typeof body["command"] === "string")
    return { response: { response_type: "ephemeral", text }, afterwards: async () => {} };
  const told = event.safeParse(body["event"]).data ?? null;
  // Before it is acknowledged, as what becomes of any installation. That it was removed comes another way: Bolt asks nobody for leave then.
  if (told?.type === "team_access_granted")
    await takeIn(slack, workspace, grantedEvent.parse(told).team_ids);
  const work = async (): Promise<void> => {
    const client = slack.clients.with(waiting.token);
    const to =
      told === null
        ? (interaction.safeParse(body).data?.user.id ?? null)
        : whoSpoke(told, waiting.botUser);
    if (to !== null) await client.chat.postMessage({ channel: to, text });
    if (told?.type === "app_home_opened")
      await client.views.publish({
        user_id: homeEvent.parse(told).user,
        view: { type: "home", blocks: [{ type: "section", text: { type: "plain_text", text } }] },
      });
  };
  return {
    afterwards: () =>
      work().catch((error: unknown) =>
        slack.logger.warn({ workspace, ...caught(error) }, "slack.waiting_not_said"),
      ),
  };
}

/** Who wrote to the bot itself, in its own chat or by its name. */
function whoSpoke(raw: z.output<typeof event>, botUser: string): string | null {
  const message = messageEvent.safeParse(raw);
  if (
    !message.success ||
    message.data.bot_id ||
    message.data.subtype ||
    message.data.user === botUser
  )
    return null;
  const { type, channel_type: kind, user } = message.data;
  return type === "app_mention" || (type === "message" && kind === "im") ? user : null;
}

/** Workspaces that had the bot each on its own go on under the Enterprise. */
export async function takeIn(
  slack: Slack,
  enterprise: string,
  teams: readonly string[],
): Promise<void> {
  try {
    await slack.installations.spread({ platform, workspace: enterprise }, teams, slack.clock.now());
    await slack.bot().tellRequests();
  } catch (error) {
    if (!(error instanceof SeveralOrganisations)) throw error;
    slack.logger.error({ workspace: enterprise, teams }, "slack.several_organisations");
  }
}
