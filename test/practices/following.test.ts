// What changed in a company's directory, against how it was and how it is here.
import { describe, expect, it } from "vitest";
import { newcomer } from "#src/bot/members/newcomer";
import type { Organisation, Person, PersonId, Team, TeamId } from "#src/people/person";
import { changesBetween, seenBut } from "#src/practices/setup/following/rules";
import type { FollowedDepartment, Seen } from "#src/practices/setup/model";

const organisation = {
  zone: "Asia/Shanghai",
  country: "CN",
  locale: "zh",
  workweek: null,
} as unknown as Organisation;
const east = "east" as TeamId;
const west = "west" as TeamId;
const south = "south" as TeamId;
const person = (name: string, teamId: TeamId | null, managerId: string | null): Person => ({
  ...newcomer(
    { name, email: null, locale: null, zone: null, active: true, guest: false },
    organisation,
    name as PersonId,
    teamId,
    false,
  ),
  managerId: managerId as PersonId | null,
});
const teams = (eastLed: string | null = "lan"): readonly Team[] => [
  { id: east, name: "East", managerId: eastLed as PersonId | null, switchedOnAt: null },
  { id: west, name: "West", managerId: "gu" as PersonId, switchedOnAt: null },
  { id: south, name: "South", managerId: "gu" as PersonId, switchedOnAt: null },
];
const everybody = [
  person("lan", null, null),
  person("gu", null, null),
  person("xiao", east, "lan"),
  person("wang", east, "lan"),
  person("ren", west, "gu"),
];
const ours = (change: readonly Person[] = [], eastLed: string | null = "lan") => ({
  teams: teams(eastLed),
  people: new Map(
    everybody.map((each) => [each.name, change.find(({ name }) => name === each.name) ?? each]),
  ),
});
const was: Readonly<Record<"e" | "w", Seen>> = {
  e: { leader: "lan", members: { xiao: null, wang: null } },
  w: { leader: "gu", members: { ren: null } },
};
const row = (department: "e" | "w"): FollowedDepartment => ({
  platform: "p",
  workspace: "w",
  department,
  teamId: department === "e" ? east : west,
  following: "ask",
  seen: was[department],
  proposal: null,
  proposed: null,
  dueAt: new Date(0),
});
const found = (now: Partial<typeof was>, here = ours()): readonly string[] =>
  changesBetween([row("e"), row("w")], new Map(Object.entries({ ...was, ...now })), here).map(
    (each) =>
      [
        each.what,
        each.account,
        each.team.name,
        ...("leader" in each ? [each.leader ?? "-"] : []),
        ...(each.byHand ? ["by hand"] : []),
      ].join(" "),
  );

describe("a change of the directory", () => {
  it.each<[string, Partial<typeof was>, ReturnType<typeof ours>, readonly string[]]>([
    ["that is none", {}, ours(), []],
    [
      "is somebody new, with their own manager",
      { e: { leader: "lan", members: { ...was.e.members, li: "gu" } } },
      ours(),
      ["comes li East gu"],
    ],
    [
      "is somebody in another department, in whichever order they are read",
      {
        e: { leader: "lan", members: { xiao: null } },
        w: { leader: "gu", members: { ren: null, wang: null } },
      },
      ours(),
      ["moves wang West -"],
    ],
    [
      "is nothing where an admin put them there already",
      {
        e: { leader: "lan", members: { xiao: null, wang: null, ren: null } },
        w: { leader: "gu", members: {} },
      },
      ours([person("ren", east, "lan")]),
      [],
    ],
    [
      "is asked about where an admin put them into a third team",
      {
        e: { leader: "lan", members: { xiao: null } },
        w: { leader: "gu", members: { ren: null, wang: null } },
      },
      ours([person("wang", south, "gu")]),
      ["moves wang West - by hand"],
    ],
    [
      "is somebody in neither",
      { e: { leader: "lan", members: { xiao: null } } },
      ours(),
      ["goes wang East"],
    ],
    [
      "is nothing where they are in another team here by hand",
      { e: { leader: "lan", members: { xiao: null } } },
      ours([person("wang", west, "gu")]),
      [],
    ],
    [
      "is another head, whose people follow without being named",
      { e: { ...was.e, leader: "gu" } },
      ours(),
      ["leads gu East"],
    ],
    [
      "of a head is asked about where an admin chose another one",
      { e: { ...was.e, leader: "gu" } },
      ours([], "ren"),
      ["leads gu East by hand"],
    ],
    ["is no vacancy: whoever led goes on", { e: { ...was.e, leader: null } }, ours(), []],
    [
      "is a member who leads now, and is none of those led",
      { e: { leader: "xiao", members: { xiao: null, wang: null } } },
      ours(),
      ["leads xiao East"],
    ],
    [
      "is a manager of one's own",
      { e: { leader: "lan", members: { xiao: null, wang: "xiao" } } },
      ours(),
      ["moves wang East xiao"],
    ],
    [
      "of a manager is asked about where an admin chose another one",
      { e: { leader: "lan", members: { xiao: null, wang: "xiao" } } },
      ours([person("wang", east, "ren")]),
      ["moves wang East xiao by hand"],
    ],
    [
      "is as it is here already",
      { e: { leader: "lan", members: { xiao: null, wang: "xiao" } } },
      ours([person("wang", east, "xiao")]),
      [],
    ],
  ])("%s", (_, now, here, changes) => {
    expect(found(now, here)).toEqual(changes);
  });

  it("concludes nothing of somebody's going while a department is not told of", () => {
    const now = new Map([["e", { leader: "lan", members: { xiao: null } }]]);
    expect(changesBetween([row("e"), row("w")], now, ours())).toEqual([]);
  });

  it("turned down is not found again, and what was left open is", () => {
    const now: Seen = { leader: "gu", members: { xiao: null, li: null } };
    const changes = changesBetween([row("e")], new Map([["e", now]]), ours());
    expect(changes.map((each) => each.what)).toEqual(["leads", "comes", "goes"]);
    expect(seenBut([], row("e"), now)).toEqual(now);
    const left = changes.filter((each) => each.what !== "comes");
    const seen = seenBut(left, row("e"), now);
    expect(seen).toEqual({ leader: "lan", members: { wang: null, xiao: null, li: null } });
    const again = changesBetween([{ ...row("e"), seen }], new Map([["e", now]]), ours());
    expect(again.map((each) => each.what)).toEqual(["leads", "goes"]);
  });
});
