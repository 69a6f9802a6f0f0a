// The message box: Enter sends, Tab completes, the arrow brings back, Escape closes the list. Keys that belong to an
// input method (composing Chinese) are left alone.

const mostSuggestions = 7;
const mostRows = 6;

export function createComposer({ here, act, stream, bot }) {
  const form = document.getElementById("compose");
  if (form === null) return null;
  const box = document.getElementById("composer");
  const list = document.getElementById("completions");
  const button = form.querySelector("[type=submit]");
  const state = {
    verbs: [],
    names: [],
    chosen: -1,
    moved: false,
    back: 0,
    unsent: null,
    sending: Promise.resolve(),
  };

  async function learn() {
    const response = await fetch(`${here}/vocabulary`).catch(() => null);
    if (response?.ok) Object.assign(state, await response.json());
    // In a channel the bot is one of those who can be named.
    if (bot !== undefined) state.names = [bot, ...state.names];
  }

  function fill(text) {
    box.value = text;
    box.focus();
    box.setSelectionRange(text.length, text.length);
    grow();
    suggest();
  }

  function grow() {
    box.rows = Math.min(mostRows, box.value.split("\n").length);
  }

  // Sending. One after the other, so that answers come in the order of what was said.

  function send() {
    const text = box.value;
    if (text.trim() === "") return box.focus();
    // What failed and is sent again unchanged keeps its name, so that it cannot arrive twice.
    const said = state.unsent?.text === text ? state.unsent : { text, id: crypto.randomUUID() };
    fill("");
    state.back = 0;
    state.sending = state.sending.then(async () => {
      const isSent = await act(button, form.action, said);
      state.unsent = isSent ? null : said;
      if (!isSent && box.value === "") fill(text);
    });
  }

  // Completing

  function candidates() {
    const upTo = box.value.slice(0, box.selectionStart);
    const at = /[@＠]([^\s@＠]*)$/u.exec(upTo);
    if (at !== null)
      return state.names
        .filter((name) => starts(name, at[1]))
        .map((name) => ({ from: at.index, word: "@".concat(name), does: "" }));
    const start = upTo.slice(upTo.lastIndexOf("\n") + 1);
    if (start === "") return [];
    const verbs = state.verbs.filter(
      (verb) => starts(verb.word, start) && verb.word.length > start.length,
    );
    const shownFirst = verbs.sort((a, b) => Number(b.shown) - Number(a.shown));
    return shownFirst.map((verb) => ({
      from: upTo.length - start.length,
      word: verb.word,
      does: verb.does,
    }));
  }

  function suggest() {
    const found = candidates().slice(0, mostSuggestions);
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    state.moved = false;
    choose(found.length === 0 ? -1 : 0);
  }

  function option(candidate, i) {
    const item = document.createElement("li");
    item.id = `completion-${i}`;
    item.role = "option";
    item.dataset.from = candidate.from;
    item.dataset.word = candidate.word;
    const word = document.createElement("b");
    word.textContent = candidate.word;
    const does = document.createElement("span");
    does.textContent = candidate.does;
    item.append(word, does);
    return item;
  }

  function choose(i) {
    state.chosen = i;
    for (const [j, item] of [...list.children].entries()) item.ariaSelected = String(j === i);
    if (i < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `completion-${i}`);
    list.children[i]?.scrollIntoView({ block: "nearest" });
  }

  function accept(item) {
    const after = box.value.slice(box.selectionStart);
    const before = `${box.value.slice(0, Number(item.dataset.from))}${item.dataset.word} `;
    box.value = before + after;
    box.focus();
    box.setSelectionRange(before.length, before.length);
    close();
  }

  function close() {
    list.hidden = true;
    choose(-1);
  }

  // Bringing back

  function bringBack(step) {
    const said = [...(stream?.querySelectorAll(".mine .typed") ?? [])].map(
      (each) => each.textContent,
    );
    const back = Math.max(0, Math.min(said.length, state.back + step));
    if (back === state.back) return;
    state.back = back;
    fill(back === 0 ? "" : said[said.length - back]);
    close();
  }

  function key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const open = !list.hidden;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (open && state.moved) accept(list.children[state.chosen]);
      else send();
    } else if (event.key === "Tab" && !event.shiftKey && open) {
      event.preventDefault();
      accept(list.children[state.chosen]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key in steps && open) {
      event.preventDefault();
      state.moved = true;
      const count = list.children.length;
      choose((state.chosen + steps[event.key] + count) % count);
    } else if (event.key in steps && (box.value === "" || state.back > 0)) {
      event.preventDefault();
      bringBack(-steps[event.key]);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener("keydown", key);
  box.addEventListener("input", () => {
    state.back = 0;
    grow();
    suggest();
  });
  box.addEventListener("blur", close);
  // Before the blur, which would close the list under the pointer.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item !== null) accept(item);
  });
  void learn();
  if (matchMedia("(hover: hover)").matches) box.focus();
  return { fill };
}

const starts = (word, part) => word.toLowerCase().startsWith(part.toLowerCase());
