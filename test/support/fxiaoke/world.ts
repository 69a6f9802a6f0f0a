// What stands in a Fxiaoke 纷享销客 of our own: one enterprise with its people, objects, fields and rows, and what a test lets happen there.

export interface FxUser {
  /** The employee id with the headers ("1000"). */
  readonly id: string;
  /** The same person with the old body style. */
  readonly fsuid: string;
  name: string;
  /** "" where nobody wrote one down. */
  email: string;
  mobile: string;
  employeeNumber: string;
  isStop: boolean;
}

export interface FxField {
  readonly label: string;
  /** https://developer.fxiaoke.com/openapi_v2/ 字段值说明; count, formula and quote are computed. */
  readonly type:
    | "count"
    | "currency"
    | "date"
    | "date_time"
    | "employee"
    | "formula"
    | "number"
    | "object_reference"
    | "percentile"
    | "select_one"
    | "text"
    | "true_or_false";
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly is_active?: boolean;
}

/** As it is kept: money as exact text, instants in ms, a choice by its value, an owner by the employee id. */
export type FxValue = string | number | boolean | null;
export type FxRow = Readonly<Record<string, FxValue>> & { readonly _id: string };

export interface FxObject {
  readonly label: string;
  isActive: boolean;
  readonly fields: Record<string, FxField>;
  readonly rows: Map<string, FxRow>;
  /** What a change that waits for approval would make of a row. */
  readonly proposed: Map<string, Readonly<Record<string, FxValue>>>;
  /** What queries still say of a row that was just written. */
  readonly behind: Map<string, { readonly was: FxRow | null; readonly until: number }>;
}

export interface FxWorld {
  /** x-fs-ea. */
  readonly ea: string;
  readonly corpId: string;
  readonly users: Map<string, FxUser>;
  readonly objects: Map<string, FxObject>;
  /** Whose rows an employee sees; not in here: everybody's, as an administrator does. */
  readonly sees: Map<string, readonly string[]>;
  lagMs: number;
}

const lifeStatus: FxField = {
  label: "生命状态",
  type: "select_one",
  options: [
    { label: "未生效", value: "ineffective" },
    { label: "审核中", value: "under_review" },
    { label: "正常", value: "normal" },
    { label: "变更中", value: "in_change" },
    { label: "作废", value: "invalid" },
  ],
};

const common: Readonly<Record<string, FxField>> = {
  name: { label: "名称", type: "text" },
  owner: { label: "负责人", type: "employee" },
  account_id: { label: "客户名称", type: "object_reference" },
  life_status: lifeStatus,
  is_deleted: { label: "是否删除", type: "true_or_false" },
  create_time: { label: "创建时间", type: "date_time" },
  last_modified_time: { label: "最后修改时间", type: "date_time" },
  mc_currency: {
    label: "币种",
    type: "select_one",
    options: [
      { label: "CNY - 人民币", value: "CNY" },
      { label: "USD - 美元", value: "USD" },
    ],
  },
};

/** Names of fields: fxiaoke.apifox.cn api-12895760, -12896272, -12901184, and a tenant's schema of NewOpportunityObj (our notes, 3.3). */
const deal: Readonly<Record<string, FxField>> = {
  ...common,
  amount: { label: "商机金额", type: "currency" },
  probability: { label: "赢率", type: "percentile" },
  expected_amount: { label: "预测金额", type: "formula" },
  sales_stage: {
    label: "商机阶段",
    type: "select_one",
    options: [
      { label: "验证客户", value: "1" },
      { label: "方案报价", value: "3" },
      { label: "赢单", value: "5" },
      { label: "输单", value: "6" },
    ],
  },
  // Which value is which nobody has written down: an administrator says it.
  sales_status: {
    label: "阶段状态",
    type: "select_one",
    options: [
      { label: "进行中", value: "1" },
      { label: "赢单", value: "2" },
      { label: "输单", value: "3" },
      { label: "无效", value: "4" },
    ],
  },
  close_date: { label: "预计成交日期", type: "date" },
  stg_changed_time: { label: "阶段变更时间", type: "date_time" },
  last_followed_time: { label: "最后跟进时间", type: "date_time" },
};

const order: Readonly<Record<string, FxField>> = {
  ...common,
  order_amount: { label: "销售订单金额(元)", type: "currency" },
  order_time: { label: "下单日期", type: "date" },
  order_status: {
    label: "状态",
    type: "select_one",
    options: [
      { label: "已确认", value: "7" },
      { label: "已完结", value: "8" },
    ],
  },
};

/** payment_amount only counts its lines together: what was paid stands in OrderPaymentObj (our notes, 3.7). */
const payment: Readonly<Record<string, FxField>> = {
  ...common,
  payment_amount: { label: "本次回款金额", type: "count" },
  payment_time: { label: "回款日期", type: "date" },
};
const paymentLine: Readonly<Record<string, FxField>> = {
  ...common,
  payment_amount: { label: "本次回款金额(元)", type: "currency" },
  payment_time: { label: "回款日期", type: "date" },
};

const objectOf = (
  label: string,
  fields: Readonly<Record<string, FxField>>,
  isActive = true,
): FxObject => ({
  label,
  isActive,
  fields: { ...fields },
  rows: new Map(),
  proposed: new Map(),
  behind: new Map(),
});

/** An enterprise that sells by 商机2.0, with nobody but who reads it. */
export function fxWorld(ea = "xinghe2026"): FxWorld {
  return {
    ea,
    corpId: `FSCID_${ea}`,
    users: new Map([
      [
        "1000",
        {
          id: "1000",
          fsuid: "FSUID_1000",
          name: "数据专员",
          email: "",
          mobile: "+86-13900001000",
          employeeNumber: "",
          isStop: false,
        },
      ],
    ]),
    objects: new Map([
      ["AccountObj", objectOf("客户", common)],
      ["NewOpportunityObj", objectOf("商机2.0", deal)],
      ["OpportunityObj", objectOf("商机", deal, false)],
      ["SalesOrderObj", objectOf("销售订单", order)],
      ["PaymentObj", objectOf("回款", payment)],
      ["OrderPaymentObj", objectOf("回款明细", paymentLine)],
    ]),
    sees: new Map(),
    lagMs: 0,
  };
}

/** What the enterprise's own people do with its rows. */
export interface FxHands {
  put(object: string, row: FxRow): void;
  /** `quiet`: last_modified_time stays. */
  change(
    object: string,
    id: string,
    says: Readonly<Record<string, FxValue>>,
    quiet?: "quiet",
  ): void;
  /** 作废: to the bin, from where it can be taken back. */
  invalidate(object: string, id: string): void;
  recover(object: string, id: string): void;
  /** 删除, of what was voided: it is nowhere any more. */
  remove(object: string, id: string): void;
  /** A change that waits for approval: 变更中. */
  propose(object: string, id: string, says: Readonly<Record<string, FxValue>>): void;
  decide(object: string, id: string, approved: boolean): void;
}

export function fxHands(world: () => FxWorld, now: () => number): FxHands {
  const of = (object: string): FxObject => {
    const found = world().objects.get(object);
    if (found === undefined) throw new Error(`no object ${object}`);
    return found;
  };
  const rowOf = (object: string, id: string): FxRow => {
    const row = of(object).rows.get(id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return row;
  };
  const write = (object: string, id: string, row: FxRow | null): void => {
    const { rows, behind } = of(object);
    if (world().lagMs > 0)
      behind.set(id, { was: rows.get(id) ?? null, until: now() + world().lagMs });
    if (row === null) rows.delete(id);
    else rows.set(id, row);
  };
  const hands: FxHands = {
    put(object, row) {
      write(object, row._id, {
        life_status: "normal",
        is_deleted: false,
        create_time: now(),
        last_modified_time: now(),
        ...row,
      });
    },
    change(object, id, says, quiet) {
      const changed = quiet === undefined ? { last_modified_time: now() } : {};
      write(object, id, { ...rowOf(object, id), ...changed, ...says, _id: id });
    },
    invalidate: (object, id) =>
      hands.change(object, id, { life_status: "invalid", is_deleted: true }),
    recover: (object, id) => hands.change(object, id, { life_status: "normal", is_deleted: false }),
    remove(object, id) {
      if (rowOf(object, id)["life_status"] !== "invalid") throw new Error(`${id} is not void`);
      write(object, id, null);
    },
    propose(object, id, says) {
      of(object).proposed.set(id, says);
      hands.change(object, id, { life_status: "in_change" });
    },
    decide(object, id, approved) {
      const says = of(object).proposed.get(id) ?? {};
      of(object).proposed.delete(id);
      hands.change(object, id, { ...(approved ? says : {}), life_status: "normal" });
    },
  };
  return hands;
}
