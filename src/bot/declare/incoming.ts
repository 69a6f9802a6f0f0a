// What reaches the bot, whatever platform it came from. Adapters verify and parse; the core never sees a raw payload.
import { z } from "zod";
import type { ChatIdentity } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { Profile } from "#src/people/profile";
import type { FormValues } from "#src/view/form";
import type { Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { Locale } from "#src/language/text";

interface FromSomebody {
  /** The platform's id of this very event: the same when it is delivered again. */
  readonly dedupeKey: string;
  readonly from: ChatIdentity;
}

export type Incoming =
  | (FromSomebody & {
      readonly kind: "said";
      readonly text: string;
      /** Where others read along; absent in the person's own chat with the bot. The answer goes to the own chat all the same. */
      readonly place?: PlaceIdentity;
      /** In a place: it was said to the bot itself, by its mention or its own slash command; the text comes without that. */
      readonly addressed?: true;
      /** People named by the platform's own mention: what stands for each in the text, and who it is. */
      readonly mentions?: readonly { readonly token: string; readonly user: string }[];
      /** Not typed but chosen, from a menu of the platform's: the words are ours, and say nothing about the person's language. */
      readonly chosen?: true;
      /** Whether the answer is given back with the event, as a platform's own commands allow, and not sent as a delivery. */
      readonly direct?: boolean;
    })
  /**
   * `messageId`: of the message in the own chat whose button it was, or whose button opened the form, named as `post` returned it; absent
   * where no message of the bot's was pressed.
   */
  | (FromSomebody & {
      readonly kind: "pressed";
      readonly name: string;
      readonly version: number;
      readonly payload: unknown;
      readonly place?: PlaceIdentity;
      readonly messageId?: string;
    })
  | (FromSomebody & {
      readonly kind: "submitted";
      readonly name: string;
      readonly version: number;
      readonly payload: unknown;
      readonly values: FormValues;
      readonly messageId?: string;
    })
  | (FromSomebody & { readonly kind: "homeOpened" })
  /**
   * A mark of approval (a thumb up and its like) under one of our messages, named as `post` returned it, or the same taken back.
   * `anywhere`: the platform does not say where that message stands, and need not, since no two have one name.
   */
  | (FromSomebody & {
      readonly kind: "reacted";
      readonly messageId: string;
      readonly added: boolean;
      readonly place?: PlaceIdentity;
      readonly anywhere?: true;
    })
  /** Somebody came, changed or left, as their platform tells it. */
  | (FromSomebody & { readonly kind: "personChanged"; readonly profile: Profile })
  /** The bot came into a place, or left it, or it has another name. */
  | {
      readonly kind: "placeChanged";
      readonly dedupeKey: string;
      readonly place: PlaceIdentity;
      readonly name: string;
      readonly member: boolean;
    };

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

const fromSomebody = {
  dedupeKey: z.string().min(1).max(300),
  from: z.object({ platform: z.string(), workspace: z.string(), user: z.string() }),
};
const placeIdentity = z.object({
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
});
const inPlace = placeIdentity.optional();
const profile = z.object({
  name: z.string().max(300),
  email: z.string().max(320).nullable(),
  locale: z.enum(["zh", "en"]).nullable(),
  guess: z.enum(["zh", "en"]).optional(),
  zone: z.string().max(100).nullable(),
  active: z.boolean(),
  guest: z.boolean(),
  admin: z.boolean().optional(),
});
const messageId = z.string().min(1).max(300).optional();
const acted = {
  ...fromSomebody,
  name: z.string(),
  version: z.number().int(),
  payload: z.unknown(),
};
const schema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("said"),
    ...fromSomebody,
    text: z.string(),
    place: inPlace,
    addressed: z.literal(true).optional(),
    mentions: z.array(z.object({ token: z.string().min(1), user: z.string() })).optional(),
    chosen: z.literal(true).optional(),
    direct: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("pressed"), ...acted, place: inPlace, messageId }),
  z.object({
    kind: z.literal("submitted"),
    ...acted,
    messageId,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal("homeOpened"), ...fromSomebody }),
  z.object({
    kind: z.literal("reacted"),
    ...fromSomebody,
    messageId: z.string().min(1).max(300),
    added: z.boolean(),
    place: inPlace,
    anywhere: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal("personChanged"), ...fromSomebody, profile }),
  z.object({
    kind: z.literal("placeChanged"),
    dedupeKey: fromSomebody.dedupeKey,
    place: placeIdentity,
    name: z.string().max(300),
    member: z.boolean(),
  }),
]);

/** What was stored, read again. Throws where it is no event of ours. */
export const parseIncoming = (stored: unknown): Incoming => schema.parse(stored) as Incoming;
