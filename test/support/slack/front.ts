// The seeded sales centre on a Slack of our own: everybody has an account in one workspace, and the team its channel.
import { sql } from "drizzle-orm";
import { createSlackAdapter } from "#adapters/slack/index";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createShelf } from "#db/stores/delivery/overflow";
import { shortcuts } from "#src/app/shortcuts";
import { execute } from "#db/client";
import { dayWhere } from "#test/support/picked-day";
import { inPlayground } from "#test/support/story/playground-place";
import { renamed, type Front, type FrontParts, type OpenFront } from "#test/support/story/front";
import { overHttp } from "#test/support/slack/platform/client";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { Surface } from "#test/support/story/surface";
import { createSlackSurface } from "./surface.ts";

const team = "T1";
const channel = "CTEAM";
const secret = "8f742231b10e8888abcd99yyyzzz85a5";
/** `renke` has the account URENKE. */
const accountOf = (user: string): string => `U${user.toUpperCase()}`;

export const openSlackFront =
  (mode: "http" | "socket"): OpenFront =>
  (parts) =>
    open(mode, parts);

async function open(
  mode: "http" | "socket",
  { database, clock, chance, logger, language, drain }: FrontParts,
): Promise<Front> {
  const slack = await startFakeSlack();
  const users = await execute<{ user: string; name: string }>(
    database.db,
    sql`select c."user", p.name from chat_identity c join person p on p.id = c.person_id where c.platform = 'web'`,
  );
  const workspace = slack.workspace(
    team,
    "xoxb-front",
    users.map(({ user, name }) => ({ id: accountOf(user), name: user, inPicker: name })),
  );
  workspace.channels.set(channel, {
    name: "team",
    members: new Set([workspace.botUser, ...users.map(({ user }) => accountOf(user))]),
    archived: false,
    im: null,
  });
  await database.db.execute(
    sql`update chat_identity set platform = 'slack', workspace = ${team}, "user" = 'U' || upper("user") where platform = 'web'`,
  );
  await database.db.execute(
    sql`update chat_place set platform = 'slack', workspace = ${team}, channel = ${channel} where platform = 'web'`,
  );
  await inPlayground(database, "slack", team);
  const installations = createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    chance,
  );
  const grant = {
    name: "Team",
    token: workspace.token,
    botUser: workspace.botUser,
    scopes: [...workspace.scopes],
    installedBy: null,
  };
  await installations.save({ platform: "slack", workspace: team }, grant, clock.now(), {
    way: "configured",
    organisations: "many",
  });
  const adapter = createSlackAdapter({
    // A story is told on a busy machine too.
    takenWithinMs: 60_000,
    installations,
    shelf: createShelf(database),
    clock,
    chance,
    logger,
    language,
    apiUrl: slack.url,
    signingSecret: secret,
    shortcuts,
    called: ["coach", "Pacer", "领跑"],
    appToken: mode === "socket" ? slack.link.appToken : undefined,
  });
  const server = await overHttp(adapter.routes);
  const wire = {
    secret,
    target: server,
    now: () => clock.now(),
    ...(mode === "socket" ? { link: slack.link } : {}),
  };
  await adapter.start();
  const settle = async (): Promise<void> => {
    await adapter.settled();
    await drain();
  };
  const today = dayWhere(database, clock, "slack");
  return {
    // A story is told faster than Slack may be written to; how fast that is has tests of its own.
    chat: { ...adapter.chat, pace: { destination: null, installation: null } },
    connect: (bot) => adapter.connect(bot),
    surface: opening(renamed(createSlackSurface({ slack, team, wire, settle, today }), accountOf)),
    channel: renamed(
      createSlackSurface({ slack, team, wire, settle, room: channel, today }),
      accountOf,
    ),
    account: (user) => ({ platform: "slack", workspace: team, user: accountOf(user) }),
    place: { platform: "slack", workspace: team, channel },
    routes: adapter.routes,
    allowedHosts: [],
    async close() {
      await adapter.close();
      await server.close();
      await slack.close();
      // Stories are told faster than people act, and still no method is asked more often than Slack lets it.
      const tooFast = slack.calls
        .filter((each) => each.error === "ratelimited")
        .map((each) => each.method);
      if (tooFast.length > 0)
        throw new Error(`Slack was asked too often: ${[...new Set(tooFast)].join(", ")}`);
    },
  };
}

/** A form needs a press on Slack: whoever typed for one presses the button that was offered alone. */
function opening(surface: Surface): Surface {
  return {
    ...surface,
    async say(user, text) {
      await surface.say(user, text);
      const last = (await surface.screen(user)).messages.at(-1);
      const [label] = last?.by === "bot" && last.buttons.length === 1 ? last.buttons : [];
      if (label === "Open the form" || label === "打开表单") await surface.press(user, label);
    },
  };
}
