// What check-ins keep, in the words of the practice.
import type { LocalDate } from "#src/calendar/local-date";
import type { PersonId, TeamId } from "#src/people/person";
import type {
  Blocker,
  BlockerEnd,
  BlockerId,
  Checkin,
  DailyNote,
  TeamRhythm,
  TeamUpdate,
} from "./model.ts";

export interface CheckinStore {
  /** Only of teams that chose something else than the usual one. */
  rhythms(): Promise<readonly TeamRhythm[]>;
  saveRhythm(rhythm: TeamRhythm): Promise<void>;
  /** The newest first. */
  of(person: PersonId, most: number): Promise<readonly Checkin[]>;
  /** The week each of them last wrote of; nobody is in it who never did. */
  latestWeeks(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, LocalDate>>;
  ofWeek(week: LocalDate, people: readonly PersonId[]): Promise<readonly Checkin[]>;
  /** Writes it anew, or over the one with its id. */
  save(checkin: Checkin): Promise<void>;
  raise(blockers: readonly Blocker[]): Promise<void>;
  /** Blockers of these people that nobody has answered, the oldest first. */
  openBlockers(people: readonly PersonId[]): Promise<readonly Blocker[]>;
  blocker(id: BlockerId): Promise<Blocker | null>;
  /** False when it was not open any more; then nothing changes. */
  endBlocker(id: BlockerId, end: BlockerEnd): Promise<boolean>;
  /** Authors of blockers that somebody was asked about, or promised to see to, who does not decide for them now; `promised`: since when a promise counts. */
  askedElsewhere(promised: Date, today: LocalDate): Promise<readonly PersonId[]>;
  /** Those of one person. */
  askedElsewhereBy(author: PersonId, promised: Date, today: LocalDate): Promise<readonly Blocker[]>;
  /** Open again, before whoever decides now. */
  askAgain(id: BlockerId, decider: PersonId | null): Promise<void>;
  /** What the person chose about the daily note; null when they left it to their team. */
  wantsDaily(person: PersonId): Promise<boolean | null>;
  chooseDaily(person: PersonId, on: boolean): Promise<void>;
  /** That day's; the newest for null. */
  dailyNote(person: PersonId, on: LocalDate | null): Promise<DailyNote | null>;
  saveDailyNote(note: DailyNote): Promise<void>;
  /** Those that these people wrote for that day, in the order they were written. */
  dailyNotesOf(people: readonly PersonId[], on: LocalDate): Promise<readonly DailyNote[]>;
  teamUpdates(): Promise<readonly TeamUpdate[]>;
  saveTeamUpdate(update: TeamUpdate): Promise<void>;
  /** False where that day's was posted already; then nothing changes. */
  takeUpdate(team: TeamId, on: LocalDate): Promise<boolean>;
}
