// What has to be set in an app's console, in the order of its pages, from the declarations the adapter works by. Lark has no manifest to
// upload; permissions can be imported as JSON. Names of permissions: https://open.feishu.cn/document/server-docs/application-scope/scope-list
import { menuWords } from "../door/events.ts";
import { subscribed } from "../door/receive.ts";

/** Every permission with what it is for, zh and en. Nothing reads groups: the bot hears what is said to it. */
export const permissions: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "im:message:send_as_bot": ["回复和发通知", "answers and tells"],
  "im:message:update": [
    "更新自己发过的卡片，比如 +1 的人数",
    "changes its own cards, a +1's count for one",
  ],
  "im:message:readonly": [
    "网络中断后查一条消息发出去没有；也是收表情事件要的",
    "looks whether a message of its own arrived after a broken connection; needed for events of reactions too",
  ],
  "im:message.p2p_msg:readonly": [
    "读发给机器人的单聊消息",
    "hears what people write in its own chat with them",
  ],
  "im:message.group_at_msg:readonly": [
    "读群里 @机器人 的消息，其他群消息读不到",
    "hears what mentions it in a group, and nothing else there",
  ],
  "im:resource": [
    "读发给机器人的文件、把导出的文件发回单聊；不加的话，只能在网页上导入导出",
    "reads files dropped into its own chat and puts exports there; without it files go over the web page",
  ],
  "im:message.reactions:read": ["表扬下面点的赞算 +1", "counts a thumb under a shout-out as +1"],
  "im:chat:read": ["群名", "the name of a group it is in"],
  "im:chat.members:read": [
    "群里有谁：管理员按群建团队时",
    "who is in a group, when an admin makes a team of it",
  ],
  "im:chat.members:bot_access": [
    "机器人进群、出群的事件",
    "is told when it comes into a group or leaves it",
  ],
  "im:chat.access_event.bot_p2p_chat:read": [
    "有人打开机器人单聊的事件",
    "is told when somebody opens its chat",
  ],
  "contact:contact.base:readonly": ["通讯录接口本身要的", "asks the directory at all"],
  "contact:user.base:readonly": ["姓名", "names of who uses it"],
  "contact:user.email:readonly": [
    "按 ADMIN_EMAILS 认出管理员；跨平台绑定账号时提示",
    "recognises who may set things up (ADMIN_EMAILS), and proposes to link accounts",
  ],
  "contact:user.employee:readonly": [
    "时区、是否离职、是否企业管理员",
    "time zones, who has left, who runs the company's Lark",
  ],
  "contact:user.department:readonly": [
    "部门和直属主管：跟随通讯录的变动",
    "departments and direct managers: follows changes in the directory",
  ],
  "contact:department.base:readonly": [
    "部门名称：从通讯录建团队",
    "names of departments, for teams taken from the directory",
  ],
  "contact:department.organize:readonly": [
    "部门的上下级和负责人：建议团队的主管",
    "how departments stand, and who leads them: proposes a team's manager",
  ],
  "tenant:tenant:readonly": ["企业名称", "the company's name"],
};

/** Menu entries: what an entry shows, and the event key it sends. */
const menuNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  log: ["报数", "Log progress"],
  checkin: ["周报", "Check-in"],
  praise: ["表扬", "Praise"],
  home: ["首页", "Home"],
  help: ["帮助", "Help"],
};

export interface ConsoleSteps {
  readonly name: string;
  /** A store app is made elsewhere, and is told of the companies that install it. */
  readonly type: "self" | "store";
  readonly events: "webhook" | "socket";
  /** Where Lark reaches us; null while nobody said. */
  readonly url: string | null;
}

/** The permissions as the console's batch import takes them. */
export const permissionImport = (): string =>
  JSON.stringify({ scopes: { tenant: Object.keys(permissions), user: [] } }, null, 2);

const list = (names: readonly string[]): string => names.map((each) => `     ${each}`).join("\n");

/** Chinese names of pages stand beside the English ones, since both clouds show one or the other. */
export function consoleSteps({ name, type, events, url }: ConsoleSteps): string {
  const isStore = type === "store";
  const address = url ?? "https://<your address>/lark/events";
  const way =
    events === "socket"
      ? `     Subscription mode 订阅方式: long connection 使用长连接接收事件 (start the bot first: the console checks that it is connected)`
      : `     Encryption Strategy 加密策略: set an Encrypt Key; copy it and the Verification Token into LARK_ENCRYPT_KEY and LARK_VERIFICATION_TOKEN, start the bot\n     Subscription mode 订阅方式: send to developer's server 将事件发送至开发者服务器, request URL ${address}`;
  const scopes = Object.entries(permissions).map(
    ([scope, [zh, en]]) => `     ${scope.padEnd(42)} ${zh} · ${en}`,
  );
  const menu = Object.keys(menuWords).map(
    (key) => `     ${menuNames[key]?.[0] ?? key} · ${menuNames[key]?.[1] ?? key}: ${key}`,
  );
  return `${name}: the console of your app, page by page 开发者后台，按页面顺序
Feishu 飞书 https://open.feishu.cn/app · Lark https://open.larksuite.com/app

  1. ${isStore ? "Create Store App 创建商店应用" : "Create Custom App 创建企业自建应用"}
     name 名称: ${name}
  2. Credentials & Basic Info 凭证与基础信息
     copy App ID and App Secret into LARK_APP_ID and LARK_APP_SECRET (on Lark: LARK_DOMAIN=lark)${isStore ? "; set LARK_APP_TYPE=store and ORGANISATIONS=many" : ""}
  3. Add Features 添加应用能力 > Bot 机器人
     Custom menu 机器人自定义菜单, shown in the chat 悬浮菜单, each entry: push an event 推送事件, its event ID 事件 ID:
${menu.join("\n")}
  4. Permissions & Scopes 权限管理 > Batch import 批量导入, paste:
${permissionImport().replaceAll(/^/gm, "     ")}
     what each is for 用途:
${scopes.join("\n")}
     Data scope of contacts 通讯录权限范围: those who are to use the bot
  5. Events & Callbacks 事件与回调 > Event Configuration 事件配置
${way}
     Add events 添加事件:
${list([...subscribed.events, ...(isStore ? subscribed.store : [])])}${isStore ? "\n     app_ticket comes without being added 自动订阅，不用添加" : ""}
  6. Events & Callbacks 事件与回调 > Callback Configuration 回调配置 (a page of its own: without it every button shows 200340)
${events === "socket" ? "     long connection 使用长连接接收回调" : `     request URL ${address}`}
     Add callback 添加回调:
${list(subscribed.callbacks)}
  7. Version Management & Release 版本管理与发布
     ${isStore ? "create a version and publish it; the platform reviews it, and companies install it from the app directory" : "create a version, availability 可用范围: those who are to use the bot, publish; an admin of the company approves it"}
     whatever is changed above counts only after the next version is published
  8. npm run doctor`;
}
