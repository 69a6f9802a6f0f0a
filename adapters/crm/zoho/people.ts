// Everybody who has or had an account. A record's owner comes with the last name alone, so nobody is known by it: people are read here, by id.
// https://www.zoho.com/crm/developer/docs/api/v8/get-users.html
import { z } from "zod";
import type { CrmPage, CrmUser } from "#src/ports/crm";
import { shaped } from "../http/shape.ts";
import type { Calls } from "./api.ts";

const scope = "ZohoCRM.users.READ";
const pageRows = 200;

const users = z.looseObject({
  users: z
    .array(
      z.looseObject({
        id: z.string(),
        full_name: z.string().nullish(),
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
        email: z.string().nullish(),
        mobile: z.string().nullish(),
        phone: z.string().nullish(),
        status: z.string().nullish(),
      }),
    )
    .nullish(),
  info: z.looseObject({ more_records: z.boolean().nullish() }).nullish(),
});
type User = NonNullable<z.output<typeof users>["users"]>[number];

const nonEmpty = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === "" ? null : text;

const userOf = (user: User): CrmUser => ({
  id: user.id,
  name:
    nonEmpty(user.full_name) ??
    [user.first_name, user.last_name].filter((part) => nonEmpty(part) !== null).join(" "),
  email: nonEmpty(user.email),
  mobile: nonEmpty(user.mobile) ?? nonEmpty(user.phone),
  // Zoho's users have none.
  number: null,
  active: user.status === "active",
});

/** ActiveUsers would leave out who is gone and still owns what was won; whose account was deleted is in a list of their own. */
const lists = ["AllUsers", "DeletedUsers"] as const;

export async function readUsers(calls: Calls, page: string | null): Promise<CrmPage<CrmUser>> {
  const [, list = "0", number = "1"] = /^(\d) (\d+)$/.exec(page ?? "") ?? [];
  const type = lists[Number(list)] ?? lists[0];
  const answer = await calls.ask({
    path: "users",
    query: { type, page: number, per_page: String(pageRows) },
    scope,
  });
  const says = answer.body === undefined ? {} : shaped(users, answer.body, "users");
  const another = type === "DeletedUsers" ? null : "1 1";
  return {
    rows: (says.users ?? []).map(userOf),
    next: says.info?.more_records === true ? `${list} ${Number(number) + 1}` : another,
    at: answer.at,
  };
}

export async function readReader(calls: Calls): Promise<CrmUser | null> {
  const answer = await calls.ask({ path: "users", query: { type: "CurrentUser" }, scope });
  const user =
    answer.body === undefined ? undefined : shaped(users, answer.body, "users").users?.[0];
  return user === undefined ? null : userOf(user);
}
