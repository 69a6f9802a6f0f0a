// The directory of an open platform of our own: who is in the company, in which department, and what of it the app may see.
import {
  done,
  refuse,
  type Asked,
  type FakeDepartment,
  type FakeLark,
  type FakeUser,
  type Reply,
} from "./company.ts";

/** What the routes below contact/v3 answer; null for every other route. */
export function createDirectory(fake: FakeLark): (asked: Asked, route: string) => Reply | null {
  function person(openId: string): Reply {
    const user = fake.users.get(openId);
    if (user === undefined || user.tenant !== undefined)
      return refuse(41050, "no user authority error");
    return done({ user: contactOf(user) });
  }

  /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/contact-v3/scope/list: of all members the first level, else what was chosen. */
  function scopes(asked: Asked): Reply {
    const tops =
      fake.departments.length === 0
        ? ["od-1"]
        : (fake.scope ??
          fake.departments.filter((each) => each.parent === null).map((each) => each.id));
    return paged(asked, tops, 100, (page) => ({
      department_ids: page,
      user_ids: [...fake.users.keys()],
      group_ids: [],
    }));
  }

  const isBelow = (id: string, top: string): boolean => {
    const { parent = null } = fake.departments.find((each) => each.id === id) ?? {};
    return parent !== null && (parent === top || isBelow(parent, top));
  };
  const inScope = (id: string): boolean =>
    id === "0"
      ? fake.scope === null
      : fake.departments.some((each) => each.id === id) &&
        (fake.scope === null || fake.scope.some((top) => top === id || isBelow(id, top)));
  const noDepartment = refuse(40004, "no dept authority error");
  const shownDepartment = (each: FakeDepartment): object => ({
    open_department_id: each.id,
    name: each.name,
    parent_department_id: each.parent ?? "0",
    leader_user_id: each.leader,
    status: { is_deleted: false },
  });

  /** …/contact-v3/department/get */
  function oneDepartment(id: string): Reply {
    const found = fake.departments.find((each) => each.id === id);
    return found !== undefined && inScope(id)
      ? done({ department: shownDepartment(found) })
      : noDepartment;
  }

  /** …/contact-v3/department/children: below the company itself only where everybody is in scope; all levels with fetch_child. */
  function children(asked: Asked, id: string): Reply {
    if (!inScope(id)) return noDepartment;
    const below = fake.departments.filter(
      (each) =>
        (each.parent ?? "0") === id ||
        (asked.query.get("fetch_child") === "true" && (id === "0" || isBelow(each.id, id))),
    );
    return paged(asked, below, 50, (page) => ({ items: page.map(shownDepartment) }));
  }

  /** …/contact-v3/user/find_by_department: who is filed there directly. */
  function peopleIn(asked: Asked): Reply {
    const id = asked.query.get("department_id") ?? "";
    if (!inScope(id)) return noDepartment;
    const direct = [...fake.users.values()].filter(
      (each) => each.departments?.includes(id) === true && each.tenant === undefined,
    );
    return paged(asked, direct, 50, (page) => ({ items: page.map(contactOf) }));
  }

  function paged<T>(
    asked: Asked,
    all: readonly T[],
    atMost: number,
    shown: (page: readonly T[]) => object,
  ): Reply {
    const size = Number(asked.query.get("page_size") ?? 10);
    if (size < 1 || size > atMost) return refuse(40001, "param error: page_size");
    const start = Number(asked.query.get("page_token") ?? 0);
    const more = start + size < all.length;
    return done({
      ...shown(all.slice(start, start + size)),
      has_more: more,
      ...(more ? { page_token: String(start + size) } : {}),
    });
  }

  function contactOf(user: FakeUser): object {
    return {
      open_id: user.openId,
      name: user.name,
      email: user.email ?? "",
      time_zone: user.zone,
      is_tenant_manager: user.admin ?? false,
      department_ids: user.departments ?? [],
      leader_user_id: user.leader ?? "",
      mobile: user.mobile,
      status: { is_resigned: user.resigned ?? false },
    };
  }

  return (asked, route) => {
    if (route === "GET /open-apis/contact/v3/scopes") return scopes(asked);
    if (route === "GET /open-apis/contact/v3/users/find_by_department") return peopleIn(asked);
    const department = /^GET \/open-apis\/contact\/v3\/departments\/([^/]+)(\/children)?$/.exec(
      route,
    );
    if (department)
      return department[2] === undefined
        ? oneDepartment(department[1]!)
        : children(asked, department[1]!);
    const user = /^GET \/open-apis\/contact\/v3\/users\/([^/]+)$/.exec(route);
    return user ? person(user[1]!) : null;
  };
}
