// What somebody typed, from what Slack made of it: & < > escaped, and mentions, channels and links in angle brackets.
// docs.slack.dev/messaging/formatting-message-text#retrieving-messages

import { bareAddress } from "#src/language/typed/web-addresses";
import { withEmojiCharacters } from "./emoji.ts";

export interface Typed {
  readonly text: string;
  /** Real mentions only: a typed `<@U1>` arrives escaped and stays text. */
  readonly mentions: readonly { readonly token: string; readonly user: string }[];
  /** Channels that came without their name. */
  readonly channels: readonly string[];
}

/** `bot`: the bot's own account, whose mention at the beginning is only how it was called. */
export function readTyped(raw: string, bot: string | null): Typed {
  const called =
    bot === null ? raw : raw.replace(new RegExp(`^\\s*<@${bot}(\\|[^>]*)?>[\\s,:，：]*`), "");
  const mentions = new Map<string, string>();
  const channels: string[] = [];
  const text = called.replace(
    /<([^<>]+)>|&(amp|lt|gt);|:[a-z0-9_+-]{1,40}:(?::skin-tone-[2-6]:)?/g,
    (whole, inside: string | undefined, entity: string | undefined) => {
      if (entity !== undefined) return entities[entity] ?? "";
      if (inside === undefined) return withEmojiCharacters(whole);
      const [name, words] = split(inside);
      if (name.startsWith("@")) {
        const user = name.slice(1);
        if (user === bot) return "";
        mentions.set(`<@${user}>`, user);
        return `<@${user}>`;
      }
      if (name.startsWith("#")) {
        if (words) return `#${plain(words)}`;
        channels.push(name.slice(1));
        return `<${name}>`;
      }
      // A group without its name is only that: its number means nothing to anybody.
      if (name.startsWith("!subteam")) return plain(words ?? "@group");
      if (name.startsWith("!")) return plain(words ?? `@${name.slice(1)}`);
      return addressOf(plain(name), words === undefined ? undefined : plain(words));
    },
  );
  return { text, mentions: [...mentions].map(([token, user]) => ({ token, user })), channels };
}

/** As typed; where words of their own hide where it goes, it is said behind them. */
function addressOf(address: string, words: string | undefined): string {
  const typed = address.replace(/^mailto:/, "");
  if (words === undefined) return typed;
  const isItself = bareAddress(words) === bareAddress(typed) || !/^https?:/i.test(typed);
  return isItself ? words : `${words} (${typed})`;
}

/** The line without what the bot is called by in front: `/coach log 5`, `coach goals`. Slack sends a command as a message where it has none. */
export function withoutName(
  text: string,
  called: readonly string[],
): { readonly text: string; readonly slashed: string | null } {
  const [whole, slash = "", word = "", rest = ""] =
    /^\s*([/／]?)([^\s/]+)(?:\s+(.*))?$/s.exec(text) ?? [];
  const isCalled = called.some((each) => each.toLowerCase() === word.toLowerCase());
  if (whole === undefined || (!isCalled && slash === "")) return { text, slashed: null };
  // A name alone, without a slash, is only a word.
  if (isCalled && rest === "" && slash === "") return { text, slashed: null };
  return {
    text: isCalled ? rest || "home" : `${word} ${rest}`.trim(),
    slashed: slash === "" ? null : `/${isCalled ? word : ""}`,
  };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_whole, entity: string) => entities[entity] ?? "");

function split(inside: string): [string, string | undefined] {
  const at = inside.indexOf("|");
  return at < 0 ? [inside, undefined] : [inside.slice(0, at), inside.slice(at + 1)];
}
