// What stories about feedback begin with.
import { playgroundOrganisation } from "#db/seed";
import type { PersonId } from "#src/people/person";
import type { FeedbackId } from "#src/practices/feedback/model";
import type { AllStores } from "#db/stores/index";
import { story } from "#test/support/story/story";

/** The centre a file's stories are told in, and what is read of its feedback. */
export function feedbackStory() {
  const system = story();
  const within = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
    system.stores.inOrganisation(playgroundOrganisation, work);
  const idOf = (name: string): Promise<PersonId> =>
    within(
      async ({ people }) => (await people.directory()).find((each) => each.name.includes(name))!.id,
    );
  const go = (iso: string) => system.leapTo(new Date(iso));
  /** 王磊 writes to 林晓; both are in their work hours. */
  async function written(): Promise<FeedbackId> {
    const giver = system.who("wanglei");
    await giver.says("反馈 @林晓");
    await giver.fills(well);
    await giver.sees("已发给林晓");
    const from = await idOf("王磊");
    const [found] = await within(({ feedback }) => feedback.readable(from, 5));
    return found!.id;
  }
  return { system, within, idOf, go, written };
}

export const well = {
  情境: "周二在仁济医院的拜访",
  行为: "等客户说完才接话",
  影响: "客户把预算也告诉我们了",
};
