// What stands in a Zoho CRM of our own: one organisation with its people, modules, stages and rows, and what a test lets happen there.

export type ZohoType =
  | "bigint"
  | "currency"
  | "date"
  | "datetime"
  | "double"
  | "formula"
  | "integer"
  | "lookup"
  | "ownerlookup"
  | "picklist"
  | "text";

export interface ZohoField {
  readonly api_name: string;
  readonly field_label: string;
  readonly data_type: ZohoType;
  /** Stands in the description, and a query that names it is refused. */
  readonly notInQueries?: true;
}

export interface ZohoUser {
  readonly id: string;
  first_name: string | null;
  last_name: string;
  email: string | null;
  mobile: string | null;
  /** A deleted one is in no list but that of the deleted. */
  status: "active" | "disabled" | "deleted";
}

export interface ZohoStage {
  readonly id: string;
  /** What it is called now. */
  display: string;
  /** What it was called when it was made. */
  readonly actual: string;
  forecast: "Open" | "Closed Won" | "Closed Lost";
}

export interface ZohoPipeline {
  readonly id: string;
  readonly display: string;
  readonly layout: string;
  readonly stages: readonly string[];
}

/**
 * A row as it is kept: money as exact text, days as text, instants in ms, an owner and a stage by their ids.
 */
export type ZohoValue = string | number | null;
export type ZohoRow = Readonly<Record<string, ZohoValue>> & { readonly id: string };

export interface ZohoModule {
  readonly label: string;
  readonly fields: ZohoField[];
  readonly rows: Map<string, ZohoRow>;
  /** What queries still say of a row that was just written: their index is behind. */
  readonly behind: Map<string, { readonly was: ZohoRow | null; readonly until: number }>;
  readonly deleted: Map<
    string,
    { readonly row: ZohoRow; readonly at: number; type: "recycle" | "permanent" }
  >;
}

export interface ZohoWorld {
  readonly organisation: {
    readonly id: string;
    readonly zgid: string;
    readonly company_name: string;
    readonly iso_code: string;
    readonly time_zone: string;
  };
  /** "January" or "JANUARY": both are seen. */
  fiscalStart: string;
  readonly users: Map<string, ZohoUser>;
  readonly stages: Map<string, ZohoStage>;
  readonly pipelines: ZohoPipeline[];
  readonly layouts: { readonly id: string; readonly name: string }[];
  readonly modules: Map<string, ZohoModule>;
  /** As whom it is read. */
  reader: string;
  /** Whose rows the reader sees; null: everybody's. */
  sees: readonly string[] | null;
  /** How long queries stay behind what was written. */
  lagMs: number;
}

const common: readonly ZohoField[] = [
  { api_name: "id", field_label: "Record Id", data_type: "bigint" },
  { api_name: "Owner", field_label: "Owner", data_type: "ownerlookup" },
  { api_name: "Currency", field_label: "Currency", data_type: "picklist" },
  { api_name: "Exchange_Rate", field_label: "Exchange Rate", data_type: "double" },
  { api_name: "Created_Time", field_label: "Created Time", data_type: "datetime" },
  { api_name: "Modified_Time", field_label: "Modified Time", data_type: "datetime" },
];

/** Field names: https://github.com/zoho/zohocrm-nodejs-sdk-8.0 (field.js). */
const dealFields: readonly ZohoField[] = [
  ...common,
  { api_name: "Deal_Name", field_label: "Deal Name", data_type: "text" },
  { api_name: "Account_Name", field_label: "Account Name", data_type: "lookup" },
  { api_name: "Amount", field_label: "Amount", data_type: "currency" },
  { api_name: "Expected_Revenue", field_label: "Expected Revenue", data_type: "formula" },
  { api_name: "Stage", field_label: "Stage", data_type: "picklist" },
  { api_name: "Pipeline", field_label: "Pipeline", data_type: "picklist" },
  { api_name: "Probability", field_label: "Probability (%)", data_type: "integer" },
  { api_name: "Closing_Date", field_label: "Closing Date", data_type: "date" },
  { api_name: "Next_Step", field_label: "Next Step", data_type: "text" },
  { api_name: "Last_Activity_Time", field_label: "Last Activity Time", data_type: "datetime" },
  // Public logs of several tenants: described, and "column given seems to be invalid" where a query selects it.
  {
    api_name: "Stage_Modified_Time",
    field_label: "Stage Modified Time",
    data_type: "datetime",
    notInQueries: true,
  },
];

const orderFields: readonly ZohoField[] = [
  ...common,
  { api_name: "Subject", field_label: "Subject", data_type: "text" },
  { api_name: "SO_Number", field_label: "SO Number", data_type: "text" },
  { api_name: "Status", field_label: "Status", data_type: "picklist" },
  { api_name: "Grand_Total", field_label: "Grand Total", data_type: "currency" },
  { api_name: "Sub_Total", field_label: "Sub Total", data_type: "currency" },
  { api_name: "Due_Date", field_label: "Due Date", data_type: "date" },
];

const moduleOf = (label: string, fields: readonly ZohoField[]): ZohoModule => ({
  label,
  fields: [...fields],
  rows: new Map(),
  behind: new Map(),
  deleted: new Map(),
});

/** An organisation in Shanghai with one pipeline of five stages in Chinese and nobody but who reads it. Ids are beyond 2^53. */
export function zohoWorld(name = "星河销售", id = "554023000000000001"): ZohoWorld {
  const pre = id.slice(0, 6);
  const stages: readonly (readonly [string, ZohoStage["forecast"]])[] = [
    ["初步接触", "Open"],
    ["方案报价", "Open"],
    ["商务谈判", "Open"],
    ["成交", "Closed Won"],
    ["丢单", "Closed Lost"],
  ];
  const layout = `${pre}000000091023`;
  return {
    organisation: {
      id,
      zgid: id.slice(-8),
      company_name: name,
      iso_code: "CNY",
      time_zone: "Asia/Shanghai",
    },
    fiscalStart: "JANUARY",
    users: new Map([
      [
        `${pre}000000100001`,
        {
          id: `${pre}000000100001`,
          first_name: "数据",
          last_name: "专员",
          email: "reader@xinghe.example",
          mobile: null,
          status: "active",
        },
      ],
    ]),
    stages: new Map(
      stages.map(([display, forecast], at) => {
        const stage = `${pre}00000000680${at}`;
        return [stage, { id: stage, display, actual: display, forecast }];
      }),
    ),
    pipelines: [
      {
        id: `${pre}000000006900`,
        display: "标准销售流程",
        layout,
        stages: stages.map((_, at) => `${pre}00000000680${at}`),
      },
    ],
    layouts: [{ id: layout, name: "标准" }],
    modules: new Map([
      ["Deals", moduleOf("商机", dealFields)],
      ["Sales_Orders", moduleOf("销售订单", orderFields)],
    ]),
    reader: `${pre}000000100001`,
    sees: null,
    lagMs: 0,
  };
}

/** What the CRM's own people do with its rows; each is seen by queries once their index has it. */
export interface ZohoHands {
  put(module: string, row: ZohoRow): void;
  /** `quiet`: Modified_Time stays, as after an import or a rule nobody sees. */
  change(
    module: string,
    id: string,
    says: Readonly<Record<string, ZohoValue>>,
    quiet?: "quiet",
  ): void;
  /** To the recycle bin. */
  remove(module: string, id: string): void;
  /** Out of the bin too. */
  purge(module: string, id: string): void;
  /** Back from the bin; whether Modified_Time follows nobody has written down. */
  restore(module: string, id: string, quiet?: "quiet"): void;
}

export function zohoHands(world: () => ZohoWorld, now: () => number): ZohoHands {
  const of = (module: string): ZohoModule => {
    const found = world().modules.get(module);
    if (found === undefined) throw new Error(`no module ${module}`);
    return found;
  };
  const write = (module: string, id: string, row: ZohoRow | null): void => {
    const { rows, behind } = of(module);
    if (world().lagMs > 0)
      behind.set(id, { was: rows.get(id) ?? null, until: now() + world().lagMs });
    if (row === null) rows.delete(id);
    else rows.set(id, row);
  };
  const hands: ZohoHands = {
    put(module, row) {
      write(module, row.id, { Created_Time: now(), Modified_Time: now(), ...row });
    },
    change(module, id, says, quiet) {
      const was = of(module).rows.get(id);
      if (was === undefined) throw new Error(`no row ${id}`);
      write(module, id, {
        ...was,
        ...(quiet === undefined ? { Modified_Time: now() } : {}),
        ...says,
        id,
      });
    },
    remove(module, id) {
      const row = of(module).rows.get(id);
      if (row === undefined) throw new Error(`no row ${id}`);
      of(module).deleted.set(id, { row, at: now(), type: "recycle" });
      write(module, id, null);
    },
    purge(module, id) {
      if (of(module).rows.has(id)) hands.remove(module, id);
      const gone = of(module).deleted.get(id);
      if (gone !== undefined) gone.type = "permanent";
    },
    restore(module, id, quiet) {
      const gone = of(module).deleted.get(id);
      if (gone?.type !== "recycle") throw new Error(`${id} is not in the bin`);
      of(module).deleted.delete(id);
      write(module, id, quiet === undefined ? { ...gone.row, Modified_Time: now() } : gone.row);
    },
  };
  return hands;
}
