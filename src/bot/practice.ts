// Declarations of a practice: typed, without behaviour. Help, permissions, completion, the manifest and tests derive
// from them, so they are the only place where a word, a right or an action's name is written.
import type { LocalDate } from "#src/calendar/local-date";
import type { WorkCalendar } from "#src/calendar/workdays";
import type { Both, Catalogue } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { Organisation, Person, PersonId, Who } from "#src/people/person";
import type { Action } from "#src/view/action";
import type { Card } from "#src/view/card";
import type { Form, FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { z } from "zod";
import type { Answer, Telling } from "./answer.ts";
import type { Argument } from "./arguments.ts";
import type { HouseMessages } from "./messages/en.ts";

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
  /** Workdays of a person: their country, workweek, leave and the organisation's own overrides. */
  workCalendar(person: Person): Promise<WorkCalendar>;
  /** A notice to somebody else, rendered in both languages in that reader's currency and zone. */
  tell(to: Pick<Person, "id" | "zone">, about: string, say: (t: Messages) => Card): Telling;
}

export type Handler<Input, Messages, S> = (input: Input, context: Context<Messages, S>) => Promise<Answer> | Answer;

export interface CommandHelp {
  readonly does: Line;
  /** The form of the command, e.g. `log <amount> [date] [G7] [note]`. */
  readonly usage: string;
  readonly example: string;
}

/** Words of one verb: the first is the one shown, the rest are understood too. */
export type VerbWords = Both<readonly [string, ...string[]]>;

export interface Command<Messages, S> {
  readonly name: string;
  readonly words: VerbWords;
  readonly who: Who;
  readonly help: (t: Messages) => CommandHelp;
  readonly args: Readonly<Record<string, Argument<unknown>>>;
  /** Other ways of writing the line, turned into what stands behind the verb: `G7`, `替@x报12万`. */
  readonly rewrite: ((line: string) => string | null) | null;
  /** Whether a line without a verb is meant for this command, e.g. `calls 20`. */
  readonly claims: ((line: string, context: Context<Messages, S>) => Promise<boolean>) | null;
  readonly handle: Handler<never, Messages, S>;
}

export interface Press<Messages, S> {
  readonly action: Action;
  readonly who: Who;
  readonly handle: Handler<never, Messages, S>;
}

export interface Submit<Messages, S> {
  readonly action: Action;
  readonly who: Who;
  readonly handle: Handler<never, Messages, S>;
}

/** What time alone brings about, person by person: a period that ends, a proposal that lapses. */
export interface Upkeep<Messages, S> {
  /** Those for whom something may be due; cheap, since it is asked every beat. */
  readonly whom: (stores: S, now: Date) => Promise<readonly PersonId[]>;
  /** Does it, once, with the person's row locked; returns what they are told. */
  readonly tend: (context: Context<Messages, S>) => Promise<readonly Telling[]>;
}

export interface HomeSection<Messages, S> {
  /** Lower comes first. */
  readonly rank: number;
  readonly who: Who;
  /** A card, or nothing to say. */
  readonly say: (context: Context<Messages, S>) => Promise<readonly Card[]>;
}

/** An example of a view: snapshots, the fit test and the gallery show it in both languages. */
export interface Sample<Messages> {
  readonly name: string;
  readonly view: (t: Messages) => Card | Form;
}

export interface Practice<Messages, S> {
  readonly name: string;
  readonly messages: Catalogue<Messages>;
  /** The stores its handlers see, by name: the one it owns and the few it reads. */
  readonly stores: readonly (keyof S & string)[];
  /** Practices whose `api.ts` it reads. */
  readonly needs: readonly string[];
  readonly commands: readonly Command<Messages, S>[];
  readonly actions: readonly Press<Messages, S>[];
  readonly forms: readonly Submit<Messages, S>[];
  readonly home: readonly HomeSection<Messages, S>[];
  readonly upkeep: readonly Upkeep<Messages, S>[];
  readonly samples: readonly Sample<Messages>[];
}

/** A practice with its own types folded away: what the registry holds. */
export type AnyPractice = Practice<unknown, unknown>;

export const definePractice = <Messages, S>(practice: Practice<Messages, S>): Practice<Messages, S> => practice;

type Input<Args extends Readonly<Record<string, Argument<unknown>>>> = { readonly [Name in keyof Args]: Args[Name] extends Argument<infer T> ? T : never };

export interface CommandParts<Messages, S, Args extends Readonly<Record<string, Argument<unknown>>>> {
  readonly name: string;
  readonly words: VerbWords;
  readonly who?: Who;
  readonly help: (t: Messages) => CommandHelp;
  readonly args?: Args;
  readonly rewrite?: (line: string) => string | null;
  readonly claims?: (line: string, context: Context<Messages, S>) => Promise<boolean>;
  readonly handle: Handler<Input<Args>, Messages, S>;
}

/** A verb people type. Without `who` it is for everyone. */
export function command<Messages, S, const Args extends Readonly<Record<string, Argument<unknown>>>>(parts: CommandParts<Messages, S, Args>): Command<Messages, S> {
  return {
    name: parts.name,
    words: parts.words,
    who: parts.who ?? "everyone",
    help: parts.help,
    args: parts.args ?? {},
    rewrite: parts.rewrite ?? null,
    claims: parts.claims ?? null,
    handle: parts.handle as Handler<never, Messages, S>,
  };
}

/** What pressing a button does. The payload has passed the action's schema when the handler gets it. */
export function press<Messages, S, Schema extends z.ZodType>(action: Action<Schema>, who: Who, handle: Handler<z.output<Schema>, Messages, S>): Press<Messages, S> {
  return { action: action as unknown as Action, who, handle: handle as Handler<never, Messages, S> };
}

/** What sending a form does: the payload it was opened with, and what was filled in. */
export function submit<Messages, S, Schema extends z.ZodType>(action: Action<Schema>, who: Who, handle: Handler<{ readonly payload: z.output<Schema>; readonly values: FormValues }, Messages, S>): Submit<Messages, S> {
  return { action: action as unknown as Action, who, handle: handle as Handler<never, Messages, S> };
}
