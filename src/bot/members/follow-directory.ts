// What practices keep up with in a company's own directory: looked at each night, and soon after the platform told of a change.
import type { OrganisationId, PersonId } from "#src/people/person";
import { departmentsOf } from "../act/directory-lookup.ts";
import { pick, type HandlerContext } from "../act/context.ts";
import type { ActParts } from "../act/receive.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { DirectoryQuestion, Follow, WorkspaceName } from "../declare/look-up.ts";
import type { AnyPractice } from "../declare/practice.ts";
import type { EachPerson } from "../each-person.ts";
import { isOn } from "../switches.ts";

export function createDirectoryFollowing(
  { registry, contexts, notifier, planner }: ActParts,
  ports: BotPorts,
  withEach: EachPerson,
) {
  const { stores, clock } = ports;
  const following = registry.practices.flatMap((practice) =>
    practice.follows === undefined ? [] : [{ practice, follows: practice.follows }],
  );

  async function followDirectories(organisation: OrganisationId): Promise<void> {
    for (const { practice, follows } of following) {
      const due = await stores.inOrganisation(organisation, (own) =>
        follows.due(pick(own, practice.stores), clock.now()),
      );
      for (const question of due) await ask(organisation, practice, follows, question);
    }
  }

  async function ask(
    organisation: OrganisationId,
    practice: AnyPractice,
    follows: Follow<never, HandlerContext>,
    question: DirectoryQuestion,
  ): Promise<void> {
    const answer = await departmentsOf(
      question.at,
      question.departments,
      stores,
      ports.chats ?? [],
    ).catch((error: unknown) => {
      ports.logger.warn({ organisation, error }, "directory not read");
      return { directory: "refused", why: "unheard" } as const;
    });
    await withEach(organisation, [question.as], "following the directory", async (acting) => {
      if (!isOn(practice, acting.organisation)) return;
      const now = clock.now();
      const { told, changes } = await follows.tend(
        question,
        answer,
        contexts.at(practice, acting, now),
      );
      const heard = await notifier.tell(told, "directory", acting);
      if (heard.length > 0) await acting.stores.acts.record(null, heard);
      await planAnew(changes, acting.stores, now);
    });
  }

  /** Whoever has another team or manager is reminded of other things, and so is whoever they went to. */
  async function planAnew(
    people: readonly PersonId[],
    own: Parameters<Parameters<EachPerson>[3]>[0]["stores"],
    now: Date,
  ): Promise<void> {
    const ids = [...new Set(people)];
    await own.plans.lock(ids);
    for (const id of ids) {
      const known = await own.people.acting(id);
      if (known !== null) await planner.plan({ ...known, stores: own }, now);
    }
  }

  /** The platform told of it: what is done by itself is done within the hour. */
  async function directoryChanged(at: WorkspaceName): Promise<void> {
    const known = await stores.routing.organisationAt(at);
    if (known === null) return;
    await stores.inOrganisation(known.organisation, async (own) => {
      for (const { practice, follows } of following)
        await follows.changed(at, pick(own, practice.stores), clock.now());
    });
  }

  return { followDirectories, directoryChanged };
}
