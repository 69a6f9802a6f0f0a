// The events Lark pushes, as the SDK's dispatcher hands them on: header and event flattened into one object. Null for what is not of
// that form, or not meant for us. Types: @larksuiteoapi/node-sdk 1.74.0; samples: https://open.feishu.cn/document/server-docs/im-v1/message/events/receive.
import { z } from "zod";
import type { Stranger } from "#src/bot/declare/incoming";
import { wellFormed } from "#src/language/text";
import { bareAddress } from "#src/language/typed/web-addresses";
import { emojiOf, withEmojiCharacters } from "./emoji.ts";

const ids = z.looseObject({ open_id: z.string().min(1) });
const header = { event_id: z.string().min(1), tenant_key: z.string().default("") };

const message = z.looseObject({
  ...header,
  sender: z.looseObject({
    sender_id: ids,
    sender_type: z.string(),
    tenant_key: z.string().optional(),
  }),
  message: z.looseObject({
    message_id: z.string().min(1),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    /** Of a message in a thread. */
    thread_id: z.string().optional(),
    content: z.string(),
    mentions: z
      .array(
        z.looseObject({
          key: z.string().min(1),
          id: z.looseObject({ open_id: z.string().optional() }),
          name: z.string(),
          mentioned_type: z.string().optional(),
          tenant_key: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

const action = z.looseObject({
  ...header,
  operator: z.looseObject({ open_id: z.string().min(1), tenant_key: z.string().optional() }),
  action: z.looseObject({
    value: z.unknown().optional(),
    name: z.string().optional(),
    option: z.string().optional(),
    form_value: z.record(z.string(), z.unknown()).optional(),
  }),
  context: z.looseObject({
    open_message_id: z.string().min(1),
    open_chat_id: z.string().default(""),
  }),
});

const menu = z.looseObject({
  ...header,
  operator: z.looseObject({ operator_id: ids }),
  event_key: z.string(),
});
const recalled = z.looseObject({
  ...header,
  message_id: z.string().min(1),
  chat_id: z.string().min(1),
  recall_type: z.string().optional(),
});
const reaction = z.looseObject({
  ...header,
  message_id: z.string().min(1),
  reaction_type: z.looseObject({ emoji_type: z.string() }),
  operator_type: z.string().optional(),
  user_id: ids,
});
const entered = z.looseObject({ ...header, operator_id: ids, chat_id: z.string().optional() });
const place = z.looseObject({
  ...header,
  chat_id: z.string().min(1),
  name: z.string().optional(),
  operator_id: ids.optional().catch(undefined),
  after_change: z.looseObject({ name: z.string().optional() }).optional(),
});
const status = z.looseObject({
  is_frozen: z.boolean().optional(),
  is_resigned: z.boolean().optional(),
  is_exited: z.boolean().optional(),
});

/** A person in contact v3, in an event or by asking. There is no language in it. */
export const contact = z.looseObject({
  open_id: z.string().min(1),
  /** Not there without the permission for it, nor always when somebody left. */
  name: z.string().max(300).default(""),
  email: z.string().optional(),
  enterprise_email: z.string().optional(),
  time_zone: z.string().optional(),
  is_tenant_manager: z.boolean().optional(),
  /** Empty where they have none; not there without the permission for it. */
  leader_user_id: z.string().optional(),
  status: status.optional(),
});
export type Contact = z.infer<typeof contact>;
/** `old_object`: what was changed, as it was. …/contact-v3/user/events/updated */
const person = z.looseObject({
  ...header,
  object: contact,
  old_object: z.looseObject({}).optional().catch(undefined),
});

/** Of which nothing is read but whose it is. */
const changed = z.looseObject({ ...header });

/** Version 1.0: seconds as text. */
const ts = z.coerce.number().transform((seconds) => seconds * 1000);
const ticket = z.looseObject({
  app_id: z.string().min(1),
  app_ticket: z.string().min(1).max(4_000),
  ts,
});
const someone = z.looseObject({ open_id: z.string().min(1) }).optional();
const company = z.looseObject({
  tenant_key: z.string().min(1),
  ts,
  status: z.string().optional(),
  installer: someone,
  installer_employee: someone,
  operator: someone,
});

const reader =
  <T extends z.ZodType>(schema: T) =>
  (event: unknown): z.infer<T> | null => {
    const read = schema.safeParse(event);
    return read.success ? read.data : null;
  };

export const parseChanged = reader(changed);
export const parseMessage = reader(message);
export const parseAction = reader(action);
export const parseMenu = reader(menu);
export const parseRecalled = reader(recalled);
export const parseReaction = reader(reaction);
export const parseEntered = reader(entered);
export const parsePlace = reader(place);
export const parsePerson = reader(person);
export const parseTicket = reader(ticket);
export const parseCompany = reader(company);

export type MessageEvent = NonNullable<ReturnType<typeof parseMessage>>;
export type ActionEvent = NonNullable<ReturnType<typeof parseAction>>;

export interface Words {
  readonly text: string;
  readonly mentions: readonly {
    readonly token: string;
    readonly user: string;
    readonly name: string;
    readonly stranger?: Stranger;
  }[];
  /** Whether this bot was named in it. */
  readonly toUs: boolean;
}

const text = z.looseObject({ text: z.string() });
const post = z.looseObject({
  title: z.string().default(""),
  content: z.array(
    z.array(
      z.looseObject({
        tag: z.string(),
        text: z.string().optional(),
        href: z.string().optional(),
        emoji_type: z.string().optional(),
        user_id: z.string().optional(),
      }),
    ),
  ),
});

/**
 * What was typed. Where somebody was mentioned stands `@_user_1`; it becomes `@` and their name, which also reads well where they are not
 * in our directory. The bot's own mention is left out. Null for what is no text.
 */
export function wordsOf(event: MessageEvent, bot: string | null): Words | null {
  const { message_type: type, content, mentions } = event.message;
  const raw = rawText(type, json(content));
  if (raw === undefined) return null;
  const isUs = (mention: (typeof mentions)[number]): boolean =>
    bot === null
      ? mention.mentioned_type === "bot" || raw.trimStart().startsWith(mention.key)
      : mention.id.open_id === bot;
  const tokens = new Map<string, string>([["@_all", "@所有人"]]);
  const named: Words["mentions"][number][] = [];
  for (const mention of mentions.slice(0, mostMentions)) {
    const name = `@${mention.name}`;
    // Of two people of one name the second keeps what Lark wrote.
    const second = [...tokens.values()].includes(name) ? mention.key : name;
    const token = isUs(mention) ? " " : second;
    tokens.set(mention.key, token);
    if (token !== " " && mention.id.open_id !== undefined)
      named.push({
        token,
        user: mention.id.open_id,
        name: mention.name,
        ...strangerOf(mention, event.sender.tenant_key),
      });
  }
  const spoken = replaceAll(wellFormed(raw), tokens);
  return {
    text: mentions.length === 0 ? spoken : spoken.trim(),
    mentions: named.toSorted((x, y) => y.token.length - x.token.length),
    toUs: mentions.some(isUs),
  };
}

/** An app, or somebody of another company, as the mention itself tells. */
function strangerOf(
  { name, mentioned_type: type, tenant_key: tenant }: MessageEvent["message"]["mentions"][number],
  own: string | undefined,
): { readonly stranger?: Stranger } {
  if (name === "") return {};
  if (type === "bot") return { stranger: { name, kind: "bot" } };
  const isElsewhere = (tenant ?? "") !== "" && own !== undefined && tenant !== own;
  return isElsewhere ? { stranger: { name, kind: "outside" } } : {};
}

function rawText(type: string, content: unknown): string | undefined {
  if (type === "text") {
    const typed = reader(text)(content)?.text;
    return typed === undefined ? undefined : withEmojiCharacters(typed);
  }
  return type === "post" ? linesOf(content) : undefined;
}

const mostMentions = 100;

/** In one pass, the longest first: @_user_1 also begins @_user_10. */
function replaceAll(text: string, tokens: ReadonlyMap<string, string>): string {
  if (tokens.size === 0) return text;
  const keys = [...tokens.keys()]
    .toSorted((x, y) => y.length - x.length)
    .map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return text.replace(new RegExp(keys.join("|"), "g"), (key) => tokens.get(key) ?? key);
}

/** Below its title, which says what it is about and none of what is asked; a title alone is the line itself. */
function linesOf(value: unknown): string | undefined {
  const read = reader(post)(value);
  if (read === null) return undefined;
  const body = read.content.map((line) => line.map(pieceOf).join("")).join("\n");
  return body.trim() === "" ? read.title : body;
}

function pieceOf(piece: z.infer<typeof post>["content"][number][number]): string {
  const words = piece.text ?? "";
  switch (piece.tag) {
    case "at":
      return piece.user_id ?? "";
    case "emotion":
      return emojiOf(piece.emoji_type ?? "");
    case "a":
      return addressOf(piece.href ?? "", words);
    default:
      return withEmojiCharacters(words);
  }
}

/** Where words of their own hide where it goes, it is said behind them. */
function addressOf(address: string, words: string): string {
  if (words === "" || address === "") return words || address;
  return bareAddress(words) === bareAddress(address) ? words : `${words} (${address})`;
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
