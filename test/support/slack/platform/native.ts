// Slack's own charts and tables in a Slack of our own: what is refused in them, and what a person reads. platforms.md, "Slack blocks of 2026".
type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing =>
  typeof value === "object" && value !== null ? (value as Thing) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === "string" ? value : "");
const within = (text: unknown, most: number): boolean =>
  words(text).length >= 1 && words(text).length <= most;

export function nativeProblems(block: Thing): string[] {
  return block["type"] === "data_table" ? tableProblems(block) : chartProblems(block);
}

function chartProblems(block: Thing): string[] {
  const chart = thing(block["chart"]);
  const series = list(chart["series"]).map(thing);
  const axis = thing(chart["axis_config"]);
  const categories = list(axis["categories"]).map(words);
  const names = series.map(({ name }) => words(name));
  return [
    ...(within(block["title"], 50) ? [] : ["title of a chart"]),
    ...(["bar", "line", "area"].includes(words(chart["type"])) ? [] : ["kind of chart"]),
    ...(series.length < 1 || series.length > 6 ? [`${series.length} series`] : []),
    ...(new Set(names).size < names.length || names.some((name) => !within(name, 20))
      ? ["names of series"]
      : []),
    ...(categories.length < 1 || categories.length > 20 ? [`${categories.length} categories`] : []),
    ...(new Set(categories).size < categories.length || categories.some((each) => !within(each, 20))
      ? ["categories"]
      : []),
    ...(axis["y_label"] === undefined || within(axis["y_label"], 50) ? [] : ["y_label"]),
    ...series.flatMap(({ data }) => {
      const points = list(data).map(thing);
      return JSON.stringify(points.map(({ label }) => label)) === JSON.stringify(categories) &&
        points.every(({ value }) => Number.isFinite(value))
        ? []
        : ["one point for each category"];
    }),
  ];
}

function tableProblems(block: Thing): string[] {
  const rows = list(block["rows"]).map(list);
  const cells = rows.flat().map(thing);
  const length = cells.reduce((sum, { text }) => sum + words(text).length, 0);
  const page = block["page_size"];
  return [
    ...(words(block["caption"]) === "" ? ["a table without a caption"] : []),
    ...(rows.length < 2 || rows.length > 101 ? [`${rows.length} rows`] : []),
    ...(rows.some((row) => row.length !== rows[0]?.length) ? ["rows of unlike length"] : []),
    ...((rows[0]?.length ?? 0) > 20 ? ["over 20 columns"] : []),
    ...(length > 10_000 ? ["over 10,000 characters"] : []),
    ...(typeof page === "number" && page >= 1 && page <= 100 ? [] : ["page_size"]),
    ...(cells.every(({ type, text }) => type === "raw_text" && words(text) !== "")
      ? []
      : ["a cell without text"]),
  ];
}

/** Line by line; null for any other block. */
export function readNative(block: Thing): readonly string[] | null {
  if (block["type"] === "data_table")
    return list(block["rows"]).map((row) =>
      list(row)
        .map((cell) => words(thing(cell)["text"]))
        .join("  "),
    );
  if (block["type"] !== "data_visualization") return null;
  const chart = thing(block["chart"]);
  return [
    words(block["title"]),
    ...list(chart["series"])
      .map(thing)
      .map(
        ({ name, data }) =>
          `${words(name)}: ${list(data)
            .map(thing)
            .map(({ label, value }) => `${words(label)} ${String(value)}`)
            .join(", ")}`,
      ),
  ];
}
