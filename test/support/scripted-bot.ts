// A bot without practices: answers what a test tells it to, and keeps what reached it.
import type { Bot, Outlook, Vocabulary } from "#src/bot/api";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import type { PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";

type Scripted = Outcome | ((incoming: Incoming) => Outcome | Promise<Outcome>);

export interface ScriptedBot extends Bot {
  readonly received: Incoming[];
  /** Answers that went out as deliveries, by their key. */
  readonly later: Map<string, readonly Card[]>;
  /** Channels it is told to know, and those it was told of. */
  readonly places: Set<string>;
  /** The answer to the next event; without one it is `delivered`. */
  next(answer: Scripted): void;
  showsAtHome(cards: readonly Card[]): void;
  expects(outlook: Outlook): void;
  /** Accounts that nobody knows; everybody else is somebody. */
  readonly strangers: Set<string>;
}

export function createScriptedBot(vocabulary: Vocabulary | null = null): ScriptedBot {
  const answers: Scripted[] = [];
  let home: readonly Card[] = [];
  let outlook: Outlook | null = null;
  return {
    tellOfWork: async () => {},
    received: [],
    later: new Map(),
    places: new Set(),
    async answerLater(_to, key, cards) {
      this.later.set(key, cards);
    },
    async personOf({ user }) {
      return this.strangers.has(user) ? null : (`person ${user}` as PersonId);
    },
    accountOf: async () => null,
    welcome: async () => {},
    firstWords: async () => null,
    async saidBy(at, dedupeKey) {
      const said = this.received.find(
        (each) => each.kind === "said" && each.dedupeKey === dedupeKey,
      );
      return said?.kind === "said" && said.from.workspace === at.workspace ? said.from : null;
    },
    async knowsPlace({ channel }) {
      return this.places.has(channel);
    },
    heeds: async () => true,
    strangers: new Set(),
    async knows({ user }) {
      return !this.strangers.has(user);
    },
    next: (answer) => void answers.push(answer),
    showsAtHome(cards) {
      home = cards;
    },
    expects(coming) {
      outlook = coming;
    },
    async receive(incoming) {
      if (
        incoming.kind !== "personChanged" &&
        incoming.kind !== "placeChanged" &&
        this.strangers.has(incoming.from.user)
      )
        return { outcome: "stranger" };
      this.received.push(incoming);
      if (incoming.kind === "placeChanged") this.places.add(incoming.place.channel);
      // What became of a person or a place has no answer of its own.
      const isActed = incoming.kind !== "personChanged" && incoming.kind !== "placeChanged";
      if (incoming.kind === "personChanged") this.strangers.delete(incoming.from.user);
      const answer = (isActed ? answers.shift() : undefined) ?? { outcome: "delivered" };
      return typeof answer === "function" ? await answer(incoming) : answer;
    },
    async accept(incoming) {
      return () => this.receive(incoming);
    },
    compose: async () => false,
    foresee: async () => null,
    lookOver: async () => 0,
    askAdmins: async () => {},
    toTell: async () => new Map(),
    channelsOf: async () => new Map(),
    tellRequests: async () => {},
    tellStopped: async () => {},
    outlook: async () => outlook,
    directoryChanged: async () => {},
    keepHouse: async () => {},
    finishRights: async () => {},
    asksHome: (text) => text === "home",
    home: async () => home,
    askWhere: async () => null,
    vocabulary: async () => vocabulary,
    hrefOf: ({ link }) => `https://pacer.example.com/sign-in/${link}`,
    pathOf: ({ link }) => `/sign-in/${link}`,
    lookAtLink: async () => ({ state: "unknown" }),
    signIn: async () => ({ state: "unknown" }),
    visitor: async () => null,
    signOut: async () => {},
    signOutEverywhere: async () => {},
    page: async () => home,
    teamPage: async () => null,
    ledTeams: async () => [],
  };
}
