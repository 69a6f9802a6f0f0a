// A person in a story: says, presses, fills, and sees what came after that. Their own words do not count as seen.
import { expect } from "vitest";
import { asRead, printScreen, type ChatScreen, type Screen, type Surface } from "./surface.ts";

export interface PersonaInStory {
  readonly user: string;
  says(text: string): Promise<void>;
  /** What stands in the newest file they got. */
  reads(): Promise<string | null>;
  /** Its bytes. */
  takes(): Promise<Uint8Array | null>;
  drops(name: string, content: string | Uint8Array): Promise<void>;
  presses(label: string, nth?: number): Promise<void>;
  fills(values: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
  /** In what came or changed since the last act: messages, the form, a passing word. */
  sees(what: string | RegExp): Promise<void>;
  doesNotSee(what: string | RegExp): Promise<void>;
  screen(): Promise<Screen>;
  atHome(): Promise<Screen["home"]>;
  /** What came or changed since the last act, as one text. */
  news(): Promise<string>;
}

export function persona(surface: Surface, user: string): PersonaInStory {
  let before: ReadonlyMap<string, string> = new Map();

  const chat = (): Promise<ChatScreen> => surface.chat?.(user) ?? surface.screen(user);

  async function remember(): Promise<void> {
    const screen = await chat();
    before = new Map(screen.messages.map((message) => [message.id, message.text]));
  }

  async function news(): Promise<string> {
    const screen = await chat();
    const fresh = screen.messages.filter(
      (message) => message.by === "bot" && before.get(message.id) !== message.text,
    );
    const { form } = screen;
    return [
      ...fresh.flatMap((message) => [message.text, ...message.buttons]),
      ...(form === null
        ? []
        : [
            form.title,
            form.text,
            form.submit,
            form.error,
            ...form.fields.flatMap((field) => [
              field.label,
              field.hint,
              field.value,
              field.error,
              ...field.options,
            ]),
          ]),
      screen.toast,
    ]
      .filter((each) => each !== undefined && each !== null && each !== "")
      .join("\n");
  }

  return {
    user,
    async says(text) {
      await remember();
      await surface.say(user, text);
    },
    takes: () => surface.fileFor(user),
    async reads() {
      const bytes = await surface.fileFor(user);
      return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    },
    async drops(name, content) {
      await remember();
      await surface.drop(
        user,
        name,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      );
    },
    async presses(label, nth) {
      await remember();
      await surface.press(user, label, nth);
    },
    async fills(values) {
      await remember();
      await surface.fill(user, values);
    },
    async sees(what) {
      const seen = await news();
      if (!found(seen, what))
        expect.fail(
          `${user} does not see ${String(what)} in what came last:\n${seen}\n\nThe whole screen:\n${printScreen(await surface.screen(user))}`,
        );
    },
    async doesNotSee(what) {
      const seen = await news();
      if (found(seen, what)) expect.fail(`${user} sees ${String(what)} and should not:\n${seen}`);
    },
    screen: () => surface.screen(user),
    atHome: () => surface.atHome(user),
    news,
  };
}

function found(seen: string, what: string | RegExp): boolean {
  const plain = asRead(seen);
  return typeof what === "string" ? plain.includes(what) : what.test(plain);
}
