// A person on Slack in a test: types in their own chat with the bot, presses, fills in modals, and sees what Slack would show.
import type { LocalDate } from "#src/calendar/local-date";
import {
  buttonsIn,
  encoded,
  readBlocks,
  decoded,
  type FakeBlock,
} from "#test/support/slack/platform/blocks";
import {
  saidOf,
  sendEvent,
  sendInteraction,
  type FakeEvent,
  type Wire,
} from "#test/support/slack/platform/client";
import { fileShown } from "#test/support/slack/platform/files";
import { choose, initialState, missing, readForm, stateOf, type State } from "./form.ts";
import {
  dmOf,
  type FakeMessage,
  type FakeSlack,
  type FakeWorkspace,
} from "#test/support/slack/platform/workspace";
import { printScreen, type Screen, type Surface } from "#test/support/story/surface";

interface Window {
  view: string | null;
  state: State;
  errors: Readonly<Record<string, string>>;
  /** Ephemeral messages up to this one are gone with the last act. */
  seen: number;
}

export interface SlackSurfaceOptions {
  readonly slack: FakeSlack;
  readonly team: string;
  readonly wire: Wire;
  /** Waits until everything is answered and delivered. */
  readonly settle: () => Promise<void>;
  /** A channel, where others read along; without it everybody is in their own chat with the bot. */
  readonly room?: string;
  /** The day it is for an account; where it is not told, nobody's words become a day. */
  readonly today?: (user: string) => Promise<LocalDate>;
}

export function createSlackSurface({
  slack,
  team,
  wire,
  settle,
  room,
  today,
}: SlackSurfaceOptions): Surface {
  const windows = new Map<string, Window>();
  const workspace = (): FakeWorkspace => slack.workspaceOf(team);
  const windowOf = (user: string): Window => {
    const open = windows.get(user) ?? { view: null, state: {}, errors: {}, seen: 0 };
    windows.set(user, open);
    return open;
  };
  const channelOf = (user: string): string => room ?? dmOf(workspace(), user);
  const mine = (user: string): FakeMessage[] =>
    workspace().messages.filter((each) => each.channel === channelOf(user));

  /** A modal that was opened by now, or went on to another one. */
  function look(user: string): void {
    const open = windowOf(user);
    const newest = [...workspace().views.values()].findLast((each) => each.user === user);
    if (newest && newest.id !== open.view)
      Object.assign(open, { view: newest.id, state: initialState(newest.view), errors: {} });
  }

  function close(user: string): void {
    const open = windowOf(user);
    if (open.view !== null) workspace().views.delete(open.view);
    Object.assign(open, { view: null, state: {}, errors: {} });
  }

  const read = (blocks: readonly FakeBlock[]): string =>
    readBlocks(
      blocks,
      (id) => workspace().users.get(id)?.name ?? workspace().channels.get(id)?.name,
    );

  /** Whether its sender, who looks, was told in that channel that the answer is elsewhere. */
  function isAnswered(message: FakeMessage, user: string): boolean {
    const { messages, botUser } = workspace();
    const at = messages.indexOf(message);
    const there = messages.slice(at + 1).filter((each) => each.channel === message.channel);
    const next = there.find((each) => each.by === user || each.ephemeralTo === user);
    return message.by === user && next?.by === botUser && next.ephemeralTo === user;
  }

  async function screen(user: string): Promise<Screen> {
    await settle();
    look(user);
    const open = windowOf(user);
    const view = open.view === null ? undefined : workspace().views.get(open.view)?.view;
    const shown = mine(user).filter((each) => each.ephemeralTo === null);
    const passing = workspace().messages.filter(
      (each, i) => each.ephemeralTo === user && i >= open.seen,
    );
    const home = workspace().homes.get(user) ?? [];
    return {
      messages: shown.map((each) => ({
        id: each.ts,
        by: each.by === workspace().botUser ? "bot" : "person",
        text: each.by === workspace().botUser ? read(each.blocks) : decoded(each.text),
        buttons: buttonsIn(each.blocks).map((button) => button.label),
        ...(isAnswered(each, user) ? { receipt: true as const } : {}),
      })),
      home: { text: read(home), buttons: buttonsIn(home).map((each) => each.label) },
      form: view === undefined ? null : readForm(view, open.state, open.errors),
      toast: passing.length === 0 ? null : read(passing.at(-1)!.blocks),
    };
  }

  const absent = async (user: string, what: string): Promise<Error> =>
    new Error(`${what} is not on ${user}'s screen:\n${printScreen(await screen(user))}`);

  const forget = (user: string): void => {
    windowOf(user).seen = workspace().messages.length;
  };

  function pressable(user: string, label: string, nth: number) {
    const shown = mine(user).filter(
      (each) => each.ephemeralTo === null || each.ephemeralTo === user,
    );
    for (const message of shown.toReversed()) {
      const found = buttonsIn(message.blocks).filter((each) => each.label === label);
      if (found.length > 0) return found[nth] && { button: found[nth], message };
    }
    const atHome = buttonsIn(workspace().homes.get(user) ?? []).filter(
      (each) => each.label === label,
    )[nth];
    return atHome && { button: atHome, message: null };
  }

  async function submit(user: string): Promise<void> {
    const open = windowOf(user);
    const known = open.view === null ? undefined : workspace().views.get(open.view);
    if (!known) throw await absent(user, "a form");
    const empty = missing(known.view, open.state);
    if (empty.length > 0)
      throw new Error(`Slack sends no form whose needed fields are empty: ${empty.join(", ")}`);
    forget(user);
    const sent = await sendInteraction(wire, {
      type: "view_submission",
      ...saidOf(workspace(), false),
      user: { id: user, username: user, team_id: team },
      trigger_id: slack.trigger(team, user),
      view: {
        id: known.id,
        team_id: team,
        app_installed_team_id: [...(workspace().teams ?? [team])][0],
        hash: "1.a",
        ...known.view,
        state: { values: stateOf(known.view, open.state) },
      },
    });
    if (sent.status !== 200) throw new Error(`Slack shows its own error: ${sent.status}`);
    const answer = sent.body as {
      response_action?: string;
      errors?: Record<string, string>;
      view?: Readonly<Record<string, unknown>>;
    } | null;
    if (answer === null) close(user);
    else if (answer.response_action === "errors") open.errors = answer.errors ?? {};
    else if (answer.response_action === "update" && answer.view) {
      known.view = answer.view;
      Object.assign(open, { state: initialState(answer.view, open.state), errors: {} });
    } else throw new Error(`an answer Slack does not know: ${JSON.stringify(answer)}`);
    await settle();
  }

  /** What Slack tells the bot of it: everything in its own chats, and in a channel only what mentions it. */
  function heard(
    user: string,
    text: string,
    at: { readonly channel: string; readonly ts: string },
  ): FakeEvent | null {
    const { botUser } = workspace();
    if (room === undefined)
      return {
        type: "message",
        ...at,
        user,
        text: encoded(text),
        event_ts: at.ts,
        channel_type: "im",
      };
    const words = /^@(?:Pacer|领跑)\s*(.*)$/s.exec(text)?.[1];
    return words === undefined
      ? null
      : {
          type: "app_mention",
          ...at,
          user,
          text: `<@${botUser}> ${encoded(words)}`,
          event_ts: at.ts,
        };
  }

  return {
    screen,
    async atHome(user) {
      await sendEvent(
        wire,
        team,
        workspace().botUser,
        { type: "app_home_opened", user, tab: "home", channel: dmOf(workspace(), user) },
        { within: workspace().teams },
      );
      return (await screen(user)).home;
    },
    async say(user, text) {
      close(user);
      forget(user);
      const channel = channelOf(user);
      const ts = `${1_795_000_000 + workspace().messages.length}.000100`;
      workspace().messages.push({
        channel,
        ts,
        by: user,
        text: encoded(text),
        blocks: [] as FakeBlock[],
        metadata: null,
        ephemeralTo: null,
        reactions: [],
        edits: 0,
      });
      const event = heard(user, text, { channel, ts });
      const { status } =
        event === null
          ? { status: 200 }
          : await sendEvent(wire, team, workspace().botUser, event, { within: workspace().teams });
      if (status !== 200) throw new Error(`the event was answered with ${status}`);
      await settle();
    },
    async fileFor(user) {
      await settle();
      const put = [...workspace().files.values()].findLast(
        (each) => each.channel === dmOf(workspace(), user) && !each.id.startsWith("FDROP"),
      );
      return put?.bytes ?? null;
    },
    async drop(user, name, bytes) {
      close(user);
      forget(user);
      const channel = channelOf(user);
      const ts = `${1_795_000_000 + workspace().messages.length}.000100`;
      const id = `FDROP${workspace().files.size}`;
      const file = {
        id,
        name,
        length: bytes.length,
        bytes: Buffer.from(bytes),
        channel,
        deleted: false,
      };
      workspace().files.set(id, file);
      workspace().messages.push({
        channel,
        ts,
        by: user,
        text: name,
        blocks: [] as FakeBlock[],
        metadata: null,
        ephemeralTo: null,
        reactions: [],
        edits: 0,
      });
      const { botUser, teams } = workspace();
      const files = [fileShown(workspace(), file, slack.url.replace(/\/api\/$/, ""))];
      const event =
        room === undefined
          ? { type: "message", subtype: "file_share", text: "", channel_type: "im" }
          : { type: "app_mention", text: `<@${botUser}>` };
      const { status } = await sendEvent(
        wire,
        team,
        botUser,
        { ...event, channel, ts, user, event_ts: ts, files },
        { within: teams },
      );
      if (status !== 200) throw new Error(`the event was answered with ${status}`);
      await settle();
    },
    async press(user, label, nth = 0) {
      await settle();
      look(user);
      const open = windowOf(user);
      const view = open.view === null ? undefined : workspace().views.get(open.view)?.view;
      if (view && readForm(view, open.state, open.errors).submit === label) return submit(user);
      const found = pressable(user, label, nth);
      if (!found) throw await absent(user, `button (${label})${nth > 0 ? ` number ${nth}` : ""}`);
      close(user);
      forget(user);
      const { button, message } = found;
      const channel = message?.channel ?? "";
      const container =
        message === null
          ? { type: "view", view_id: "VH" }
          : {
              type: "message",
              message_ts: message.ts,
              channel_id: channel,
              is_ephemeral: message.ephemeralTo !== null,
            };
      const sent = await sendInteraction(wire, {
        type: "block_actions",
        ...saidOf(workspace()),
        user: { id: user, username: user, team_id: team },
        api_app_id: "A1",
        trigger_id: slack.trigger(team, user),
        container,
        ...(message === null
          ? {}
          : {
              channel: { id: channel, name: room === undefined ? "directmessage" : "team" },
              response_url: slack.responseUrl(team, user, channel, message.ts),
            }),
        // Slack hands values back with & < > escaped.
        actions: [
          {
            ...(button.menu
              ? {
                  type: "overflow",
                  selected_option: {
                    text: { type: "plain_text", text: button.label },
                    value: encoded(button.value),
                  },
                }
              : { type: "button", value: encoded(button.value) }),
            action_id: button.action,
            block_id: button.block,
            action_ts: "1.1",
          },
        ],
      });
      if (sent.status !== 200) throw new Error(`Slack shows its own error: ${sent.status}`);
      await settle();
    },
    async fill(user, values) {
      await settle();
      look(user);
      const open = windowOf(user);
      const view = open.view === null ? undefined : workspace().views.get(open.view)?.view;
      if (!view) throw await absent(user, "a form");
      for (const [asked, value] of Object.entries(values)) {
        const chosen = choose(
          view,
          asked,
          typeof value === "string" ? [value] : value,
          (name) =>
            [...workspace().users].find(([, user]) => (user.inPicker ?? user.name) === name)?.[0],
          await today?.(user),
        );
        if (chosen === null) throw await absent(user, `field ${asked} with ${String(value)}`);
        open.state = { ...open.state, ...chosen };
      }
      await submit(user);
    },
    async close() {
      windows.clear();
    },
  };
}
