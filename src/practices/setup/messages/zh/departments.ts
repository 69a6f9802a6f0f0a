// 从通讯录建团队。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { DepartmentMessages } from "../en/departments.ts";

export const departments = (f: Formatter): DepartmentMessages => ({
  fromDirectory: () => line`从通讯录建团队`,
  noDirectory: () => line`这里没有部门通讯录，请直接在这里加团队、选成员。`,
  directoryRefused: () =>
    line`暂时读不到公司的通讯录。请在应用后台检查通讯录权限和数据范围（发布新版本后才生效），或者先手动加团队。`,
  noDepartments: () => line`应用的通讯录数据范围里还没有部门。`,
  departmentsIntro: () => line`选一个部门看看。确认之前什么都不会保存。`,
  lookAt: () => line`看成员`,
  departmentTaken: () => line`已有同名团队`,
  departmentUnfollowed: () => line`已有同名团队，还没跟进部门变动；把成员再加一次就会跟进`,
  departmentsLeft: (count) => line`还有 ${String(count)} 个部门没有列出。`,
  nobodyComes: () => line`部门里没有可以加入的成员。`,
  theyCome: (names) => line`成员：${said(f.list(names))}`,
  newThere: (count) =>
    line`其中 ${String(count)} 位还没用过我，确认后就能在这里被提到，但不会收到消息。`,
  theyStay: (names) => line`已在别的团队，不会变动：${said(f.list(names))}`,
  nothingKept: () => line`还没有保存。确认后只记下姓名、邮箱、时区和所在团队。`,
  makeTeam: (name) => line`建${said(name)}团队`,
  addToTeam: (name) => line`加入${said(name)}`,
  otherDepartments: () => line`看别的部门`,
  teamMade: (name, people) => line`${said(name)}建好了，${String(people)} 位成员`,
  teamMadeMore: () => line`提醒还没开，选好试点团队后才会开始。`,
});
