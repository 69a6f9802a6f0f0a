// Two people who decide at the same moment about a blocker, a name or each other's rights, each in a process of their own.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { PersonId } from "#src/people/person";
import { solveBlocker, takeBlocker } from "#src/practices/checkins/actions";
import type { BlockerId } from "#src/practices/checkins/model";
import { saveValue } from "#src/practices/recognition/actions";
import { saveMetric, savePerson, saveTeam } from "#src/practices/setup/actions";
import { nobody } from "#src/practices/setup/setup-forms";
import { onPostgresOnly } from "#test/support/database/database";
import {
  account,
  chance,
  houses,
  twoHouses,
  query,
  idOf,
  told,
  lastTold,
  both,
  type Sent,
} from "./two-houses.ts";

onPostgresOnly("two who decide at once", () => {
  twoHouses();

  it("a blocker ended by the manager and by whoever said it: once", async () => {
    for (let round = 0; round < 8; round++) {
      await houses[0].bot.receive({
        kind: "said",
        dedupeKey: chance.id(),
        from: account("linxiao"),
        text: `卡住了 合同${round}`,
      });
      const blocker = (
        await query<{ id: BlockerId }>(sql`select id from blocker where state = 'open'`)
      )[0]!.id;
      const since = await lastTold();
      const answers = await both(
        round,
        ["linxiao", { kind: "pressed", ...solveBlocker({ blocker }) }],
        ["zhoulan", { kind: "pressed", ...takeBlocker({ blocker, at: "card" }) }],
      );
      const [row] = await query<{ state: string; by: string }>(
        sql`select b.state, p.name as by from blocker b join person p on p.id = b.by_id where b.id = ${blocker}::uuid`,
      );
      const loser = row!.by === "林晓" ? answers[1] : answers[0];
      expect(loser).toContain(row!.by);
      expect((await told("linxiao", since)).length).toBe(row!.state === "taken" ? 1 : 0);
    }
  }, 60_000);

  it("two admins who save the same name: one has it, the other is told that it is taken", async () => {
    await query(sql`update person set admin = true where id = ${await idOf("chenjing")}::uuid`);
    const metric = (nameEn: string, nameZh: string): Sent => ({
      kind: "submitted",
      ...saveMetric({ metric: null, kind: "count" }),
      values: {
        nameEn,
        nameZh,
        aliases: "",
        adds: "yes",
      },
    });
    for (let round = 0; round < 6; round++) {
      const team = {
        kind: "submitted",
        ...saveTeam({ team: null, place: null }),
        values: { name: `华南 ${round}`, manager: nobody },
      } as const;
      const teams = await both(round, ["zhoulan", team], ["chenjing", team]);
      expect(
        teams.filter((each) => each.includes("correct")),
        teams.join("\n"),
      ).toHaveLength(1);
      const metrics = await both(
        round,
        ["zhoulan", metric(`tastings ${round}`, `品鉴${round}`)],
        ["chenjing", metric(`tastings ${round}`, `试饮${round}`)],
      );
      expect(
        metrics.filter((each) => each.includes("correct")),
        metrics.join("\n"),
      ).toHaveLength(1);
      const value = {
        kind: "submitted",
        ...saveValue({ value: null }),
        values: { nameEn: `care ${round}`, nameZh: `用心${round}`, active: "yes" },
      } as const;
      const values = await both(round, ["zhoulan", value], ["chenjing", value]);
      expect(
        values.filter((each) => each.includes("correct")),
        values.join("\n"),
      ).toHaveLength(1);
    }
  }, 60_000);

  it("two admins who take each other's rights at once: one of them is left", async () => {
    for (let round = 0; round < 4; round++) {
      await query(
        sql`update person set admin = (id = ${await idOf("chenjing")}::uuid or id = ${await idOf("zhoulan")}::uuid)`,
      );
      const [one, other] = [await idOf("zhoulan"), await idOf("chenjing")];
      const without = (person: PersonId) =>
        ({
          kind: "submitted",
          ...savePerson({ person }),
          values: { team: nobody, manager: nobody, assistant: "no", admin: "no" },
        }) as const;
      await both(round, ["zhoulan", without(other)], ["chenjing", without(one)]);
      expect(await query(sql`select id from person where admin`)).toHaveLength(1);
    }
  }, 60_000);
});
