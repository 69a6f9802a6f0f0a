// A bot without practices: answers what a test tells it to, and keeps what reached it.
import type { Bot, Vocabulary } from "#src/bot/api";
import type { Incoming, Outcome } from "#src/bot/incoming";
import type { Card } from "#src/view/card";

type Scripted = Outcome | ((incoming: Incoming) => Outcome | Promise<Outcome>);

export interface ScriptedBot extends Bot {
  readonly received: Incoming[];
  /** The answer to the next event; without one it is `delivered`. */
  next(answer: Scripted): void;
  showsAtHome(cards: readonly Card[]): void;
}

export function createScriptedBot(vocabulary: Vocabulary | null = null): ScriptedBot {
  const answers: Scripted[] = [];
  let home: readonly Card[] = [];
  return {
    received: [],
    next: (answer) => void answers.push(answer),
    showsAtHome(cards) {
      home = cards;
    },
    async receive(incoming) {
      this.received.push(incoming);
      const answer = answers.shift() ?? { outcome: "delivered" };
      return typeof answer === "function" ? await answer(incoming) : answer;
    },
    keepHouse: async () => {},
    home: async () => home,
    vocabulary: async () => vocabulary,
  };
}
