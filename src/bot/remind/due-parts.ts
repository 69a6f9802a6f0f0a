// The parts of one message: what is due for one person, or will be within the hour, and has something to say.
import type { Logger } from "#src/ports/process/logger";
import type { Came } from "#src/ports/delivery/nudges";
import type { Slot } from "#src/ports/delivery/schedule";
import type { Card } from "#src/view/card";
import type { ActContext, Contexts } from "../act/context.ts";
import type { Nudge } from "../declare/practice.ts";
import { isOn } from "../switches.ts";
import type { Declared, Registry } from "../declare/registry.ts";
import type { WhyItCame } from "./footer.ts";
import { cachedReads, type Answers } from "./cached-reads.ts";
import { mustWait, whyNot, type Availability, type Priority, type Wait } from "./rules.ts";

/** One message while it is composed, for one person, in one transaction. */
export interface Composing {
  readonly acting: ActContext;
  readonly now: Date;
  readonly who: Availability;
  /** The id of the delivery that says it, if there is anything to say. */
  readonly head: string;
  /** What came of each slot, written down as it is decided. */
  readonly came: Came[];
  /** What its parts asked, which write nothing. */
  readonly answers: Answers;
}

export interface DuePart {
  readonly slot: Slot;
  readonly priority: Priority;
  /** It spends nothing of the budget: somebody chose to have it, or to have it again at this time. */
  readonly chosen: boolean;
  /** Rules that say nothing more where this one stands. */
  readonly replaces: readonly string[];
  /** Its message is kept up to date. */
  readonly stands: boolean;
  readonly card: Card;
  readonly why: WhyItCame;
}

interface DuePorts {
  readonly registry: Registry;
  readonly contexts: Contexts;
  readonly logger: Logger;
}

export const cameOf = (
  { rule, subject, slotAt }: Slot,
  outcome: Came["outcome"],
  reason: Came["reason"],
): Came => ({ rule, subject, slotAt, outcome, reason });

export function createDueParts({ registry, contexts, logger }: DuePorts) {
  /**
   * What is due and has nothing to say is let pass with its reason; what is not due yet keeps its own time. `paused`: the person wants
   * none of it now.
   */
  return async function partsOf(
    due: readonly Slot[],
    composing: Composing,
  ): Promise<{ readonly parts: readonly DuePart[]; readonly paused: Wait | null }> {
    if (due.length === 0) return { parts: [], paused: null };
    const { acting, now, who, came } = composing;
    const choices = await acting.stores.nudges.choices(acting.person.id);
    const on = await isSwitchedOn(acting);
    const wait = mustWait(now, who, choices.pausedUntil);
    const parts: DuePart[] = [];
    for (const slot of due) {
      const nudge = registry.nudge(slot.rule);
      const isOff = nudge !== null && !isOn(nudge.practice, acting.organisation);
      const off = isOff ? "practice switched off" : null;
      const reason = on ? (off ?? whyNot(slot, now, choices, nudge !== null)) : "switched off";
      const part =
        reason === null && nudge
          ? await partOf(nudge, slot, composing)
          : (reason ?? "nothing to say");
      if (typeof part !== "string") parts.push(part);
      else if (slot.dueAt <= now) came.push(cameOf(slot, "let pass", part));
    }
    return { parts, paused: wait?.reason === "paused" ? wait : null };
  };

  /** In a savepoint: one rule that fails must not keep back everything else this person is to be told. */
  async function partOf(
    { practice, declaration }: Declared<Nudge<never, never>>,
    slot: Slot,
    { acting, now, answers }: Composing,
  ): Promise<DuePart | "nothing to say" | "failed"> {
    const { t } = contexts.at(practice, acting, now);
    try {
      const card = await acting.stores.attempt(async (stores) =>
        declaration.say(
          slot.subject,
          contexts.at(practice, { ...acting, stores: cachedReads(stores, answers) }, now),
        ),
      );
      if (card === null) return "nothing to say";
      return {
        slot,
        priority: declaration.priority,
        chosen: declaration.chosen ?? slot.snoozed ?? false,
        replaces: declaration.replacesInMessage ?? [],
        stands: declaration.stands ?? false,
        card,
        why: { line: declaration.why(t), label: declaration.label(t), rule: slot.rule },
      };
    } catch (error) {
      logger.error({ rule: slot.rule, person: acting.person.id, error }, "nudge failed");
      return "failed";
    }
  }
}

const isSwitchedOn = async ({ person, stores }: ActContext): Promise<boolean> =>
  person.leftOn === null && (await stores.plans.switchedOn(person.id)) !== null;
