// The company's departments and who is in them: asked only when an admin proposes teams from them, and nothing of it is kept here. Of each
// person only what the bot needs: no mobile, no job.
// https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list, …/department/children, …/department/get, …/user/find_by_department
import { z } from "zod";
import type { Department, FromDirectory, Member } from "#src/ports/chat/chat";
import type { Called } from "../send/api.ts";
import { appOf, type Lark, type LarkApp } from "../lark.ts";
import { contact, type Contact } from "../door/parse.ts";
import { profileOf } from "./people.ts";

const paged = { has_more: z.boolean().default(false), page_token: z.string().default("") };
const department = z.looseObject({
  open_department_id: z.string().min(1),
  name: z.string().max(300).default(""),
  leader_user_id: z.string().optional(),
  status: z.looseObject({ is_deleted: z.boolean().optional() }).optional(),
});
const scopes = z.looseObject({ department_ids: z.array(z.string()).default([]), ...paged });
const departments = z.looseObject({ items: z.array(department).default([]), ...paged });
const one = z.looseObject({ department });
const people = z.looseObject({ items: z.array(contact).default([]), ...paged });
const user = z.looseObject({ user: contact });

/** More than a sales centre has; whoever has more is shown the first. */
const most = { departments: 200, people: 500, leaders: 20 } as const;
const ids = { user_id_type: "open_id", department_id_type: "open_department_id" } as const;

class Refused extends Error {
  /** A code of Lark's, or what became of the call. */
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

export const departmentsOf = (
  lark: Lark,
  workspace: string,
): Promise<FromDirectory<readonly Department[]>> =>
  asking(lark, workspace, async (app) => {
    // All members in scope: the departments of the first level; else those that were chosen. Neither tells of what is below.
    const tops = await pages(
      app,
      "/open-apis/contact/v3/scopes",
      { ...ids, page_size: "100" },
      scopes,
      (page) => page.department_ids,
      most.departments,
    );
    const found: z.infer<typeof department>[] = [];
    for (const top of tops) {
      if (found.length >= most.departments) break;
      const path = pathOf(top);
      found.push((await get(app, path, ids, one)).department);
      found.push(
        ...(await pages(
          app,
          `${path}/children`,
          { ...ids, fetch_child: "true", page_size: "50" },
          departments,
          (page) => page.items,
          most.departments - found.length,
        )),
      );
    }
    return found.filter((each) => each.status?.is_deleted !== true).map(shown);
  });

export const departmentOf = (
  lark: Lark,
  workspace: string,
  id: string,
): Promise<
  FromDirectory<{ readonly department: Department; readonly members: readonly Member[] }>
> =>
  asking(lark, workspace, async (app) => {
    const found = shown((await get(app, pathOf(id), ids, one)).department);
    const direct = await pages(
      app,
      "/open-apis/contact/v3/users/find_by_department",
      { ...ids, department_id: id, page_size: "50" },
      people,
      (page) => page.items,
      most.people,
    );
    const isHere = new Set(direct.map((each) => each.open_id));
    const leaders = [found.leader, ...direct.map((each) => each.leader_user_id)];
    const away = [...new Set(leaders)].flatMap((each) => (each && !isHere.has(each) ? [each] : []));
    const elsewhere: Contact[] = [];
    for (const each of away.slice(0, most.leaders))
      elsewhere.push((await get(app, userPath(each), ids, user)).user);
    // Whoever has no name is not told of by the app's permissions, and could not be named.
    const members = [
      ...direct.map((each) => memberAs(each, app)),
      ...elsewhere.map((each) => ({ ...memberAs(each, app), elsewhere: true as const })),
    ].filter(({ profile }) => profile.active && profile.name !== "");
    return { department: found, members };
  });

/** Where nothing is told of their manager, nothing is concluded from that. */
const memberAs = (each: Contact, app: LarkApp): Member => ({
  user: each.open_id,
  profile: profileOf(each, app),
  ...(each.leader_user_id === undefined ? {} : { leader: each.leader_user_id || null }),
});

/** https://open.feishu.cn/document/server-docs/contact-v3/user/get */
export const memberOf = (
  lark: Lark,
  workspace: string,
  account: string,
): Promise<FromDirectory<Member>> =>
  asking(lark, workspace, async (app) => {
    const found = await get(app, userPath(account), ids, user);
    return { user: account, profile: profileOf(found.user, app) };
  });

const userPath = (account: string): string =>
  `/open-apis/contact/v3/users/${encodeURIComponent(account)}`;
const pathOf = (id: string): string =>
  `/open-apis/contact/v3/departments/${encodeURIComponent(id)}`;
const shown = (each: z.infer<typeof department>): Department => ({
  id: each.open_department_id,
  name: each.name,
  leader: each.leader_user_id ?? null,
});

export async function asking<T>(
  lark: Lark,
  workspace: string,
  work: (app: LarkApp) => Promise<T>,
): Promise<FromDirectory<T>> {
  const app = appOf(lark, workspace);
  if (app === null) return { directory: "none" };
  try {
    return { directory: "there", found: await work(app) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    lark.logger.warn({ app: app.appId, why: error.why }, "lark.directory_refused");
    return { directory: "refused", why: error.why };
  }
}

async function get<T>(
  app: LarkApp,
  path: string,
  query: Readonly<Record<string, string>>,
  schema: z.ZodType<T>,
): Promise<T> {
  const called = await app.api.call({ method: "GET", path, query });
  const read = called.called === "done" ? schema.safeParse(called.data) : null;
  if (read?.success !== true) throw new Refused(reasonOf(called));
  return read.data;
}

/** All that is there, page by page, up to so many. */
export async function pages<
  Page extends { readonly has_more: boolean; readonly page_token: string },
  Item,
>(
  app: LarkApp,
  path: string,
  query: Readonly<Record<string, string>>,
  schema: z.ZodType<Page>,
  itemsOf: (page: Page) => readonly Item[],
  atMost: number,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let token = "";
  while (all.length < atMost) {
    const page = await get(
      app,
      path,
      token === "" ? query : { ...query, page_token: token },
      schema,
    );
    all.push(...itemsOf(page));
    if (!page.has_more || page.page_token === "" || page.page_token === token) break;
    token = page.page_token;
  }
  return all.slice(0, atMost);
}

function reasonOf(called: Called): string {
  if (called.called === "refused") return String(called.code);
  return called.called === "done" ? "another answer" : called.called;
}
