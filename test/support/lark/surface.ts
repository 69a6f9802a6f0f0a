// The Lark client's part in a test: shows what stands in somebody's chat with the bot, and pushes what they do there.
import type { LocalDate } from "#src/calendar/local-date";
import {
  asList,
  asObject,
  problemsOfCard,
  textIn,
  type Node,
} from "#test/support/lark/platform/cards";
import {
  actionEvent,
  envelope,
  messageEvent,
  type Bring,
  type Keys,
  type Mentioned,
} from "#test/support/lark/platform/push";
import {
  choose,
  initialValues,
  readCard,
  readForm,
  seenText,
  type Filled,
  type SeenButton,
} from "./reading.ts";
import type { FakeLark, FakeMessage } from "#test/support/lark/platform/company";
import { printScreen, type Screen, type Surface } from "#test/support/story/surface";

export interface LarkSurfaceOptions {
  readonly fake: FakeLark;
  readonly keys: Keys;
  /** Brings it to the bot. */
  readonly push: Bring;
  /** Waits until everything has arrived. */
  readonly settle: () => Promise<void>;
  /** A group in which others read along; without it everybody is in their own chat with the bot. */
  readonly room?: string;
  /** The day it is for an account. */
  readonly today?: (user: string) => Promise<LocalDate>;
}

export interface LarkSurface extends Surface {
  /** In a group the bot is in. */
  sayIn(
    chat: string,
    user: string,
    text: string,
    mentions: readonly Mentioned[],
  ): Promise<FakeMessage>;
  /** In a thread of their own chat, under that message of it. */
  sayInThread(user: string, text: string, under: FakeMessage): Promise<void>;
  /** Presses a button of a message, wherever it stands; what was answered. */
  click(
    user: string,
    message: FakeMessage,
    label: string,
    eventId?: string,
  ): Promise<Readonly<Record<string, unknown>>>;
  event(type: string, event: object, eventId?: string): Promise<Response>;
}

export function createLarkSurface({
  fake,
  keys,
  push,
  settle,
  room,
  today,
}: LarkSurfaceOptions): LarkSurface {
  const typed = new Map<string, { version: number; filled: Filled }>();
  const toasts = new Map<string, string>();

  const inChat = (user: string): readonly FakeMessage[] =>
    fake.messages.filter((each) => each.chat === (room ?? fake.p2p(user)) && !each.recalled);
  /** Forms are sent to the own chat, wherever they were asked for. */
  const formOf = (user: string): FakeMessage | undefined =>
    fake.messages.findLast(
      (each) => each.chat === fake.p2p(user) && !each.recalled && isForm(each),
    );
  const isForm = (message: FakeMessage): boolean =>
    message.card !== null && readCard(message.card).form !== null;

  function filledOf(message: FakeMessage): Filled {
    const known = typed.get(message.id);
    return known?.version === message.version
      ? known.filled
      : initialValues(readCard(message.card).form!);
  }

  /** Whether its sender, who looks, was told there that the answer is elsewhere. */
  function isAnswered(message: FakeMessage, user: string): boolean {
    const at = fake.messages.indexOf(message) + 1;
    const next = fake.messages.findIndex(
      (each, i) => i >= at && each.by === user && each.chat === message.chat,
    );
    return (
      message.by === user &&
      fake.shownOnly.some(
        (each) =>
          each.user === user &&
          each.chat === message.chat &&
          each.after >= at &&
          (next < 0 || each.after <= next),
      )
    );
  }

  async function screen(user: string): Promise<Screen> {
    await settle();
    const messages = inChat(user);
    const open = formOf(user);
    return {
      messages: messages
        .filter((each) => !isForm(each))
        .map((each) => {
          const read = each.card === null ? { text: each.text, buttons: [] } : readCard(each.card);
          const receipt = isAnswered(each, user) ? { receipt: true as const } : {};
          return {
            id: each.id,
            by: each.by === "bot" ? "bot" : "person",
            text: read.text.replace(
              /@(ou_\w+)/g,
              (_, id: string) => `@${fake.users.get(id)?.name ?? id}`,
            ),
            buttons: read.buttons.map((button) => button.label),
            ...receipt,
          };
        }),
      home: { text: "", buttons: [] },
      form: open === undefined ? null : readForm(open.card, filledOf(open)),
      toast: toasts.get(user) ?? null,
    };
  }

  const event = (type: string, body: object, eventId?: string): Promise<Response> =>
    push(envelope(fake, keys, type, body, eventId));

  /** The answer must come within three seconds, with HTTP 200, and its card must be one: …/handle-card-callbacks. */
  async function act(
    user: string,
    message: FakeMessage,
    action: object,
    eventId?: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    toasts.delete(user);
    const shown = { card: message.card, version: message.version };
    const response = await event(
      "card.action.trigger",
      actionEvent(fake, user, message, action),
      eventId,
    );
    if (response.status !== 200)
      throw new Error(`Lark shows 200671: ${response.status} ${await response.text()}`);
    // "延时更新…需在响应回调之后": what changed the card while its press waited for the answer is undone by that.
    if (message.version !== shown.version) {
      fake.undone.push(message.id);
      fake.put(message, shown.card);
    }
    const answer = asObject(await response.json());
    const card = asObject(answer["card"]);
    if (card["type"] === "raw") {
      const problems = problemsOfCard(card["data"]);
      if (problems.length > 0) throw new Error(`Lark shows 200673: ${problems.join("; ")}`);
      fake.put(message, card["data"]);
    }
    const toast = asObject(answer["toast"])["content"];
    if (typeof toast === "string") toasts.set(user, seenText(toast));
    await settle();
    return answer;
  }

  const valueOf = (button: Node): unknown => asObject(asList(button["behaviors"])[0])["value"];
  const actionOf = ({ node, option }: SeenButton) => ({
    tag: node.tag,
    value: valueOf(node),
    ...(option === undefined ? {} : { option }),
  });

  async function missing(user: string, what: string): Promise<Error> {
    return new Error(`${what} is not on ${user}'s screen:\n${printScreen(await screen(user))}`);
  }

  async function submit(user: string, message: FakeMessage): Promise<void> {
    const form = readCard(message.card).form!;
    const button = (asList(form["elements"]) as readonly Node[]).find(
      (each) => each["form_action_type"] === "submit",
    )!;
    const filled = filledOf(message);
    // "有必填项未填写…不会向开发者的服务端发起回传请求": …/card-json-v2-components/interactive-components/input
    const empty = (asList(form["elements"]) as readonly Node[])
      .map((each) => textIn(each["required"] === true ? each["name"] : ""))
      .filter((name) => name !== "" && (filled[name] ?? "").toString() === "");
    if (empty.length > 0)
      throw new Error(`Lark sends no form whose needed fields are empty: ${empty.join(", ")}`);
    // What was never touched and holds nothing does not come back at all.
    const days = new Set(
      (asList(form["elements"]) as readonly Node[])
        .filter((node) => node.tag === "date_picker")
        .map((node) => node["name"]),
    );
    // A day comes with the offset it was picked in: …/interactive-components/date-picker
    const values = Object.fromEntries(
      Object.entries(filled)
        .filter(([, value]) => typeof value === "boolean" || value.length > 0)
        .map(([name, value]) => [name, days.has(name) ? `${String(value)} +0800` : value]),
    );
    typed.set(message.id, { version: message.version, filled });
    await act(user, message, {
      tag: "button",
      name: button["name"],
      value: valueOf(button),
      form_value: values,
    });
  }

  /** Without the right to read a whole group Lark tells the bot of what mentions it, and of nothing else there. */
  async function sayAt(chat: string, user: string, text: string): Promise<void> {
    const words = /^@(?:Pacer|领跑)\s*(.*)$/s.exec(text)?.[1];
    const message = fake.add({ chat, by: user, text });
    if (words === undefined) return;
    await event(
      "im.message.receive_v1",
      messageEvent(fake, user, {
        id: message.id,
        chat,
        group: true,
        text: `@_user_1 ${words}`,
        mentions: [{ openId: fake.botOpenId, name: "领跑" }],
      }),
    );
    await settle();
  }

  return {
    screen,
    async atHome(user) {
      const before = fake.messages.length;
      await event("application.bot.menu_v6", {
        operator: { operator_id: { open_id: user } },
        event_key: "home",
        timestamp: 1_669_364_458,
      });
      await settle();
      const shown = fake.messages
        .slice(before)
        .filter((each) => each.chat === fake.p2p(user) && each.card !== null);
      const cards = shown.map((each) => readCard(each.card));
      return {
        text: cards.map((each) => each.text).join("\n"),
        buttons: cards.flatMap((each) => each.buttons.map((button) => button.label)),
      };
    },
    event,
    async say(user, text) {
      toasts.delete(user);
      if (room !== undefined) return await sayAt(room, user, text);
      const message = fake.add({ chat: fake.p2p(user), by: user, text });
      await event(
        "im.message.receive_v1",
        messageEvent(fake, user, { id: message.id, chat: message.chat, group: false, text }),
      );
      await settle();
    },
    async fileFor(user) {
      await settle();
      const there = fake.messages
        .filter((each) => each.chat === fake.p2p(user) && each.by === "bot")
        .map((each) => each.id);
      const put = [...fake.files.values()].findLast((each) => there.includes(each.message ?? ""));
      return put?.bytes ?? null;
    },
    async drop(user, name, bytes) {
      toasts.delete(user);
      // In a group the bot is told of what mentions it alone, and a file mentions nobody.
      const message = fake.add({ chat: room ?? fake.p2p(user), by: user, text: name });
      if (room !== undefined) return;
      const key = `file_v2_${fake.files.size}`;
      fake.files.set(key, { key, name, bytes: Buffer.from(bytes), message: message.id });
      const { chat, id } = message;
      await event(
        "im.message.receive_v1",
        messageEvent(fake, user, { id, chat, group: false, text: "", file: { key, name } }),
      );
      await settle();
    },
    async sayIn(chat, user, text, mentions) {
      const message = fake.add({ chat, by: user, text });
      await event(
        "im.message.receive_v1",
        messageEvent(fake, user, { id: message.id, chat, group: true, text, mentions }),
      );
      await settle();
      return message;
    },
    async sayInThread(user, text, under) {
      const thread = under.thread ?? `omt_${under.id}`;
      const { id, chat } = fake.add({ chat: fake.p2p(user), by: user, text, thread });
      await event(
        "im.message.receive_v1",
        messageEvent(fake, user, { id, chat, group: false, text, thread }),
      );
      await settle();
    },
    async click(user, message, label, eventId) {
      const button = readCard(message.card).buttons.find((each) => each.label === label);
      if (button === undefined) throw await missing(user, `button (${label})`);
      return await act(user, message, actionOf(button), eventId);
    },
    async press(user, label, nth = 0) {
      await settle();
      const open = formOf(user);
      if (open !== undefined && readForm(open.card, {}).submit === label)
        return await submit(user, open);
      const found = inChat(user)
        .filter((each) => each.card !== null && !isForm(each))
        .toReversed()
        .map((message) => ({
          message,
          buttons: readCard(message.card).buttons.filter((button) => button.label === label),
        }))
        .find(({ buttons }) => buttons.length > 0);
      const button = found?.buttons[nth];
      if (found === undefined || button === undefined)
        throw await missing(user, `button (${label})`);
      await act(user, found.message, actionOf(button));
    },
    async fill(user, values) {
      await settle();
      const open = formOf(user);
      if (open === undefined) throw await missing(user, "a form");
      let filled = filledOf(open);
      for (const [asked, value] of Object.entries(values)) {
        const chosen = choose(
          open.card,
          asked,
          typeof value === "string" ? [value] : value,
          filled,
          await today?.(user),
        );
        if (chosen === null) throw await missing(user, `field ${asked} with ${String(value)}`);
        filled = chosen;
      }
      typed.set(open.id, { version: open.version, filled });
      await submit(user, open);
    },
    async close() {
      typed.clear();
      await fake.close();
    },
  };
}
