// Everybody of the company, also who was stopped: the whole list comes at once, beside `data` instead of in it.
import { z } from "zod";
import type { CrmPage, CrmUser } from "#src/ports/crm";
import { shaped } from "../http/shape.ts";
import type { Calls } from "./api.ts";

const listed = z.looseObject({
  userList: z.array(
    z.looseObject({
      openUserId: z.string().min(1),
      name: z.string().nullish(),
      email: z.string().nullish(),
      mobile: z.string().nullish(),
      employeeNumber: z.string().nullish(),
      isStop: z.boolean().nullish(),
    }),
  ),
});

/** The whole company. */
const everybody = 999_999;

export async function readUsers(calls: Calls): Promise<CrmPage<CrmUser>> {
  const path = "/cgi/user/list";
  const { body, at } = await calls.ask({
    path,
    body: { departmentId: everybody, fetchChild: true, showDepartmentIdsDetail: true },
    about: null,
  });
  const rows = shaped(listed, body, path).userList.map((user) => ({
    id: user.openUserId,
    name: user.name ?? "",
    email: nonEmpty(user.email),
    mobile: nonEmpty(user.mobile),
    number: nonEmpty(user.employeeNumber),
    active: user.isStop !== true,
  }));
  return { rows, next: null, at };
}

const nonEmpty = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === "" ? null : text;
