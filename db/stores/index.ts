// All stores of one organisation, bound to one transaction; and the routing reads that find the organisation.
import type { ChatIdentity, OrganisationId, PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import { StoresBusy, StoresUnreached, type KernelStores, type Stores } from "#src/ports/stores";
import type { AccountStore } from "#src/practices/accounts/store";
import type { CheckinStore } from "#src/practices/checkins/store";
import type { DecisionStore } from "#src/practices/decisions/store";
import type { DealStore } from "#src/practices/deals/store";
import type { FeedbackPromptStore, FeedbackStore } from "#src/practices/feedback/store";
import type { GoalStore } from "#src/practices/goals/store";
import type { DropStore, FigureStore } from "#src/practices/numbers/api";
import type { NumberStore } from "#src/practices/numbers/store";
import type { TalkNoteStore, TalkStore } from "#src/practices/oneonones/store";
import type { HolidayStore } from "#src/practices/holidays/store";
import type { PersonalReminderStore } from "#src/practices/personal-reminders/store";
import type { PrivacyStore } from "#src/practices/privacy/store";
import type { RecognitionStore } from "#src/practices/recognition/store";
import type { SightStore } from "#src/practices/rights/store";
import type { SyncStore } from "#src/practices/sync/store";
import type { SetupStore } from "#src/practices/setup/store";
import { again, isBusy, isUnreached, send, settling, type Database, type Tx } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { and, eq } from "drizzle-orm";
import { chatIdentity, chatPlace, installation, organisation } from "../schema/kernel.ts";
import { createAccountStore } from "./accounts/accounts.ts";
import { createActStore } from "./delivery/handled-events.ts";
import { createAuditStore } from "./people/audit.ts";
import { createCheckinStore } from "./checkins.ts";
import { createDecisionStore } from "./decisions.ts";
import { createDealStore } from "./deals.ts";
import { createFeedbackStore } from "./feedback/feedback.ts";
import { createFeedbackPromptStore } from "./feedback/prompts.ts";
import { createGoalStore } from "./goals/goals.ts";
import { createHolidayStore } from "./holidays.ts";
import { createNudgeStore } from "./nudges/nudges.ts";
import { createPlanStore } from "./nudges/plans.ts";
import { createPeopleStore } from "./people/directory.ts";
import type { Touched } from "./people/rights.ts";
import { createPersonalReminderStore } from "./personal-reminders.ts";
import { createPrivacyStore } from "./privacy/privacy.ts";
import { createRecognitionStore } from "./recognition/recognition.ts";
import { createRequestStore, requests } from "./installations/installation-requests.ts";
import { createSetupStore } from "./setup.ts";
import { createSightStore } from "./people/sight.ts";
import { createSyncStore } from "./sync/sync.ts";
import { organisationsOfClosedPlaces, tryClosedPlaces } from "./delivery/stopped/closed-places.ts";
import { createFigureStore } from "./numbers/figures-out.ts";
import { createDropStore } from "./numbers/drops.ts";
import { createNumberStore } from "./numbers/numbers.ts";
import { createTalkNoteStore } from "./oneonones/notes.ts";
import { createTalkStore } from "./oneonones/talks.ts";
import { createPostStore } from "./delivery/posts.ts";
import { createRunningStore } from "./delivery/stopped/running.ts";
import { createVisitStore } from "./people/visits.ts";
import { reachedOf, stoppedSince } from "./delivery/stopped/disconnected.ts";

export interface AllStores extends KernelStores {
  readonly accounts: AccountStore;
  readonly checkins: CheckinStore;
  readonly decisions: DecisionStore;
  readonly deals: DealStore;
  readonly feedback: FeedbackStore;
  readonly feedbackPrompts: FeedbackPromptStore;
  readonly goals: GoalStore;
  readonly holidays: HolidayStore;
  readonly numbers: NumberStore;
  readonly drops: DropStore;
  readonly figures: FigureStore;
  readonly personalReminders: PersonalReminderStore;
  readonly privacy: PrivacyStore;
  readonly setup: SetupStore;
  readonly recognition: RecognitionStore;
  readonly sight: SightStore;
  readonly sync: SyncStore;
  readonly talks: TalkStore;
  readonly talkNotes: TalkNoteStore;
}

const whoIs = `select c.organisation_id as organisation, c.person_id as person, coalesce(c.last_used_at > clock_timestamp() - interval '15 minutes', false)
    and not exists (select from chat_identity o where o.person_id = c.person_id and o.last_used_at > c.last_used_at) and c.stopped_at is null as "inUse", c.barred_at is not null as barred,
    not exists (select from chat_identity o where o.person_id = c.person_id and o.last_used_at is not null) as "isNew"
  from chat_identity c where c.platform = $1 and c.workspace = $2 and c."user" = $3`;

// Within one destination only, since a platform's names of messages are unique only there.
const deliveryAt =
  "select coalesce(edits, id) as id from outbox_head where destination = $1::uuid and state = 'sent' and message_id = $2 order by seq limit 1";

const deliveryNamed =
  "select coalesce(edits, id) as id from outbox_head where organisation_id = $1::uuid and message_id = $2 and standing and state = 'sent' order by seq limit 1";

const noWork = { file: () => {}, source: () => {} };

function storesOn(
  tx: Tx,
  id: OrganisationId,
  told: () => void,
  touched: Touched = { rights: false },
  work: { readonly file: () => void; readonly source: () => void } = noWork,
): AllStores {
  return {
    acts: createActStore(tx, id, told),
    people: createPeopleStore(tx, id, touched),
    plans: createPlanStore(tx, id),
    posts: createPostStore(tx, id),
    decisions: createDecisionStore(tx, id),
    nudges: createNudgeStore(tx, id),
    audit: createAuditStore(tx, id),
    requests: createRequestStore(tx, id),
    running: createRunningStore(tx, id),
    visits: createVisitStore(tx, id),
    accounts: createAccountStore(tx, id, touched),
    checkins: createCheckinStore(tx, id),
    deals: createDealStore(tx, id),
    feedback: createFeedbackStore(tx, id),
    feedbackPrompts: createFeedbackPromptStore(tx, id),
    goals: createGoalStore(tx, id),
    holidays: createHolidayStore(tx, id),
    numbers: createNumberStore(tx, id),
    drops: createDropStore(tx, id, work.file),
    figures: createFigureStore(tx, id),
    personalReminders: createPersonalReminderStore(tx, id),
    privacy: createPrivacyStore(tx, id, work.file),
    setup: createSetupStore(tx, id),
    recognition: createRecognitionStore(tx, id),
    sight: createSightStore(tx, id),
    sync: createSyncStore(tx, id, work.source),
    talks: createTalkStore(tx, id),
    talkNotes: createTalkNoteStore(tx, id),
    // A savepoint, and stores that write in it: postgres.js counts a statement's error against the transaction it was sent in.
    attempt: (done) =>
      tx.transaction(settling((inner) => done(storesOn(inner, id, told, touched, work)))),
  };
}

/** Account by account, each with one act to look for, or those that a press of its question began: an act's key begins with its person. */
const saidBy = `select c."user" from chat_identity c where c.platform = $1 and c.workspace = $2 and (
    exists (select from act a where a.organisation_id = c.organisation_id and a.key = c.person_id::text || ':' || $3)
    or exists (select from act a where a.organisation_id = c.organisation_id and a.begun_by = c.person_id::text || ':' || $3)
  ) limit 1`;

/** `accountName`, as the database says it. */
const accountNamed =
  "select platform, workspace, \"user\" from chat_identity where person_id = $1::uuid and platform || ' ' || workspace || ' ' || \"user\" = $2";

/** Whoever acts with an account is reached by it again, whatever their platform said before. */
const markUsed =
  'update chat_identity set last_used_at = clock_timestamp(), stopped_at = null where platform = $1 and workspace = $2 and "user" = $3';

/** What the core makes of an error by its kind, and not by a database's code. */
function explain(cause: unknown): never {
  if (isBusy(cause)) throw new StoresBusy("others hold what is needed", { cause });
  throw isUnreached(cause) ? new StoresUnreached("the database went away", { cause }) : cause;
}

/** Two acts that wait for each other: the database ends one, of which nothing is left, and it is done again. */
function working(
  database: Database,
  delivered: () => void,
  dropped: (organisation: OrganisationId) => void,
  asked: (organisation: OrganisationId) => void,
): Stores<AllStores>["inOrganisation"] {
  return async (id, work, pace) => {
    const left = { word: false, file: false, source: false };
    const stores = (tx: Tx): AllStores =>
      storesOn(
        tx,
        id,
        () => void (left.word = true),
        { rights: false },
        { file: () => void (left.file = true), source: () => void (left.source = true) },
      );
    const result = await again(() =>
      inOrganisation(database, id, (tx) => work(stores(tx)), pace),
    ).catch(explain);
    if (left.word) delivered();
    if (left.file) dropped(id);
    if (left.source) asked(id);
    return result;
  };
}

/** `delivered`: called after a commit that wrote something to be delivered; `dropped`, `asked`: after one that left something to do with a file, or a source. */
export function createStores(
  database: Database,
  delivered: () => void = () => {},
  dropped: (organisation: OrganisationId) => void = () => {},
  asked: (organisation: OrganisationId) => void = () => {},
): Stores<AllStores> {
  return {
    inOrganisation: working(database, delivered, dropped, asked),
    routing: {
      stoppedLately: () => stoppedSince(database, "1 day"),
      async tryClosedPlaces() {
        if (await tryClosedPlaces(database)) delivered();
        return organisationsOfClosedPlaces(database);
      },
      reached: (people) => reachedOf(database, people),
      requests: () => requests(database),
      async organisations() {
        return (await database.db.select().from(organisation)).map(
          (each) => each.id as OrganisationId,
        );
      },
      async organisationAt({ platform, workspace }) {
        const [found] = await database.db
          .select({
            organisation: installation.organisationId,
            installedBy: installation.installedBy,
            founded: installation.founded,
            installerMay: installation.installerMay,
            way: installation.way,
          })
          .from(installation)
          .where(and(eq(installation.platform, platform), eq(installation.workspace, workspace)));
        return found ? { ...found, organisation: found.organisation as OrganisationId } : null;
      },
      async whichPlace({ platform, workspace, channel }) {
        const [found] = await database.db
          .select({ id: chatPlace.placeId })
          .from(chatPlace)
          .where(
            and(
              eq(chatPlace.platform, platform),
              eq(chatPlace.workspace, workspace),
              eq(chatPlace.channel, channel),
            ),
          );
        return found ? (found.id as PlaceId) : null;
      },
      async whereIs(organisationId, place) {
        const [found] = await database.db
          .select({
            platform: chatPlace.platform,
            workspace: chatPlace.workspace,
            channel: chatPlace.channel,
          })
          .from(chatPlace)
          .where(and(eq(chatPlace.organisationId, organisationId), eq(chatPlace.placeId, place)));
        return found ?? null;
      },
      async deliveryAt(where, messageId) {
        const [found] = await send<{ id: string }>(database.db, deliveryAt, [where, messageId]);
        return found?.id ?? null;
      },
      async deliveryNamed(organisationId, messageId) {
        const [found] = await send<{ id: string }>(database.db, deliveryNamed, [
          organisationId,
          messageId,
        ]);
        return found?.id ?? null;
      },
      async saidBy({ platform, workspace }, dedupeKey) {
        const asked = [platform, workspace, dedupeKey];
        const [found] = await send<{ user: string }>(database.db, saidBy, asked);
        return found ? { platform, workspace, user: found.user } : null;
      },
      async accountOf(person, platform) {
        const [found] = await database.db
          .select()
          .from(chatIdentity)
          .where(and(eq(chatIdentity.personId, person), eq(chatIdentity.platform, platform)));
        return found ? { platform, workspace: found.workspace, user: found.user } : null;
      },
      async accountNamed(person, account) {
        const [found] = await send<ChatIdentity>(database.db, accountNamed, [
          person,
          account,
        ]).catch(explain);
        return found ?? null;
      },
      async used({ platform, workspace, user }) {
        await send(database.db, markUsed, [platform, workspace, user]).catch(explain);
      },
      async whoIs({ platform, workspace, user }) {
        const [found] = await send<{
          organisation: OrganisationId;
          person: PersonId;
          inUse: boolean;
          barred: boolean;
          isNew: boolean;
        }>(database.db, whoIs, [platform, workspace, user]).catch(explain);
        return found ?? null;
      },
    },
  };
}
