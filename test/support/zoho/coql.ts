// A query of COQL as Zoho reads it, as far as this CRM of ours answers: columns, one module, conditions in pairs, order, limit and offset.
// https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html, …/COQL-Limitations.html
import { ZohoRefusal } from "./refusal.ts";

export type Condition =
  | {
      readonly kind: "both" | "either";
      readonly left: Condition;
      readonly right: Condition;
    }
  | {
      readonly kind: "is";
      readonly column: string;
      readonly operator: string;
      readonly values: readonly Value[];
    };

export interface Value {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Query {
  readonly columns: readonly { readonly column: string; readonly as: string }[];
  readonly module: string;
  readonly where: Condition;
  readonly order: readonly { readonly column: string; readonly down: boolean }[];
  readonly limit: number;
  readonly offset: number;
}

const token = /\s*(?:('(?:[^']|'')*')|([<>!]=|[=<>(),])|([\w$.!]+))/y;

interface Word {
  readonly text: string;
  readonly kind: "quoted" | "sign" | "word";
}

function wordsOf(query: string): Word[] {
  const words: Word[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < query.length && query.slice(token.lastIndex).trim() !== "") {
    const from = token.lastIndex;
    const found = token.exec(query);
    if (found === null)
      throw new ZohoRefusal("SYNTAX_ERROR", { near: query.slice(from, from + 20) });
    const [, quoted, sign, word] = found;
    if (quoted !== undefined)
      words.push({ kind: "quoted", text: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (sign !== undefined) words.push({ kind: "sign", text: sign });
    else words.push({ kind: "word", text: word ?? "" });
  }
  return words;
}

export function queryOf(query: string): Query {
  const words = wordsOf(query);
  let at = 0;
  let conditions = 0;

  const is = (word: string): boolean =>
    words[at]?.kind !== "quoted" && words[at]?.text.toLowerCase() === word;
  const take = (): Word => {
    const word = words[at];
    if (word === undefined) throw new ZohoRefusal("SYNTAX_ERROR", { near: "end of the query" });
    at += 1;
    return word;
  };
  const may = (word: string): boolean => {
    if (!is(word)) return false;
    at += 1;
    return true;
  };
  const must = (word: string): void => {
    if (!may(word)) throw new ZohoRefusal("SYNTAX_ERROR", { clause: word, near: words[at]?.text });
  };
  const nameTaken = (): string => {
    const word = take();
    if (word.kind !== "word") throw new ZohoRefusal("SYNTAX_ERROR", { near: word.text });
    return word.text;
  };
  const listOf = <T>(each: () => T): T[] => {
    const all = [each()];
    while (may(",")) all.push(each());
    return all;
  };
  const numberTaken = (): number => {
    const { text } = take();
    if (!/^\d+$/.test(text)) throw new ZohoRefusal("INVALID_DATA", { near: text });
    return Number(text);
  };

  /** Of more than two conditions each pair stands in brackets: at most one `and` or `or` on a level. */
  function conditionsOf(): Condition {
    const left = oneOf();
    if (!is("and") && !is("or")) return left;
    const kind = take().text.toLowerCase() === "and" ? "both" : "either";
    const right = oneOf();
    if (is("and") || is("or"))
      throw new ZohoRefusal("SYNTAX_ERROR", {
        clause: "where",
        reason: "more than two criteria without brackets",
      });
    return { kind, left, right };
  }

  function oneOf(): Condition {
    if (!may("(")) return comparison();
    const inside = conditionsOf();
    must(")");
    return inside;
  }

  function comparison(): Condition {
    conditions += 1;
    const column = nameTaken();
    if (may("is")) {
      const operator = may("not") ? "is not null" : "is null";
      must("null");
      return { kind: "is", column, operator, values: [] };
    }
    if (may("between")) {
      const low = valueTaken();
      must("and");
      return { kind: "is", column, operator: "between", values: [low, valueTaken()] };
    }
    const not = may("not") ? "not " : "";
    if (may("in")) {
      must("(");
      const values = listOf(valueTaken);
      must(")");
      // …/COQL-Limitations.html: in and not in, up to 50 values.
      if (values.length > 50) throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "in", limit: 50 });
      return { kind: "is", column, operator: `${not}in`, values };
    }
    if (may("like")) return { kind: "is", column, operator: `${not}like`, values: [valueTaken()] };
    const operator = take().text;
    if (!["=", "!=", "<", ">", "<=", ">="].includes(operator))
      throw new ZohoRefusal("SYNTAX_ERROR", { near: operator });
    return { kind: "is", column, operator, values: [valueTaken()] };
  }

  function valueTaken(): Value {
    const word = take();
    if (word.kind === "sign") throw new ZohoRefusal("SYNTAX_ERROR", { near: word.text });
    return { text: word.text, quoted: word.kind === "quoted" };
  }

  // "SELECT only": …/COQL-Limitations.html
  must("select");
  const columns = listOf(() => {
    const column = nameTaken();
    return { column, as: may("as") ? nameTaken() : column };
  });
  must("from");
  const module = nameTaken();
  must("where");
  const where = conditionsOf();
  let order: Query["order"] = [];
  if (may("order")) {
    must("by");
    order = listOf(() => {
      const column = nameTaken();
      const down = may("desc");
      if (!down) may("asc");
      return { column, down };
    });
  }
  let limit = 200;
  let offset = 0;
  if (may("limit")) {
    limit = numberTaken();
    if (may(",")) {
      offset = limit;
      limit = numberTaken();
    }
  }
  if (may("offset")) offset = numberTaken();
  if (at < words.length) throw new ZohoRefusal("SYNTAX_ERROR", { near: words[at]?.text });
  withinLimits({ columns, module, where, order, limit, offset }, conditions);
  return { columns, module, where, order, limit, offset };
}

/** …/COQL-Limitations.html and …/COQL-Overview.html */
function withinLimits(query: Query, conditions: number): void {
  if (query.limit === 0) throw new ZohoRefusal("INVALID_DATA", { clause: "limit" });
  if (query.limit > 2000) throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "limit", limit: 2000 });
  if (query.offset + query.limit > 100_000)
    throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "offset", limit: 100_000 });
  if (query.columns.length > 50)
    throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "select", limit: 50 });
  if (conditions > 25) throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "where", limit: 25 });
  if (query.order.length > 10)
    throw new ZohoRefusal("LIMIT_EXCEEDED", { clause: "order by", limit: 10 });
  const sorted = query.order.map(({ column }) => column);
  if (new Set(sorted).size < sorted.length)
    throw new ZohoRefusal("DUPLICATE_DATA", { clause: "order by" });
  const aliases = query.columns.flatMap(({ column, as }) => (column === as ? [] : [as]));
  if (new Set(aliases).size < aliases.length)
    throw new ZohoRefusal("DUPLICATE_ALIAS", { clause: "select" });
  if (aliases.some((alias) => !/^[A-Za-z]\w*$/.test(alias)))
    throw new ZohoRefusal("INVALID_ALIAS", { clause: "select" });
}
