// What a test sees of a chat, whatever the platform: messages, an open form, a passing word. What is not on the screen
// cannot be pressed.

export interface SeenMessage {
  readonly id: string;
  readonly by: "person" | "bot";
  /** As a person would read it, one line per block. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** In a place: the bot's mark on what somebody said, that it was carried out. */
  readonly receipt?: true;
}

export interface SeenField {
  readonly name: string;
  readonly label: string;
  /** The kind of field as the view model names it. */
  readonly kind: string;
  /** What stands in it now; several values joined by ", ". */
  readonly value: string;
  readonly error?: string;
  readonly hint?: string;
  /** Labels to choose from. */
  readonly options: readonly string[];
}

export interface SeenForm {
  readonly title: string;
  /** Introduction and who will see it. */
  readonly text: string;
  readonly fields: readonly SeenField[];
  readonly submit: string;
  /** A refusal that belongs to no field. */
  readonly error?: string;
}

export interface Screen {
  readonly messages: readonly SeenMessage[];
  readonly home: { readonly text: string; readonly buttons: readonly string[] };
  readonly form: SeenForm | null;
  readonly toast: string | null;
}

export type ChatScreen = Omit<Screen, "home">;

export interface Surface {
  /** What `screen` shows but for the home, where that costs less to ask for. */
  chat?(user: string): Promise<ChatScreen>;
  say(user: string, text: string): Promise<void>;
  screen(user: string): Promise<Screen>;
  /** Their home, opened as the platform has it: a tab, a page, or a card that the menu sends. */
  atHome(user: string): Promise<Screen["home"]>;
  /** The newest file the bot put into their own chat; null where there is none. */
  fileFor(user: string): Promise<Uint8Array | null>;
  /** A file, into their own chat with the bot. */
  drop(user: string, name: string, bytes: Uint8Array): Promise<void>;
  /** The newest message with such a button; `nth` (from 0) where it has several. Then the home. Confirms when asked. */
  press(user: string, label: string, nth?: number): Promise<void>;
  /** By label or by name; options by label or by value; yes/no as "yes" and "no". Then the form is sent. */
  fill(user: string, values: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
  close(): Promise<void>;
}

/** A text as it is read: what keeps a figure and its unit on one line is not seen, and nobody types it in a test. */
export const asRead = (text: string): string =>
  text.replaceAll("\u00A0", " ").replaceAll("\u2060", "");

/** The screen in words, for a test that failed. */
export function printScreen(screen: Screen): string {
  const messages = screen.messages
    .slice(-6)
    .map(
      (each) =>
        `${each.by === "bot" ? "bot" : "me "} | ${each.text.replaceAll("\n", "\n    | ")}${printButtons(each.buttons)}`,
    );
  const form = screen.form;
  const fields = form?.fields.map(
    (each) =>
      `  ${each.label} [${each.kind}] = ${each.value}${each.options.length > 0 ? ` of ${each.options.join(", ")}` : ""}${each.error === undefined ? "" : `  !! ${each.error}`}`,
  );
  return [
    ...messages,
    ...(form === null
      ? []
      : [
          `form: ${form.title}${form.error === undefined ? "" : `  !! ${form.error}`}`,
          ...(fields ?? []),
        ]),
    ...(screen.toast === null ? [] : [`toast: ${screen.toast}`]),
    ...(screen.home.text === ""
      ? []
      : [
          `home: ${screen.home.text.replaceAll("\n", "\n    | ")}${printButtons(screen.home.buttons)}`,
        ]),
  ].join("\n");
}

const printButtons = (buttons: readonly string[]): string =>
  buttons.length === 0 ? "" : `\n      (${buttons.join(") (")})`;
