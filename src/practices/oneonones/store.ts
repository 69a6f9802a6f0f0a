// What one-on-ones keep. Notes stand apart: every method that touches them takes the reader, and there is no other way to them.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { NotePart, Pair, PairId, Session, Step, StepId, Topic, TopicId } from "./model.ts";

export interface TalkStore extends StepStore {
  /** A new pair, or another cadence of one that is there. */
  savePair(pair: Omit<Pair, "leaderName" | "personName">): Promise<void>;
  /** Null once it ended. */
  pair(id: PairId): Promise<Pair | null>;
  /** Those that did not end, of this person on either side, by the other's name. */
  pairsOf(person: PersonId): Promise<readonly Pair[]>;
  endPair(id: PairId, at: Date): Promise<void>;
  /** People with a pair whose other side left, or does not lead them any more. */
  outOfStep(): Promise<readonly PersonId[]>;
  /** What was said of talks from that week on. */
  sessions(pairs: readonly PairId[], from: LocalDate): Promise<readonly Session[]>;
  saySession(session: Session, at: Date): Promise<void>;
  addTopic(topic: Omit<Topic, "byName">): Promise<void>;
  /** Open ones, the oldest first. */
  topics(pairs: readonly PairId[]): Promise<readonly Topic[]>;
  /** False where it was closed already, or is not of this pair. */
  closeTopic(id: TopicId, pair: PairId, at: Date): Promise<boolean>;
}

export interface StepStore {
  /** Gives it the organisation's next number and returns that. */
  addStep(
    step: Pick<Step, "id" | "pair" | "person" | "said" | "due" | "at"> & { readonly by: PersonId },
  ): Promise<number>;
  /** Open steps between whom these two are, also of a pair that ended: the next due first. */
  stepsBetween(leader: PersonId, person: PersonId): Promise<readonly Step[]>;
  /** Open steps this person does, the next due first. */
  stepsOf(person: PersonId): Promise<readonly Step[]>;
  /** With the two whose talk it came from. */
  step(
    by: { readonly number: number } | { readonly id: StepId },
  ): Promise<(Step & Pick<Pair, "leader"> & { readonly talkedWith: PersonId }) | null>;
  /** False where it was closed already. */
  closeStep(id: StepId, at: Date, dropped: boolean): Promise<boolean>;
  moveStep(id: StepId, due: LocalDate): Promise<void>;
  /** What this one promised and did not do is the other's to do. */
  handOverSteps(pair: PairId, from: PersonId, to: PersonId): Promise<number>;
}

export interface TalkNoteStore {
  /** One's own private notes; answers to the questions for whom the talk is for, and for whoever leads it while they do. */
  read(pair: PairId, week: LocalDate, reader: PersonId): Promise<Partial<Record<NotePart, string>>>;
  /** Empty takes it away. False where the writer is not one of the two. */
  write(
    note: {
      readonly pair: PairId;
      readonly week: LocalDate;
      readonly part: NotePart;
      readonly said: string;
      readonly at: Date;
    },
    writer: PersonId,
  ): Promise<boolean>;
}
