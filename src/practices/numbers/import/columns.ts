// Which column is what, by the words offices write above them. What nobody knows is left out; what two columns claim is asked.
import { foldTraditional } from "#src/language/fold-traditional";
import { normalise } from "#src/language/text";
import type { Cell } from "#src/ports/tables";

/** What a column may hold. An owner may be named in four ways; each row needs one of them. */
export const columnRoles = [
  "id",
  "day",
  "owner",
  "email",
  "mobile",
  "number",
  "amount",
  "currency",
  "outcome",
  "credit",
] as const;
export type ColumnRole = (typeof columnRoles)[number];
export const ownerRoles = ["email", "mobile", "number", "owner"] as const;

/** Column by role, counted from 0. */
export type Columns<Role extends string = ColumnRole> = Partial<Readonly<Record<Role, number>>>;

/** What offices write above each column that a kind of table may have. */
export type Vocabulary<Role extends string> = Readonly<Record<Role, readonly string[]>>;

export const factWords: Vocabulary<ColumnRole> = {
  id: [
    "id",
    "deal id",
    "order id",
    "record id",
    "external id",
    "order no",
    "order number",
    "invoice no",
    "invoice number",
    "contract no",
    "编号",
    "单号",
    "订单号",
    "订单编号",
    "销售订单编号",
    "合同号",
    "合同编号",
    "商机编号",
    "回款编号",
    "流水号",
    "发票号",
    "记录编号",
    "唯一标识",
  ],
  day: [
    "date",
    "day",
    "close date",
    "closing date",
    "closed on",
    "won date",
    "won on",
    "order date",
    "payment date",
    "paid on",
    "invoice date",
    "signed on",
    "日期",
    "时间",
    "成交日期",
    "成交时间",
    "签约日期",
    "签单日期",
    "下单日期",
    "下单时间",
    "订单日期",
    "回款日期",
    "回款时间",
    "到账日期",
    "赢单日期",
    "结单日期",
    "业务日期",
    "开票日期",
  ],
  owner: [
    "owner",
    "deal owner",
    "owner name",
    "account owner",
    "rep",
    "sales rep",
    "salesperson",
    "sales person",
    "sales",
    "seller",
    "name",
    "employee",
    "employee name",
    "负责人",
    "负责人姓名",
    "销售",
    "销售员",
    "销售人员",
    "销售代表",
    "销售顾问",
    "业务员",
    "客户经理",
    "归属人",
    "归属销售",
    "姓名",
    "员工",
    "员工姓名",
    "跟进人",
  ],
  email: [
    "email",
    "e-mail",
    "mail",
    "owner email",
    "email address",
    "邮箱",
    "电子邮箱",
    "邮件",
    "电子邮件",
    "电邮",
    "信箱",
    "负责人邮箱",
    "员工邮箱",
  ],
  mobile: [
    "mobile",
    "mobile no",
    "mobile number",
    "phone",
    "phone number",
    "手机",
    "手机号",
    "手机号码",
    "负责人手机",
    "联系电话",
  ],
  number: [
    "employee no",
    "employee number",
    "employee id",
    "staff no",
    "staff id",
    "工号",
    "员工工号",
    "员工编号",
    "员工号",
  ],
  amount: [
    "amount",
    "value",
    "revenue",
    "sales",
    "sales amount",
    "deal amount",
    "deal value",
    "order amount",
    "order value",
    "total",
    "total amount",
    "paid amount",
    "collected",
    "quantity",
    "qty",
    "count",
    "金额",
    "总金额",
    "成交金额",
    "成交额",
    "合同金额",
    "合同额",
    "订单金额",
    "销售额",
    "销售金额",
    "回款",
    "回款金额",
    "回款额",
    "到账金额",
    "收款金额",
    "业绩",
    "业绩金额",
    "数量",
    "个数",
    "台数",
  ],
  currency: ["currency", "currency code", "币种", "货币", "币别"],
  outcome: [
    "status",
    "stage",
    "outcome",
    "result",
    "deal stage",
    "order status",
    "状态",
    "阶段",
    "结果",
    "订单状态",
    "商机状态",
    "商机阶段",
    "销售阶段",
    "生命状态",
  ],
  credit: [
    "credit",
    "credit share",
    "share",
    "split",
    "分成",
    "分成比例",
    "业绩占比",
    "占比",
    "分摊比例",
  ],
};

/** 金额（万元） is the word 金额 and the unit 万元. */
const inBrackets = /[(（[【]([^)）\]】]*)[)）\]】]/gu;

export const headingOf = (cell: Cell): string =>
  typeof cell === "string"
    ? foldTraditional(normalise(cell))
        .replace(inBrackets, " ")
        .replace(/[*:：_]/gu, " ")
        .replace(/\s+/gu, " ")
        .trim()
        .toLowerCase()
    : "";

const rolesOf = <Role extends string>(heading: string, words: Vocabulary<Role>): readonly Role[] =>
  rolesIn(words).filter(
    (role) => words[role].includes(heading) || words[role].includes(heading.replaceAll(" ", "")),
  );

// A vocabulary has its own roles and no other key.
const rolesIn = <Role extends string>(words: Vocabulary<Role>): readonly Role[] =>
  Object.keys(words) as Role[];

export interface Proposed<Role extends string = ColumnRole> {
  readonly columns: Columns<Role>;
  /** What more than one column may be: which. */
  readonly unclear: ReadonlyMap<Role, readonly number[]>;
}

export const proposeColumns = (heading: readonly Cell[]): Proposed => columnsIn(heading, factWords);

export function columnsIn<Role extends string>(
  heading: readonly Cell[],
  words: Vocabulary<Role>,
): Proposed<Role> {
  const found = new Map<Role, number[]>();
  for (const [i, cell] of heading.entries())
    for (const role of rolesOf(headingOf(cell), words))
      found.set(role, [...(found.get(role) ?? []), i]);
  // A word that may be two things is the one that nothing else is: 销售 beside 负责人 is no owner, sales beside amount no amount.
  for (const role of rolesIn(words)) {
    const mine = found.get(role) ?? [];
    if (mine.length < 2) continue;
    const own = mine.filter((i) => rolesOf(headingOf(heading[i] ?? null), words).length === 1);
    if (own.length > 0) found.set(role, own);
  }
  const columns: Partial<Record<Role, number>> = {};
  const unclear = new Map<Role, readonly number[]>();
  for (const [role, mine] of found) {
    const free = mine.filter((i) => !Object.values(columns).includes(i));
    if (free.length > 1) unclear.set(role, free);
    if (free[0] !== undefined && free.length === 1) columns[role] = free[0];
  }
  return { columns, unclear };
}

/** How many different things a row of headings names: a row of figures names none. */
export function rolesNamed(row: readonly Cell[], words: Vocabulary<string> = factWords): number {
  return new Set(row.flatMap((cell) => rolesOf(headingOf(cell), words))).size;
}

const unitWords: readonly (readonly [RegExp, string])[] = [
  [/(?:单位\s*[:：]?\s*)?亿元?$/u, "100000000"],
  [/(?:单位\s*[:：]?\s*)?百万元?$|^(?:in )?(?:millions?|mn|mio)$/iu, "1000000"],
  [/(?:单位\s*[:：]?\s*)?万元?$/u, "10000"],
  [/(?:单位\s*[:：]?\s*)?千元?$|^(?:in )?thousands?$|^(?:[a-z]{3} ?)?k$/iu, "1000"],
];

/** The unit that a text says all figures are in, as a factor: 单位：万元, (万元), in thousands. Null where it says none. */
export function unitIn(text: string): string | null {
  const said = normalise(text).trim();
  const wholes = [said, ...[...said.matchAll(inBrackets)].map((each) => each[1]?.trim() ?? "")];
  const isTitle = /单位\s*[:：]|^unit\s*:/iu.test(said);
  for (const [pattern, factor] of unitWords)
    for (const [i, each] of wholes.entries())
      if (
        (i > 0 || isTitle || /^in /iu.test(each)) &&
        pattern.test(each.replace(/^unit\s*:\s*/iu, ""))
      )
        return factor;
  return null;
}
