// Declarations of a practice: typed, without behaviour. Help, permissions, completion, the manifest and tests derive from them.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonCalendar } from "#src/calendar/workdays";
import type { Catalogue, Language, Reader } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { PlaceId } from "#src/people/place";
import type { AccountName, Organisation, Person, PersonId, TeamId, Who } from "#src/people/person";
import type { Profile } from "#src/people/profile";
import type { DroppedBy } from "#src/ports/chat/files";
import type { StandingMessage } from "#src/ports/delivery/nudges";
import type { Action, BoundAction } from "#src/view/action";
import type { Card } from "#src/view/card";
import type { Form, FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { z } from "zod";
import type { Answer, Notice } from "./answer.ts";
import { wordsLeft, type Argument, type Reading } from "./arguments.ts";
import { Incomplete } from "./errors.ts";
import type { ChangedMessage } from "./incoming.ts";
import type { DirectoryAnswer, Follow, Here, LookUp } from "./look-up.ts";
import type { HelpGroup, ProductGuide, Switchable } from "./product-guide.ts";
import type { HouseMessages } from "../messages/index.ts";
import type { BoundExtensionPoint, Contribution, ExtensionPoint } from "./extension-point.ts";
import type { CommandHelp, VerbWords } from "./verbs.ts";
import type { Priority } from "../remind/rules.ts";

/** Everything a handler may know. Its stores are those the practice declares; time and ids come from here only. */
export interface Context<Messages, S> {
  readonly organisation: Organisation;
  /** Who acts; their row is locked. */
  readonly person: Person;
  /** Business time. */
  readonly now: Date;
  /** The acting person's own day. */
  readonly today: LocalDate;
  /** The practice's sentences, for the acting person. */
  readonly t: Messages;
  /** The house's own sentences, for forms and refusals every practice shares. */
  readonly house: HouseMessages;
  readonly stores: S;
  newId(): string;
  /** The practice's sentences for the acting person in another language. */
  inLanguage(locale: Locale): Messages;
  /** The place it was said or pressed in; null in the person's own chat. */
  readonly place: PlaceId | null;
  /** The account it was said or pressed with; null where nobody acts. */
  readonly account: AccountName | null;
  /** What the company's directory answered, where the button that was pressed asks it. */
  readonly looked: DirectoryAnswer | null;
  readonly here: Here;
  /** Who comes is somebody new of our directory, in that team: as when they had come by themselves. */
  newcomer(profile: Profile, teamId: TeamId | null): Person;
  /** Workdays of a person: their country, workweek, leave and the organisation's own overrides. */
  workCalendar(person: Person): Promise<PersonCalendar>;
  /** Who manages them and is still here. */
  managerOf(person: Pick<Person, "managerId">): Promise<Person | null>;
  /** Who is asked what their manager would decide: the manager, while they are here; else the next one up who is; else an admin. Null: nobody is left. */
  deciderFor(person: Pick<Person, "id">): Promise<Person | null>;
  /** A notice to somebody else, rendered in both languages in that reader's currency and zone. */
  notify(
    to: Pick<Person, "id" | "zone">,
    about: string,
    say: (t: Messages) => Card,
    standing?: string,
  ): Notice;
  /** A message of theirs as it reads from now on, each of its cards changed or left: what was found by `NudgeStore.naming`. */
  amendNotice(
    to: Pick<Person, "id" | "zone">,
    message: StandingMessage,
    change: (card: Card, t: Messages) => Card,
  ): Notice;
  /** What is posted in a place, rendered in both languages. `standing`: later ones of this name edit it. */
  post(place: PlaceId, about: string, say: (t: Messages) => Card, standing?: string): Notice;
  /** What other practices add at this point, in the acting person's words: buttons for the card that shows it, or what the point asks for. */
  offered<Given>(point: BoundExtensionPoint<Given>): Promise<readonly Given[]>;
  /** What the product can do for this person: for practices that tell people of the others. */
  guide(): ProductGuide;
}

export type Handler<Input, Messages, S> = (
  input: Input,
  context: Context<Messages, S>,
) => Promise<Answer> | Answer;

export interface Command<Messages, S> {
  readonly name: string;
  readonly words: VerbWords;
  readonly who: Who;
  readonly help: (t: Messages) => CommandHelp;
  /** What may stand behind the verb. */
  readonly args: Readonly<Record<string, Argument<unknown>>>;
  /** Opens the form that asks for all it needs: offered where something is missing, or typing it is advised. */
  readonly opens: BoundAction | null;
  /** Whether it only shows something. */
  readonly looks: boolean;
  /** Its place among the few words offered under an empty line; those without one come behind. */
  readonly offered: number;
  /** Its place among the few that help shows of its group at once; null for the others. */
  readonly first: number | null;
  /** Where others read along and nobody named the bot, it is a command only by itself: with more behind it it is talk ("daily standup at ten"). */
  readonly aloneInPlaces: boolean;
  /** Its verb alone says all: it is no button's words, whatever is called so. */
  readonly saysAll: boolean;
  /** Other ways of writing the line, turned into what stands behind the verb: `G7`, `替@x报12万`. */
  readonly rewrite: ((line: string) => string | null) | null;
  /** Whether a line without a verb is meant for this command, e.g. `calls 20`. */
  readonly claims: ((line: string, context: Context<Messages, S>) => Promise<boolean>) | null;
  /** The question about a line without a verb that may be meant for it (`12k`, 签了一单35万), or null; nothing is stored before its button. */
  readonly offers: ((line: string, context: Context<Messages, S>) => Promise<Answer | null>) | null;
  /** Whether it is offered though the line also begins like a slip of some verb: "well done @anna". */
  readonly offersFirst: boolean;
  /** Reads its arguments out of the line and runs the handler. Throws Incomplete or Refusal for what cannot be read, or what no argument took. */
  readonly run: (reading: Reading, context: Context<Messages, S>) => Promise<Answer>;
}

/** The name an action travels under, with the version and the shape of its payload. */
type ActionName = Pick<Action, "action" | "version" | "schema" | "goesOn">;

export interface Press<Messages, S> {
  readonly action: ActionName;
  readonly who: Who;
  /** Runs the handler with the payload; null where the payload is none of this action's. */
  readonly run: (payload: unknown, context: Context<Messages, S>) => Promise<Answer> | null;
  /** What of the company's own directory is asked for before the handler runs; null where the payload is none of this action's. */
  readonly looksUp: ((payload: unknown) => LookUp | null) | null;
}

export interface Submit<Messages, S> {
  readonly action: ActionName;
  readonly who: Who;
  /** Runs the handler with the payload the form was opened with and what was filled in; null where the payload is none of this action's. */
  readonly run: (
    payload: unknown,
    values: FormValues,
    context: Context<Messages, S>,
  ) => Promise<Answer> | null;
}

/** What time alone brings about, person by person: a period that ends, a proposal that lapses. */
export interface Upkeep<Messages, S> {
  /** Done within the minute as well after somebody's rights changed (at once for a few), or a place took a post no more or takes them again; at once when a file was read a bit further, or a source was asked. */
  readonly after?: "rights" | "places" | "files" | "sources";
  /** Those for whom something may be due; cheap, since it is asked every beat. */
  readonly whom: (stores: S, now: Date) => Promise<readonly PersonId[]>;
  /** Does it, once, with the person's row locked; returns what they are told. */
  readonly tend: (context: Context<Messages, S>) => Promise<readonly Notice[]>;
}

/** One time a rule wants to say something, before work hours are looked at. */
export interface Occurrence {
  /** The id of what it is about. */
  readonly subject: string;
  readonly at: Date;
  /** After this it is too late. */
  readonly until: Date;
}

/** Something the bot says unasked. The house decides when: work hours, leave, budget, what comes together. */
export interface Nudge<Messages, S> {
  /** `practice.what`. */
  readonly name: string;
  readonly priority: Priority;
  /** Whom it is for; everyone when left out. Others do not find it among their reminders. */
  readonly who?: Who;
  /** A person or their team chose to have it: it spends nothing of the budget. */
  readonly chosen?: true;
  /** Nudges that this one says as well: whoever has it planned is not sent those on the same day. */
  readonly replacesOnDay?: readonly string[];
  /** Nudges that say nothing more where this one stands: when they come together, in one message, those are left out. */
  readonly replacesInMessage?: readonly string[];
  /** Its message is kept up to date: what is over loses its buttons (`context.amend`). */
  readonly stands?: true;
  /** What it is called where a person chooses what to be reminded of. */
  readonly label: (t: Messages) => Line;
  /** Why it came: the line below what it says. */
  readonly why: (t: Messages) => Line;
  /**
   * Every occurrence that lies ahead of the person who acts in this context, as things are now. Asked again whenever what it
   * depends on changes, and each day; what was said once is not said again, so a date that stays the same may be named again.
   */
  readonly plan: (context: Context<Messages, S>) => Promise<readonly Occurrence[]>;
  /** What there is to say now, or null: it was done in the meantime, or there is nothing to say. */
  readonly say: (subject: string, context: Context<Messages, S>) => Promise<Card | null>;
}

/**
 * What a practice does at a set time because somebody asked for it then, or a team wants it then: a post kept for the morning, a digest in a
 * place. It is planned under one person and runs with their row locked. Not a nudge: it costs no budget and minds no work hours, and says
 * something to that person only where they asked for it at that very time; whoever else it tells is told by the house's rules.
 */
export interface Errand<Messages, S> {
  /** `practice.what`. */
  readonly name: string;
  /** What it is called where a person sees what comes by itself. */
  readonly label: (t: Messages) => Line;
  /** Every occurrence ahead, as things are now; one that ran does not run again. */
  readonly plan: (context: Context<Messages, S>) => Promise<readonly Occurrence[]>;
  readonly run: (subject: string, context: Context<Messages, S>) => Promise<readonly Notice[]>;
}

/** What a mark of approval under one of our standing messages does: the same as its button. */
export interface Reaction<Messages, S> {
  /** How the names of those standing messages begin. */
  readonly standing: string;
  /** `subject`: the rest of the name. `added`: false when the mark was taken back. */
  readonly handle: Handler<{ readonly subject: string; readonly added: boolean }, Messages, S>;
}

export interface HomeSection<Messages, S> {
  /** Lower comes first. */
  readonly rank: number;
  readonly who: Who;
  /** It says something of the team its reader leads: it stands on that team's page too, where `context.here.team` names it. */
  readonly ofTeam?: true;
  readonly say: (context: Context<Messages, S>) => Promise<readonly Card[]>;
}

/** An example of a view in both languages, for snapshots, the fit test and the gallery. */
export interface Sample<Messages> {
  readonly name: string;
  readonly view: (t: Messages) => Card | Form;
}

export interface Practice<Messages, S> {
  readonly name: string;
  /** Under what help lists its verbs. */
  readonly group: HelpGroup;
  readonly switched: "always on" | Switchable<Messages>;
  readonly messages: Catalogue<Messages>;
  /** The stores its handlers see: the one it owns and the few it reads. Every one of `S`, or it does not compile. */
  readonly stores: { readonly [Name in keyof S]: true };
  /** Practices whose `api.ts` it reads. */
  readonly needs: readonly string[];
  readonly commands: readonly Command<Messages, S>[];
  readonly actions: readonly Press<Messages, S>[];
  readonly forms: readonly Submit<Messages, S>[];
  readonly home: readonly HomeSection<Messages, S>[];
  readonly upkeep: readonly Upkeep<Messages, S>[];
  readonly follows?: Follow<S, Context<Messages, S>>;
  readonly nudges: readonly Nudge<Messages, S>[];
  readonly errands?: readonly Errand<Messages, S>[];
  readonly reactions?: readonly Reaction<Messages, S>[];
  readonly contributions?: readonly Contribution<Context<Messages, S>>[];
  /** A file that somebody dropped. It is not read in the act itself. */
  readonly fileDropped?: Handler<DroppedBy, Messages, S>;
  /** What is said of it: nothing where nothing the practice wrote for that message counts now. It stores nothing. */
  readonly messageChanged?: Handler<ChangedMessage, Messages, S>;
  readonly samples: readonly Sample<Messages>[];
}

/** A practice with its own types folded away: what the registry holds. It is given what it declared, and by contexts.ts alone. */
export type AnyPractice = Omit<Practice<never, never>, "messages" | "stores"> & {
  readonly messages: Catalogue<unknown>;
  readonly stores: Readonly<Record<string, true>>;
};

/** A practice's sentences for a reader. They fit its own views and handlers, which is all that `never` says. */
export const wordsOf = (practice: AnyPractice, language: Language, reader: Reader): never =>
  language.speak(practice.messages, reader) as never;

/** The stores these practices were declared with, all of them together. */
export type StoresOf<P> = (
  P extends { readonly upkeep: readonly Upkeep<infer _Messages, infer S>[] }
    ? (stores: S) => void
    : never
) extends (stores: infer All) => void
  ? All
  : never;

type Input<Args extends Readonly<Record<string, Argument<unknown>>>> = {
  readonly [Name in keyof Args]: Args[Name] extends Argument<infer T> ? T : never;
};

interface CommandParts<Messages, S, Args extends Readonly<Record<string, Argument<unknown>>>> {
  readonly name: string;
  readonly words: VerbWords;
  /** For everyone when left out. */
  readonly who?: Who;
  readonly help: (t: Messages) => CommandHelp;
  readonly args?: Args;
  readonly opens?: BoundAction;
  /** It only shows something: its example may be a button. */
  readonly looks?: true;
  readonly offered?: number;
  readonly first?: number;
  readonly aloneInPlaces?: true;
  readonly saysAll?: true;
  readonly rewrite?: (line: string) => string | null;
  readonly claims?: (line: string, context: Context<Messages, S>) => Promise<boolean>;
  readonly offers?: (line: string, context: Context<Messages, S>) => Promise<Answer | null>;
  readonly offersFirst?: true;
  readonly handle: Handler<Input<Args>, Messages, S>;
}

/** The builders of one practice, typed by its sentences and its stores. */
export interface PracticeBuilders<Messages, S> {
  /** The practice itself, or one part of it. */
  readonly practice: (parts: Practice<Messages, S>) => Practice<Messages, S>;
  readonly part: (parts: PracticePart<Messages, S>) => PracticePart<Messages, S>;
  /** A verb people type. */
  readonly command: <const Args extends Readonly<Record<string, Argument<unknown>>>>(
    parts: CommandParts<Messages, S, Args>,
  ) => Command<Messages, S>;
  /** What pressing a button does. The payload has passed the action's schema when the handler gets it. */
  readonly press: <Schema extends z.ZodType>(
    action: Action<Schema>,
    who: Who,
    handle: Handler<z.output<Schema>, Messages, S>,
    looksUp?: (payload: z.output<Schema>) => LookUp,
  ) => Press<Messages, S>;
  /** What sending a form does: the payload it was opened with, and what was filled in. */
  readonly submit: <Schema extends z.ZodType>(
    action: Action<Schema>,
    who: Who,
    handle: Handler<
      { readonly payload: z.output<Schema>; readonly values: FormValues },
      Messages,
      S
    >,
  ) => Submit<Messages, S>;
  /** What to offer at an extension point of another practice. */
  readonly contributes: <What, Given>(
    point: ExtensionPoint<What, Given>,
    give: (what: What, context: Context<Messages, S>) => Promise<readonly NoInfer<Given>[]>,
  ) => Contribution<Context<Messages, S>>;
}

/** Part of a practice: its verbs, buttons and forms. */
type PartNames = "commands" | "actions" | "forms";
export type PracticePart<Messages, S> = Pick<Practice<Messages, S>, PartNames>;

/** `const { practice, command, press } = practiceOf<NoteMessages, NoteStores>()`. */
export const practiceOf = <Messages, S>(): PracticeBuilders<Messages, S> => ({
  practice: (parts) => parts,
  part: (parts) => parts,
  command,
  press: (action, who, handle, looksUp) => ({
    action,
    who,
    run(payload, context) {
      const read = action.schema.safeParse(payload);
      return read.success ? Promise.resolve(handle(read.data, context)) : null;
    },
    looksUp: looksUp
      ? (payload) => {
          const read = action.schema.safeParse(payload);
          return read.success ? looksUp(read.data) : null;
        }
      : null,
  }),
  submit: (action, who, handle) => ({
    action,
    who,
    run(payload, values, context) {
      const read = action.schema.safeParse(payload);
      return read.success ? Promise.resolve(handle({ payload: read.data, values }, context)) : null;
    },
  }),
  // Only who defined the point calls with its own `what`: an extension point's name is unique (registry.ts).
  contributes: (point, give) => ({ point: point.point, give: give as never }),
});

/** `...joined(log, history, split)`. */
export const joined = <Messages, S>(
  ...parts: readonly PracticePart<Messages, S>[]
): PracticePart<Messages, S> => ({
  commands: parts.flatMap((each) => each.commands),
  actions: parts.flatMap((each) => each.actions),
  forms: parts.flatMap((each) => each.forms),
});

function command<Messages, S, Args extends Readonly<Record<string, Argument<unknown>>>>(
  parts: CommandParts<Messages, S, Args>,
): Command<Messages, S> {
  const args = Object.entries(parts.args ?? {});
  return {
    name: parts.name,
    words: parts.words,
    who: parts.who ?? "everyone",
    help: parts.help,
    args: parts.args ?? {},
    opens: parts.opens ?? null,
    looks: parts.looks ?? false,
    offered: parts.offered ?? Number.POSITIVE_INFINITY,
    first: parts.first ?? null,
    aloneInPlaces: parts.aloneInPlaces ?? false,
    saysAll: parts.saysAll ?? false,
    rewrite: parts.rewrite ?? null,
    claims: parts.claims ?? null,
    offers: parts.offers ?? null,
    offersFirst: parts.offersFirst ?? false,
    async run(reading, context) {
      // Each argument is read by the reader of its own name, in their order: that is what Input<Args> says.
      const read = args.map(([name, argument]) => [name, argument.read(reading)]);
      const left = wordsLeft(reading.rest);
      if (left !== "") throw new Incomplete("nothing", context.house.leftOver(left));
      return parts.handle(Object.fromEntries(read) as Input<Args>, context);
    },
  };
}
