// What adapters and jobs may ask of the bot.
import type { ChatIdentity, OrganisationId, Person, PersonId, Team } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { Line } from "#src/view/line";
import type { Locale } from "#src/language/text";
import type { Card, PageButton } from "#src/view/card";
import type { Claimed } from "#src/ports/delivery/outbox";
import type { Composed, ToCompose } from "./remind/compose-message.ts";
import type { Incoming, Outcome, Stranger } from "./declare/incoming.ts";

/** Words for completion: verbs this person may use and names of their colleagues. */
export interface Vocabulary {
  readonly locale: Locale;
  /** The shown word of each verb first, in the reader's language, then every other accepted word. */
  readonly verbs: readonly {
    readonly word: string;
    readonly does: string;
    readonly shown: boolean;
  }[];
  readonly names: readonly string[];
}

/** What a person will be told by itself, and what was kept back lately. */
export interface Outlook {
  readonly coming: readonly { readonly label: Line; readonly at: Date }[];
  readonly kept: readonly { readonly label: Line; readonly at: Date; readonly reason: Line }[];
}

export interface CarryOut {
  (strangers?: ReadonlyMap<string, Stranger>): Promise<Outcome>;
  /** It is not to be carried out any more: whoever acted was told to act again. */
  readonly forget?: () => Promise<void>;
}

/** Who looks at a page of theirs, and the account they act with. */
export interface Visitor {
  readonly organisation: OrganisationId;
  readonly account: ChatIdentity;
  readonly person: Person;
  readonly until: Date;
}

/** What becomes of a link: `over` after ten minutes, or a newer one; `others` where the browser is somebody else's already. */
export type LinkState =
  | { readonly state: "open"; readonly reader: Person }
  | { readonly state: "spent" | "over" | "others"; readonly reader: Person }
  | { readonly state: "unknown" };

export interface TeamPage {
  readonly team: Team;
  readonly cards: readonly Card[];
}

/** `cookie`: what the browser keeps; null where it keeps nothing. */
export interface Visits {
  /** What opens the page of a card, as an address or as a path of our own; null where there is no address, or nothing to open. */
  readonly hrefOf: (page: PageButton) => string | null;
  readonly pathOf: (page: PageButton) => string | null;
  /** Changes nothing: whoever only looks at a link spends nothing of it. */
  lookAtLink(token: string, cookie: string | null): Promise<LinkState>;
  /** Spends the link. What the browser keeps from now on, and until when; else why not. */
  signIn(
    token: string,
    cookie: string | null,
  ): Promise<
    { readonly cookie: string; readonly visitor: Visitor } | Exclude<LinkState, { state: "open" }>
  >;
  /** Null where there is no session any more, or nobody may act with its account. */
  visitor(cookie: string): Promise<Visitor | null>;
  signOut(cookie: string): Promise<void>;
  signOutEverywhere(cookie: string): Promise<void>;
  /** Their home as it stands on a page. */
  page(viewer: ChatIdentity): Promise<readonly Card[]>;
  /** The page of a team they lead; null for every other, also where there is none. */
  teamPage(viewer: ChatIdentity, team: string): Promise<TeamPage | null>;
  /** The teams they lead. */
  ledTeams(viewer: ChatIdentity): Promise<readonly Team[]>;
}

export interface Bot extends Visits {
  /** Does what time alone has brought about, in every organisation. Safe to repeat. */
  keepHouse(): Promise<void>;
  /** Says of files how far they were read, or of sources what came of them. Safe to repeat. */
  tellOfWork(organisation: OrganisationId, after: "files" | "sources"): Promise<void>;
  /** Tells the rest of a big team who sees what of them now. Safe to repeat. */
  finishRights(): Promise<void>;
  /** Something changed in a company's own directory: who is in which department, or who leads whom. */
  directoryChanged(at: Pick<ChatIdentity, "platform" | "workspace">): Promise<void>;
  /** Whether this account is somebody of our directory who may act here. */
  knows(identity: ChatIdentity): Promise<boolean>;
  receive(incoming: Incoming): Promise<Outcome>;
  /**
   * For what a platform will not send again: stored before this returns, carried out by calling what it returns. Null: it was
   * stored before, and whoever stored it carries it out; or it is a mark that nobody counts, of which nothing is stored. What the
   * platform was asked meanwhile about those it mentions may be added: who of them is nobody of our directory, by account.
   */
  accept(incoming: Incoming): Promise<CarryOut | null>;
  /** Whether a mark counts for anything: it is under a message of ours that counts them. */
  heeds(mark: Extract<Incoming, { kind: "reacted" }>): Promise<boolean>;
  /** Who said what has this key, where the platform does not tell whose it was; null where nothing came of it, or it is a day ago. */
  saidBy(
    at: Pick<ChatIdentity, "platform" | "workspace">,
    dedupeKey: string,
  ): Promise<ChatIdentity | null>;
  /** Who of our directory this account is, also where nobody acts with it any more. */
  personOf(identity: ChatIdentity): Promise<PersonId | null>;
  /** Their account in that very workspace; null where they have none, or nobody is called so. */
  accountOf(
    at: Pick<ChatIdentity, "platform" | "workspace">,
    person: string,
  ): Promise<string | null>;
  /** A direct answer that the platform did not take: it comes as a delivery to their own chat, once under this key. */
  answerLater(to: ChatIdentity, key: string, cards: readonly Card[]): Promise<void>;
  /** Whether this place is one of ours, also one the bot has left. */
  knowsPlace(place: PlaceIdentity): Promise<boolean>;
  /** Gives a claimed nudge its words, if there is anything to say. */
  compose(head: ToCompose): Promise<boolean>;
  /** What that person would be told unasked at that moment, and what would be kept back and why. Changes nothing. */
  foresee(organisation: OrganisationId, person: PersonId, at: Date): Promise<Composed | null>;
  /** Plans a share of everybody anew, `part` from 0 of `of`; returns how many plans changed. */
  lookOver(part: number, of: number): Promise<number>;
  /** Tells somebody who can act of each workspace and place that takes no messages any more, once, and tries such places again. Safe to repeat. */
  tellStopped(): Promise<void>;
  /** Asks the admins about workspaces that wait to be let in, once each, and tells them of what the operator let in. Safe to repeat. */
  tellRequests(): Promise<void>;
  /** Of the people this post is addressed to: the account there of each whom it may tell now, by person. In anybody's own chat nobody is told. */
  toTell(
    post: Pick<Claimed, "organisation" | "to" | "edits">,
    cards: readonly Card[],
  ): Promise<ReadonlyMap<string, string>>;
  /** The channels of that workspace that these cards name, by place. */
  channelsOf(
    at: Pick<PlaceIdentity, "platform" | "workspace">,
    cards: readonly Card[],
  ): Promise<ReadonlyMap<string, string>>;
  /** Asks the admins about a delivery that may have arrived. */
  askAdmins(delivery: Pick<Claimed, "id" | "organisation" | "destination">): Promise<void>;
  /** What comes by itself and what was kept back, for the viewer; null for a stranger. */
  outlook(viewer: ChatIdentity): Promise<Outlook | null>;
  /** The viewer's home, composed from the practices' sections; empty for a stranger. */
  home(viewer: ChatIdentity): Promise<readonly Card[]>;
  /** Whether these words ask for the home. */
  asksHome(text: string): boolean;
  /** What it is and one thing to try, for a home that somebody opens who did nothing yet; null for everybody else. */
  firstWords(viewer: ChatIdentity): Promise<Card | null>;
  /** Says what it is and one thing to try, once ever, to who opened the chat and did nothing yet. */
  welcome(viewer: ChatIdentity): Promise<void>;
  /** Asks where their organisation is; null where they may not say so, or it was said. */
  askWhere(viewer: ChatIdentity): Promise<Card | null>;
  vocabulary(viewer: ChatIdentity): Promise<Vocabulary | null>;
}
