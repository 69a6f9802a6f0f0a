// Who is let in, and what an account brings: every way in, by table.
import { describe, expect, it } from "vitest";
import {
  adminBy,
  admit,
  type Admission,
  type AdminSource,
  type Asking,
  type Origin,
} from "#src/people/admission";
import type { OrganisationId } from "#src/people/person";
import type { Profile } from "#src/people/profile";

const ours = "ours" as OrganisationId;
const other = "other" as OrganisationId;

describe("a workspace", () => {
  const asking: Asking = { way: "link", belongsTo: null, covers: null, company: null };
  it.each<[string, Partial<Asking>, Admission]>([
    ["by a link where nobody is founds", {}, { admission: "founds", organisation: null }],
    [
      "named by the operator where nobody is founds",
      { way: "configured" },
      { admission: "founds", organisation: null },
    ],
    [
      "by a link to an organisation nobody came to founds that",
      { company: { id: ours, taken: false } },
      { admission: "founds", organisation: ours },
    ],
    [
      "by a link to an organisation somebody is in waits",
      { company: { id: ours, taken: true } },
      { admission: "waits", organisation: ours },
    ],
    [
      "named by the operator joins an organisation somebody is in",
      { way: "configured", company: { id: ours, taken: true } },
      { admission: "joins", organisation: ours },
    ],
    [
      "by a link for workspaces of an organisation waits for it",
      { covers: other },
      { admission: "waits", organisation: other },
    ],
    [
      "by a link for workspaces of another organisation waits for that one",
      { covers: other, company: { id: ours, taken: true } },
      { admission: "waits", organisation: other },
    ],
    [
      "named by the operator for workspaces of an organisation joins it",
      { way: "configured", covers: other },
      { admission: "joins", organisation: other },
    ],
    [
      "by a link where it was before stays",
      { belongsTo: other, company: { id: ours, taken: true } },
      { admission: "stays", organisation: other },
    ],
    [
      "named by the operator where it was before stays",
      { way: "configured", belongsTo: other, company: { id: ours, taken: true } },
      { admission: "stays", organisation: other },
    ],
  ])("%s", (_, change, admission) => {
    expect(admit({ ...asking, ...change })).toEqual(admission);
  });
});

describe("an account", () => {
  const profile: Profile = {
    name: "Eve",
    email: "eve@example.com",
    locale: null,
    zone: null,
    active: true,
    guest: false,
  };
  const installerMay = false;
  const founder: Origin = { installedBy: "U1", founded: true, way: "link", installerMay };
  const consented: Origin = { installedBy: "U1", founded: false, way: "link", installerMay };
  const agreed: Origin = { ...consented, installerMay: true };
  const configured: Origin = {
    installedBy: null,
    founded: false,
    way: "configured",
    installerMay,
  };
  const admins = ["eve@example.com"];
  it.each<
    [
      string,
      AdminSource | null,
      string,
      Partial<Profile>,
      Origin,
      readonly string[],
      AdminSource | null,
    ]
  >([
    ["that installed what began with it is an admin", null, "U1", {}, founder, [], "installation"],
    ["that installed what was let in later is none", null, "U1", {}, consented, [], null],
    [
      "that installed what was let in later is one where an admin agreed",
      null,
      "U1",
      {},
      agreed,
      [],
      "installation",
    ],
    [
      "that runs such a workspace is none by that, though its installer may set up",
      null,
      "U2",
      { admin: true },
      agreed,
      admins,
      null,
    ],
    [
      "that runs the workspace it began with is an admin",
      null,
      "U2",
      { admin: true },
      founder,
      [],
      "platform",
    ],
    [
      "that runs a workspace of the operator's is an admin",
      null,
      "U2",
      { admin: true },
      configured,
      [],
      "platform",
    ],
    [
      "that runs a workspace that was let in later is none",
      null,
      "U2",
      { admin: true },
      consented,
      [],
      null,
    ],
    [
      "with an address of ADMIN_EMAILS is an admin, however it is written",
      null,
      "U2",
      { email: "EVE@example.com" },
      configured,
      admins,
      "email",
    ],
    [
      "with such an address in a workspace that was let in later is none",
      null,
      "U2",
      {},
      consented,
      admins,
      null,
    ],
    [
      "that runs the workspace no more is none",
      "platform",
      "U2",
      { admin: false },
      founder,
      [],
      null,
    ],
    [
      "of which it is not told whether it runs the workspace is what it was",
      "platform",
      "U2",
      {},
      founder,
      [],
      "platform",
    ],
    [
      "of which no address is told is what it was",
      "email",
      "U2",
      { email: null },
      founder,
      [],
      "email",
    ],
    ["whose address is named no more is none", "email", "U2", {}, founder, [], null],
    [
      "that became a guest's is none, whoever installed it",
      "installation",
      "U1",
      { guest: true, admin: true },
      founder,
      admins,
      null,
    ],
    [
      "that was deactivated is none",
      "platform",
      "U2",
      { active: false, admin: true },
      founder,
      admins,
      null,
    ],
    [
      "that was an admin's in a workspace let in later is none with the next news of it",
      "platform",
      "U2",
      { admin: true },
      consented,
      admins,
      null,
    ],
  ])("%s", (_, before, user, told, at, named, by) => {
    expect(adminBy(before, user, { ...profile, ...told }, at, named)).toBe(by);
  });
});
