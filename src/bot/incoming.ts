// What reaches the bot, whatever platform it came from. Adapters verify and parse; the core never sees a raw payload.
import type { ChatIdentity } from "#src/people/person";
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
  | (FromSomebody & { readonly kind: "said"; readonly text: string })
  /** `card` names the card and its version, so that a double click is one act and a second refresh is not. */
  | (FromSomebody & { readonly kind: "pressed"; readonly name: string; readonly version: number; readonly payload: unknown })
  | (FromSomebody & { readonly kind: "submitted"; readonly name: string; readonly version: number; readonly payload: unknown; readonly values: FormValues })
  | (FromSomebody & { readonly kind: "homeOpened" });

/** What the adapter puts on the screen as the direct answer. A spoken reply of cards comes as a delivery instead. */
export type Outcome =
  | { readonly outcome: "show" | "replace"; readonly cards: readonly Card[]; readonly locale: Locale }
  | { readonly outcome: "ask"; readonly form: Form; readonly locale: Locale }
  | { readonly outcome: "correct"; readonly errors: FieldErrors; readonly locale: Locale }
  | { readonly outcome: "toast"; readonly line: Line; readonly locale: Locale; readonly tone: "info" | "bad" }
  /** It is in the outbox, or there is nothing to say. */
  | { readonly outcome: "delivered" }
  /** Nobody we know: the adapter may say so in its own way. */
  | { readonly outcome: "stranger" };
