// What reaches the bot, whatever platform it came from. Adapters verify and parse; the core never sees a raw payload.
import { z } from "zod";
import type { Profile } from "#src/people/profile";
import type { BoundAction } from "#src/view/action";
import type { Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { Locale } from "#src/language/text";

/** The platform's id of this very event, the same when it is delivered again, and who did it. */
const fromSomebody = {
  dedupeKey: z.string().min(1).max(300),
  from: z.object({ platform: z.string(), workspace: z.string(), user: z.string() }),
};
const placeIdentity = z.object({
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
});
const profile = z.object({
  name: z.string().max(300),
  email: z.string().max(320).nullable(),
  locale: z.enum(["zh", "en"]).nullable(),
  guess: z.enum(["zh", "en"]).exactOptional(),
  zone: z.string().max(100).nullable(),
  active: z.boolean(),
  guest: z.boolean(),
  admin: z.boolean().exactOptional(),
}) satisfies z.ZodType<Profile>;
const place = placeIdentity.exactOptional();
/** Somebody named who is nobody of our directory, as far as the platform says who they are. */
const stranger = z.object({
  name: z.string().min(1).max(300),
  kind: z.enum(["guest", "bot", "outside", "left", "group"]),
});
export type Stranger = z.infer<typeof stranger>;
const acted = {
  ...fromSomebody,
  name: z.string(),
  version: z.number().int(),
  payload: z.unknown(),
  /**
   * Of the message in the own chat whose button it was, or whose button opened the form, named as `post` returned it; absent where no
   * message of the bot's was pressed.
   */
  messageId: z.string().min(1).max(300).exactOptional(),
};

const schema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("said"),
    ...fromSomebody,
    text: z.string(),
    /** Where others read along; absent in the person's own chat with the bot. The answer goes to the own chat all the same. */
    place,
    /** In a place: it was said to the bot itself, by its mention or its own slash command; the text comes without that. */
    addressed: z.literal(true).exactOptional(),
    /** People named by the platform's own mention: what stands for each in the text, and who it is. */
    mentions: z
      .array(
        z.object({
          token: z.string().min(1),
          user: z.string(),
          stranger: stranger.exactOptional(),
        }),
      )
      .readonly()
      .exactOptional(),
    /** A file that was dropped, with whatever was typed beside it. */
    file: z
      .object({
        ref: z.string().min(1).max(2_000),
        name: z.string().max(300),
        /** Null where the platform does not say. */
        bytes: z.number().int().nonnegative().nullable(),
      })
      .readonly()
      .exactOptional(),
    /** Not typed but chosen, from a menu of the platform's: the words are ours, and say nothing about the person's language. */
    chosen: z.literal(true).exactOptional(),
    /** Whether the answer is given back with the event, as a platform's own commands allow, and not sent as a delivery. */
    direct: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal("pressed"), ...acted, place }),
  z.object({
    kind: z.literal("submitted"),
    ...acted,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])).readonly(),
    /** Who was picked with the platform's own picker, by field: the values of those fields are left to the house. */
    picked: z
      .array(
        z.object({
          field: z.string(),
          users: z
            .array(z.object({ user: z.string(), stranger: stranger.exactOptional() }))
            .readonly(),
        }),
      )
      .readonly()
      .exactOptional(),
  }),
  z.object({ kind: z.literal("homeOpened"), ...fromSomebody }),
  /** A mark of approval (a thumb up and its like) under one of our messages, named as `post` returned it, or the same taken back. */
  z.object({
    kind: z.literal("reacted"),
    ...fromSomebody,
    messageId: z.string().min(1).max(300),
    added: z.boolean(),
    place,
    /** The platform does not say where that message stands, and need not, since no two have one name. */
    anywhere: z.literal(true).exactOptional(),
  }),
  /** What they said in their own chat was edited or deleted there afterwards; what it says now is not asked for. */
  z.object({
    kind: z.literal("messageChanged"),
    ...fromSomebody,
    /** The key it was said with. */
    said: fromSomebody.dedupeKey,
    change: z.enum(["edited", "deleted"]),
  }),
  /** Somebody came, changed or left, as their platform tells it. */
  z.object({ kind: z.literal("personChanged"), ...fromSomebody, profile }),
  /** The bot came into a place, or left it, or it has another name. */
  z.object({
    kind: z.literal("placeChanged"),
    dedupeKey: fromSomebody.dedupeKey,
    place: placeIdentity,
    name: z.string().max(300),
    member: z.boolean(),
    /** Whose account invited it, where the platform says so: they are told, in their own chat. */
    by: z.string().min(1).exactOptional(),
  }),
]);

/** A message that was edited or deleted after it was carried out, as a practice hears of it. */
export interface ChangedMessage {
  readonly change: "edited" | "deleted";
  /** What the buttons of its answer do: by them a practice knows what it wrote. */
  readonly answered: readonly BoundAction[];
}

export type Incoming = Readonly<z.output<typeof schema>>;

/** What was stored, read again. Throws where it is no event of ours. */
export const parseIncoming = (stored: unknown): Incoming => schema.parse(stored);

/** What somebody did, as opposed to what became of a person or a place. */
export type UserEvent = Exclude<Incoming, { readonly kind: "personChanged" | "placeChanged" }>;

/**
 * What the adapter puts on the screen as the direct answer. A reply of cards to what was said, or to a press where others read along,
 * comes as a delivery to the person's own chat instead.
 */
export type Outcome =
  | {
      readonly outcome: "show" | "replace";
      readonly cards: readonly Card[];
      readonly locale: Locale;
    }
  | { readonly outcome: "ask"; readonly form: Form; readonly locale: Locale }
  | { readonly outcome: "correct"; readonly errors: FieldErrors; readonly locale: Locale }
  | {
      readonly outcome: "toast";
      readonly line: Line;
      readonly locale: Locale;
      readonly tone: "info" | "bad";
    }
  /** It is in the outbox, or there is nothing to say. In a place the answer goes to the person's own chat; what was said gets a receipt. `refused`: nothing was done. */
  | { readonly outcome: "delivered"; readonly refused?: true }
  /** Others read along and it was not meant for the bot: no answer, and no receipt either. */
  | { readonly outcome: "ignored" }
  /** Nobody we know: the adapter may say so in its own way. */
  | { readonly outcome: "stranger" };
