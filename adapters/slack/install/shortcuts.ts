// Slack's own shortcuts: what each is called in Slack's menus, and the bound action it does. Which there are is the composition's business.
import type { PersonId } from "#src/people/person";
import type { BoundAction } from "#src/view/action";

export interface Shortcut {
  readonly callback: string;
  /** Anywhere in Slack, or on somebody's message. */
  readonly on: "anywhere" | "message";
  /** At most 24 characters; Slack shows it in one language only. */
  readonly name: string;
  readonly description: string;
  /** `author`: who wrote the message, for a shortcut on one. */
  readonly act: (author: PersonId | null) => BoundAction;
}
