// Presses and forms: answered within the three seconds Lark waits, counted from when they came; what takes longer changes the card afterwards.
import { z } from "zod";
import type { CarryOut } from "#src/bot/api";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import type { Form, FormValues } from "#src/view/form";
import { plainLine } from "#src/view/line";
import type { Receipt } from "#src/ports/process/receipt";
import {
  answerLate,
  answerNow,
  react,
  type Acting,
  type Answer,
  type Reaction,
} from "../send/answer.ts";
import { attemptNamed, parsePress, parseSubmissionValue, type Submission } from "./action-codec.ts";
import { isForeign, localeOfApp, nameOf } from "./event-meta.ts";
import { identity, platform, remember, workspaceOf, type Lark, type LarkApp } from "../lark.ts";
import { wordsIn } from "../messages/index.ts";
import { parseAction, type ActionEvent } from "./parse.ts";
import { introduce, meetAll, patience } from "../people/people.ts";
import { readValues, unpackForm } from "../render/form.ts";

export async function pressOrSubmit(
  lark: Lark,
  app: LarkApp,
  receipt: Receipt,
  raw: unknown,
): Promise<Answer> {
  const t = wordsIn(localeOfApp(app));
  const event = parseAction(raw);
  if (event !== null && isForeign(event.operator.tenant_key, event.tenant_key))
    return { toast: { type: "error", content: t.stranger() } };
  const found =
    event === null
      ? { act: null }
      : await orNotTaken(
          lark,
          receipt,
          interactionOf(lark, app, event).then((act) => ({ act })),
        );
  if (found === null) return notTaken(app);
  if (event === null || found.act === null)
    return { toast: { type: "error", content: t.tooOld() } };
  const done = lark.holding.hold(event.context.open_message_id);
  try {
    return await answered(lark, app, receipt, event, found.act);
  } finally {
    done();
  }
}

/** Nothing of it is carried out, now or later: whoever pressed presses again. */
export const notTaken = (app: LarkApp): Answer => ({
  toast: { type: "error", content: wordsIn(localeOfApp(app)).notTaken() },
});

/** Null where the database does not do it in time, or not at all. */
export async function orNotTaken<T>(
  lark: Lark,
  receipt: Receipt,
  work: Promise<T>,
): Promise<T | null> {
  const failed = (error: unknown): null => {
    lark.logger.error({ error }, "lark.not_taken");
    return null;
  };
  return receipt.taking(work.catch(failed));
}

async function answered(
  lark: Lark,
  app: LarkApp,
  receipt: Receipt,
  event: ActionEvent,
  { incoming, acting }: Interaction,
): Promise<Answer> {
  const t = wordsIn(localeOfApp(app));
  const message = event.context.open_message_id;
  const uuid = nameOf("press", `${incoming.dedupeKey}:${clickOf(lark, incoming.dedupeKey)}`);
  const kept = await keptInTime(lark, receipt, incoming);
  if (kept === null) return notTaken(app);
  // Somebody is carrying out this very press.
  const { run } = kept;
  if (run === null) return {};
  const toHome = pressesHome(lark, incoming);
  const outcomeOf = async (): Promise<Outcome> => {
    if (toHome) await lark.homes.expects(acting.workspace, acting.user);
    if (incoming.kind === "submitted" && incoming.picked !== undefined)
      await meetAll(lark, app, acting.workspace, namedIn(incoming.picked));
    const outcome = await run();
    if (outcome.outcome !== "stranger") return outcome;
    // Who is nobody yet has nothing kept: what is not done in time is not done.
    const met = await receipt.taking(
      introduce(lark, app, acting.workspace, acting.user, patience.press),
    );
    if (met !== true || receipt.isOver()) return outcome;
    const again = await keptInTime(lark, receipt, incoming);
    return (await again?.run?.()) ?? outcome;
  };
  const work = outcomeOf().then((outcome) => {
    const reaction = react(lark, acting, outcome);
    lark.later("home", () => followHome(lark, acting, { message, toHome, outcome, reaction }));
    return toHome && "cards" in outcome ? { ...reaction, shows: outcome.cards } : reaction;
  });
  const first = await heard(receipt, work);
  if (first.heard === "done") return answerNow(lark, app, acting, first.value, uuid);
  if (first.heard === "failed") {
    lark.logger.error({ app: app.appId, error: first.error }, "lark.press_failed");
    return { toast: { type: "error", content: t.failed() } };
  }
  lark.later("late answer", async () => {
    const reaction = await work;
    await lark.holding.free(message);
    await answerLate(lark, app, acting, reaction, message, uuid);
  });
  return { toast: { type: "info", content: t.working() } };
}

const saying = z.object({ text: z.string() });

/** A button that says what one may type: here, that they want their home. */
function pressesHome(lark: Lark, incoming: Interaction["incoming"]): boolean {
  const said = saying.safeParse(incoming.kind === "pressed" ? incoming.payload : null);
  return said.success && lark.bot().asksHome(said.data.text);
}

/** What stands in the message that was pressed is somebody's home from now on, or is it no more; then what they did is shown at theirs. */
async function followHome(
  lark: Lark,
  { workspace, user }: Acting,
  {
    message,
    toHome,
    outcome,
    reaction,
  }: {
    readonly message: string;
    readonly toHome: boolean;
    readonly outcome: Outcome;
    readonly reaction: Reaction;
  },
): Promise<void> {
  if (reaction.inPlace !== undefined) await lark.homes.left(workspace, user, message);
  if (reaction.atOrigin !== undefined)
    await lark.homes.left(workspace, user, reaction.atOrigin.message);
  if (toHome && reaction.inPlace !== undefined && "cards" in outcome)
    await lark.homes.posted(workspace, user, message, outcome.cards);
  await lark.homes.acted(workspace, user);
}

/** Null where the database did not keep it in time, or not at all: if it did so after all, it is forgotten. */
async function keptInTime(
  lark: Lark,
  receipt: Receipt,
  incoming: Interaction["incoming"],
): Promise<{ readonly run: CarryOut | null } | null> {
  const keeping = lark.bot().accept(incoming);
  const kept = await orNotTaken(
    lark,
    receipt,
    keeping.then((run) => ({ run })),
  );
  if (kept === null)
    lark.later("forgetting", async () => (await keeping.catch(() => null))?.forget?.());
  return kept;
}

const doubleMs = 3_000;

/** One click may come under two event ids, moments apart: both have the number of the first, so that what it shows is shown once. */
function clickOf(lark: Lark, key: string): number {
  const now = lark.wall.now().getTime();
  const last = lark.clicks.get(key);
  if (last !== undefined && now - last.at < doubleMs) return last.click;
  // The same number in every process, as far as two of them can agree; another than that of an earlier click.
  const span = Math.floor(now / doubleMs);
  const click = span === last?.click ? now : span;
  remember(lark.clicks, key, { at: now, click });
  return click;
}

interface Interaction {
  readonly incoming: Extract<Incoming, { kind: "pressed" | "submitted" }>;
  readonly acting: Acting;
}

async function interactionOf(
  lark: Lark,
  app: LarkApp,
  event: ActionEvent,
): Promise<Interaction | null> {
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.operator.open_id;
  const from = identity(workspace, user);
  const { value, option, form_value: given } = event.action;
  const submission = given === undefined ? null : await submissionOf(lark, workspace, event);
  const form = submission === null ? null : unpackForm(submission.form, submission.act);
  if (submission !== null && form !== null) {
    const values = readValues(form, given ?? {});
    const incoming = {
      kind: "submitted",
      dedupeKey: `lark:form:${submission.attempt}`,
      from,
      ...submission.act,
      values,
      ...pickedIn(form, values),
      ...(submission.origin === null ? {} : { messageId: submission.origin }),
    } as const;
    return {
      incoming,
      acting: {
        workspace,
        user,
        group: false,
        message: null,
        filled: { form, values, opening: submission },
      },
    };
  }
  const press = parsePress(value, option);
  if (press === null) return null;
  const { open_message_id: message, open_chat_id: channel } = event.context;
  const dedupeKey = `lark:press:${message}:${press.rendering}:${press.path}`;
  const incoming = {
    kind: "pressed",
    dedupeKey,
    from,
    ...press.act,
    ...(press.group && channel !== ""
      ? { place: { platform, workspace, channel } }
      : { messageId: message }),
  } as const;
  return { incoming, acting: { workspace, user, group: press.group, message, filled: null } };
}

type Picked = NonNullable<Extract<Incoming, { kind: "submitted" }>["picked"]>;

/** The fields of accounts, whose people are to be met before they can be meant. */
function pickedIn(form: Form, values: FormValues): { readonly picked?: Picked } {
  const picked = form.fields.flatMap((field) => {
    if (!("picks" in field) || field.picks !== "accounts") return [];
    const given = values[field.name] ?? [];
    const users = (typeof given === "string" ? [given] : given).filter((each) => each !== "");
    // Whoever cannot be met is called as in the form, and is of another company.
    const called = (user: string): string =>
      plainLine(field.options.find(({ value }) => value === user)?.label ?? []) || "?";
    return [
      {
        field: field.name,
        users: users.map((user) => ({
          user,
          stranger: { name: called(user), kind: "outside" as const },
        })),
      },
    ];
  });
  return picked.length === 0 ? {} : { picked };
}

const namedIn = (picked: Picked) =>
  picked.flatMap(({ users }) =>
    users.map(({ user, stranger }) => ({ user, name: stranger?.name ?? "" })),
  );

/** What the button carries; where a client leaves that out, what was put aside under the button's name. */
async function submissionOf(
  lark: Lark,
  workspace: string,
  { action }: ActionEvent,
): Promise<Submission | null> {
  const carried = parseSubmissionValue(action.value);
  const attempt = attemptNamed(action.name);
  if (carried !== null || attempt === null) return carried;
  return parseSubmissionValue(await lark.shelf.find({ platform, workspace }, attempt));
}

type Heard<T> =
  | { readonly heard: "done"; readonly value: T }
  | { readonly heard: "failed"; readonly error: unknown }
  | { readonly heard: "not yet" };

const heard = <T>(receipt: Receipt, work: Promise<T>): Promise<Heard<T>> =>
  receipt.answering(
    work.then(
      (value): Heard<T> => ({ heard: "done", value }),
      (error: unknown): Heard<T> => ({ heard: "failed", error }),
    ),
    { heard: "not yet" },
  );
