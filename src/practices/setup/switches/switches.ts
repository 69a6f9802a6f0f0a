// Which practices people here work with: an admin switches one off or on. What it keeps stays, and is there again with it.
import { replan, replace, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { ListedSwitch } from "#src/bot/declare/product-guide";
import { foldCase } from "#src/language/text";
import type { Card } from "#src/view/card";
import { saved, type SetupContext } from "../context.ts";
import { switchesCard, type ShownSwitch } from "./switches-card.ts";

/** Whom one act plans anew itself; in a bigger organisation reminders come back when everybody is looked over, within a day. */
const mostAtOnce = 50;

export async function showSwitches(_input: unknown, context: SetupContext): Promise<Answer> {
  return replace(await cardNow(context));
}

/** `practices`, or a practice and whether it is to be on: `practices recognition off`, `功能开关 表扬 关`. */
export async function switchesSaid(
  { line }: { line: string },
  context: SetupContext,
): Promise<Answer> {
  if (line === "") return showSwitches({}, context);
  const wanted = readSwitch(line, context.guide().switches());
  if (!wanted) throw new Refusal(context.t.switchUnclear());
  if (wanted.on === null) return showSwitches({}, context);
  await context.stores.people.lockOrganisation();
  return turn(wanted.practice, wanted.on, context);
}

export async function switchPractice(
  { practice: name, on }: { practice: string; on: boolean },
  context: SetupContext,
): Promise<Answer> {
  const practice = context
    .guide()
    .switches()
    .find((each) => each.name === name);
  if (!practice) throw new Refusal(context.house.oldCard());
  return turn(practice, on, context);
}

async function turn(practice: ListedSwitch, on: boolean, context: SetupContext): Promise<Answer> {
  const { now, stores, person, t } = context;
  const called = practice.called[person.locale][0];
  const { practices } = await stores.people.organisation();
  if ((practices[practice.name]?.on ?? practice.on) === on)
    return toast(t.switchedAlready(called, on));
  await stores.people.switchPractice(practice.name, { on, at: now.toISOString() });
  await stores.audit.record({
    act: on ? "practice.on" : "practice.off",
    by: { person: person.id },
    about: null,
    at: now,
    detail: { practice: practice.name },
  });
  const organisation = await stores.people.organisation();
  const answer = await saved(
    replace(await cardNow({ ...context, organisation }, t.switchedNow(called, on))),
    context,
  );
  const everybody = (await stores.people.directory()).map((each) => each.id);
  return everybody.length > mostAtOnce ? answer : replan(answer, ...everybody);
}

async function cardNow(
  context: SetupContext,
  news?: ReturnType<SetupContext["t"]["switchedNow"]>,
): Promise<Card> {
  const { stores, person, organisation, t } = context;
  const last = await stores.audit.lastSwitches();
  const shown = context
    .guide()
    .switches()
    .map(async (each): Promise<ShownSwitch> => {
      const event = last.get(each.name);
      const by =
        event && typeof event.by !== "string" ? await stores.people.person(event.by.person) : null;
      return {
        name: each.name,
        called: each.called[person.locale][0],
        on: organisation.practices[each.name]?.on ?? each.on,
        last: event ? { at: event.at, by: by?.name ?? null } : null,
      };
    });
  return switchesCard(await Promise.all(shown), t, news);
}

const words = {
  on: ["on", "turn on", "switch on", "开", "打开", "开启", "启用"],
  off: ["off", "turn off", "switch off", "关", "关掉", "关闭", "停用"],
};

/** Null where no practice of ours is named. `on` is null where only a name was said. */
export function readSwitch(
  line: string,
  switches: readonly ListedSwitch[],
): { readonly practice: ListedSwitch; readonly on: boolean | null } | null {
  const asked = foldCase(line).replaceAll(/\s+/g, " ").trim();
  for (const practice of switches) {
    const names = [practice.name, ...practice.called.en, ...practice.called.zh].map(foldCase);
    for (const name of names.toSorted((a, b) => b.length - a.length)) {
      const rest = without(asked, name);
      if (rest === "") return { practice, on: null };
      if (rest !== null && words.on.includes(rest)) return { practice, on: true };
      if (rest !== null && words.off.includes(rest)) return { practice, on: false };
    }
  }
  return null;
}

/** What stands before or behind the name. */
function without(line: string, name: string): string | null {
  if (line.startsWith(name)) return line.slice(name.length).trim();
  return line.endsWith(name) ? line.slice(0, -name.length).trim() : null;
}
