// Check-ins, blockers, daily notes and rhythms.
import { decider } from "./people/decider.ts";
import { and, asc, desc, eq, inArray, max, sql } from "drizzle-orm";
import { localDate, type LocalDate, type Weekday } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import type { PersonId, TeamId } from "#src/people/person";
import type {
  Blocker,
  BlockerId,
  Checkin,
  CheckinId,
  Commit,
  DailyNote,
  Priority,
} from "#src/practices/checkins/model";
import type { CheckinStore } from "#src/practices/checkins/store";
import type { Tx } from "../client.ts";
import {
  blocker,
  checkin,
  checkinRhythm,
  dailyChoice,
  dailyNote,
  teamUpdate,
} from "../schema/practices/checkins.ts";
import { fromJson } from "./columns.ts";

type StoredCommit = Omit<Commit, "value"> & { readonly value: string };

export function createCheckinStore(tx: Tx, organisationId: string): CheckinStore {
  const ownCheckin = eq(checkin.organisationId, organisationId);
  const ownBlocker = eq(blocker.organisationId, organisationId);
  return {
    async rhythms() {
      const rows = await tx
        .select()
        .from(checkinRhythm)
        .where(eq(checkinRhythm.organisationId, organisationId));
      return rows.map(({ organisationId: _, ...row }) => ({
        ...row,
        teamId: row.teamId as TeamId,
        weekday: row.weekday as Weekday,
      }));
    },
    async saveRhythm(rhythm) {
      await tx
        .insert(checkinRhythm)
        .values({ organisationId, ...rhythm })
        .onConflictDoUpdate({
          target: [checkinRhythm.organisationId, checkinRhythm.teamId],
          set: { ...rhythm },
        });
    },
    async of(person, most) {
      const rows = await tx
        .select()
        .from(checkin)
        .where(and(ownCheckin, eq(checkin.personId, person)))
        .orderBy(desc(checkin.week))
        .limit(most);
      return rows.map(toCheckin);
    },
    async latestWeeks(people) {
      if (people.length === 0) return new Map();
      const rows = await tx
        .select({ person: checkin.personId, week: max(checkin.week) })
        .from(checkin)
        .where(and(ownCheckin, inArray(checkin.personId, [...people])))
        .groupBy(checkin.personId);
      return new Map(
        rows.flatMap(({ person, week }) =>
          week === null ? [] : [[person as PersonId, localDate(week)] as const],
        ),
      );
    },
    async ofWeek(week, people) {
      if (people.length === 0) return [];
      const rows = await tx
        .select()
        .from(checkin)
        .where(and(ownCheckin, eq(checkin.week, week), inArray(checkin.personId, [...people])))
        .orderBy(asc(checkin.sentAt), asc(checkin.id));
      return rows.map(toCheckin);
    },
    async save({ commits, priorities, ...row }) {
      const values = {
        ...row,
        priorities,
        commits: commits.map((each): StoredCommit => ({ ...each, value: toText(each.value) })),
      };
      await tx
        .insert(checkin)
        .values({ organisationId, ...values })
        .onConflictDoUpdate({ target: checkin.id, set: values });
    },
    async raise(blockers) {
      if (blockers.length > 0)
        await tx.insert(blocker).values(blockers.map((each) => ({ organisationId, ...each })));
    },
    async openBlockers(people) {
      if (people.length === 0) return [];
      const rows = await tx
        .select()
        .from(blocker)
        .where(and(ownBlocker, eq(blocker.state, "open"), inArray(blocker.personId, [...people])))
        .orderBy(asc(blocker.seq));
      return rows.map(toBlocker);
    },
    async blocker(id) {
      const [row] = await tx
        .select()
        .from(blocker)
        .where(and(ownBlocker, eq(blocker.id, id)));
      return row ? toBlocker(row) : null;
    },
    async endBlocker(id, end) {
      const ended = await tx
        .update(blocker)
        .set(end)
        .where(and(ownBlocker, eq(blocker.id, id), eq(blocker.state, "open")))
        .returning({ id: blocker.id });
      return ended.length > 0;
    },
    ...askedAgain(tx, organisationId),
    ...dailyNotes(tx, organisationId),
    ...teamUpdates(tx, organisationId),
  };
}

function askedAgain(
  tx: Tx,
  organisationId: string,
): Pick<CheckinStore, "askedElsewhere" | "askedElsewhereBy" | "askAgain"> {
  const decides = sql`(select ${decider} from person p where p.organisation_id = ${blocker.organisationId} and p.id = ${blocker.personId})`;
  /** An open one waits for somebody else; a promise was made by somebody else. Where nobody decides there is nobody to ask. */
  const isElsewhere = (
    promised: Date,
    today: LocalDate,
  ) => sql`${blocker.organisationId} = ${organisationId}::uuid and (
    (${blocker.state} = 'open' and ${decides} is not null and ${blocker.askedId} is distinct from ${decides})
    or (((${blocker.state} = 'taken' and ${blocker.at} >= ${promised.toISOString()}::timestamptz) or (${blocker.state} = 'talk' and ${blocker.talkOn} >= ${today}::date)) and ${blocker.byId} is distinct from ${decides}))`;
  return {
    async askedElsewhere(promised, today) {
      const rows = await tx
        .selectDistinct({ id: blocker.personId })
        .from(blocker)
        .where(isElsewhere(promised, today))
        .orderBy(asc(blocker.personId));
      return rows.map((row) => row.id as PersonId);
    },
    async askedElsewhereBy(author, promised, today) {
      const rows = await tx
        .select()
        .from(blocker)
        .where(and(eq(blocker.personId, author), isElsewhere(promised, today)))
        .orderBy(asc(blocker.raisedAt), asc(blocker.id))
        .for("update");
      return rows.map(toBlocker);
    },
    async askAgain(id, askedId) {
      await tx
        .update(blocker)
        .set({ state: "open", answer: null, talkOn: null, byId: null, at: null, askedId })
        .where(and(eq(blocker.organisationId, organisationId), eq(blocker.id, id)));
    },
  };
}

function dailyNotes(
  tx: Tx,
  organisationId: string,
): Pick<
  CheckinStore,
  "wantsDaily" | "chooseDaily" | "dailyNote" | "dailyNotesOf" | "saveDailyNote"
> {
  return {
    async wantsDaily(person) {
      const [row] = await tx
        .select()
        .from(dailyChoice)
        .where(
          and(eq(dailyChoice.organisationId, organisationId), eq(dailyChoice.personId, person)),
        );
      return row?.on ?? null;
    },
    async chooseDaily(person, on) {
      await tx
        .insert(dailyChoice)
        .values({ organisationId, personId: person, on })
        .onConflictDoUpdate({
          target: [dailyChoice.organisationId, dailyChoice.personId],
          set: { on },
        });
    },
    async dailyNote(person, on) {
      const [row] = await tx
        .select()
        .from(dailyNote)
        .where(
          and(
            eq(dailyNote.organisationId, organisationId),
            eq(dailyNote.personId, person),
            on === null ? undefined : eq(dailyNote.on, on),
          ),
        )
        .orderBy(desc(dailyNote.on))
        .limit(1);
      return row ? toDailyNote(row) : null;
    },
    async dailyNotesOf(people, on) {
      if (people.length === 0) return [];
      const rows = await tx
        .select()
        .from(dailyNote)
        .where(
          and(
            eq(dailyNote.organisationId, organisationId),
            eq(dailyNote.on, on),
            inArray(dailyNote.personId, [...people]),
          ),
        )
        .orderBy(asc(dailyNote.at), asc(dailyNote.id));
      return rows.map(toDailyNote);
    },
    async saveDailyNote(note) {
      await tx
        .insert(dailyNote)
        .values({ organisationId, ...note })
        .onConflictDoUpdate({
          target: [dailyNote.organisationId, dailyNote.personId, dailyNote.on],
          set: { done: note.done, next: note.next, visible: note.visible, at: note.at },
        });
    },
  };
}

function teamUpdates(
  tx: Tx,
  organisationId: string,
): Pick<CheckinStore, "teamUpdates" | "saveTeamUpdate" | "takeUpdate"> {
  const own = eq(teamUpdate.organisationId, organisationId);
  return {
    async teamUpdates() {
      const rows = await tx.select().from(teamUpdate).where(own).orderBy(asc(teamUpdate.teamId));
      return rows.map(({ teamId, byId, on, postsAt }) => ({
        teamId: teamId as TeamId,
        byId: byId as PersonId,
        on,
        postsAt,
      }));
    },
    async saveTeamUpdate(update) {
      await tx
        .insert(teamUpdate)
        .values({ organisationId, ...update })
        .onConflictDoUpdate({
          target: [teamUpdate.organisationId, teamUpdate.teamId],
          set: { ...update },
        });
    },
    async takeUpdate(team, on) {
      const taken = await tx
        .update(teamUpdate)
        .set({ postedOn: on })
        .where(
          and(own, eq(teamUpdate.teamId, team), sql`${teamUpdate.postedOn} is distinct from ${on}`),
        )
        .returning({ id: teamUpdate.teamId });
      return taken.length > 0;
    },
  };
}

const toDailyNote = ({ organisationId: _, ...row }: typeof dailyNote.$inferSelect): DailyNote => ({
  ...row,
  personId: row.personId as PersonId,
  on: localDate(row.on),
});

function toCheckin({ organisationId: _, ...row }: typeof checkin.$inferSelect): Checkin {
  return {
    ...row,
    id: row.id as CheckinId,
    personId: row.personId as PersonId,
    week: localDate(row.week),
    priorities: fromJson<Priority[]>(row.priorities),
    commits: fromJson<StoredCommit[]>(row.commits).map((each) => ({
      ...each,
      value: decimal(each.value),
    })),
  };
}

function toBlocker({ organisationId: _, seq: _seq, ...row }: typeof blocker.$inferSelect): Blocker {
  return {
    ...row,
    id: row.id as BlockerId,
    personId: row.personId as PersonId,
    checkinId: row.checkinId as CheckinId | null,
    talkOn: row.talkOn === null ? null : localDate(row.talkOn),
    byId: row.byId as PersonId | null,
    askedId: row.askedId as PersonId | null,
  };
}
