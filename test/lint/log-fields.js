// A rule for oxlint: what goes to the log is ids, codes and the error as it was caught. An error's own words are people's words sooner
// or later (a driver's quote the row, JSON.parse the text), so nobody takes them out of it on the way: `logger.error({ error }, "event")`.

const levels = new Set(["trace", "debug", "info", "warn", "error", "fatal"]);
const wordy = new Set(["stack", "message", "cause", "original", "detail", "parameters", "params"]);
const printing = new Set(["toString", "stringify", "inspect", "format"]);
const errorish =
  /^(?:e|ex|err|error|cause|reason|failure|failed|thrown|original|exception)$|(?:Error|Failure)$/;
const advice =
  "Hand the error on as it was caught, under `error`: the logger says what the log may have of it.";

/** `logger.warn(...)`, `slack.logger[level](...)`. */
function isLog({ callee }) {
  if (callee.type !== "MemberExpression") return false;
  const { object, property, computed } = callee;
  const isLogger =
    (object.type === "Identifier" && object.name === "logger") ||
    (object.type === "MemberExpression" && nameOf(object) === "logger");
  return isLogger && (computed || levels.has(property.name));
}

function nameOf({ property, computed }) {
  if (!computed) return property.name;
  return property.type === "Literal" ? String(property.value) : null;
}

/** Every node below, itself included. */
function* below(node) {
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (key === "parent") continue;
    for (const each of Array.isArray(value) ? value : [value])
      if (each && typeof each.type === "string") yield* below(each);
  }
}

/** The expression a constant of this file was given, so that a name of its own hides nothing. */
function initialOf(identifier, context) {
  for (let scope = context.sourceCode.getScope(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (!variable) continue;
    const [definition] = variable.defs;
    return definition?.type === "Variable" && definition.node.init
      ? { node: definition.node.init, taken: definition.node.id }
      : null;
  }
  return null;
}

const taking = ({ type, properties = [] }) =>
  type === "ObjectPattern" &&
  properties.some((each) => each.key?.type === "Identifier" && wordy.has(each.key.name));

function isPrinting({ callee }) {
  if (callee.type === "Identifier") return callee.name === "String" || printing.has(callee.name);
  return callee.type === "MemberExpression" && printing.has(nameOf(callee) ?? "");
}

/** What is put together with others to one text. */
function joinedIn(node) {
  if (node.type === "TemplateLiteral") return node.expressions;
  return node.type === "BinaryExpression" && node.operator === "+" ? [node.left, node.right] : [];
}

function isWords(node) {
  if (node.type === "MemberExpression") return wordy.has(nameOf(node) ?? "");
  if (node.type === "CallExpression") return isPrinting(node);
  return joinedIn(node).some((part) => part.type === "Identifier" && errorish.test(part.name));
}

/** Of a constant that a call gave, only what it was called on: what the call was told is another matter. */
function given(node) {
  if (node.type !== "CallExpression" || isPrinting(node)) return node;
  return node.callee.type === "MemberExpression" ? node.callee.object : null;
}

function wordsIn(node, context, seen = new Set()) {
  for (const each of below(node)) {
    if (isWords(each)) return each;
    if (each.type !== "Identifier" || seen.has(each.name)) continue;
    seen.add(each.name);
    const initial = initialOf(each, context);
    const from = initial && given(initial.node);
    if (initial && (taking(initial.taken) || (from && wordsIn(from, context, seen)))) return each;
  }
  return null;
}

const noWords = {
  create: (context) => ({
    CallExpression(call) {
      if (!isLog(call)) return;
      for (const argument of call.arguments) {
        const found = wordsIn(argument, context);
        if (found) context.report({ node: found, message: advice });
      }
    },
  }),
};

export default { meta: { name: "house" }, rules: { "no-words-in-log": noWords } };
