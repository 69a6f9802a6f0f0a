// The list under the message box: verbs that begin like the line, names behind an @.

const mostSuggestions = 7;

/** `words`: the verbs and names there are, filled in when they are known. */
export function createCompletions({ box, list, words }) {
  const state = { chosen: -1, moved: false };

  function candidates() {
    const upTo = box.value.slice(0, box.selectionStart);
    const at = /[@＠]([^\s@＠]*)$/u.exec(upTo);
    if (at !== null)
      return words.names
        .filter((name) => starts(name, at[1]))
        .map((name) => ({ from: at.index, word: "@".concat(name), does: "" }));
    const start = upTo.slice(upTo.lastIndexOf("\n") + 1);
    if (start === "") return [];
    const verbs = words.verbs.filter(
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

  // Before the blur, which would close the list under the pointer.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item !== null) accept(item);
  });

  return {
    suggest,
    close,
    isOpen: () => !list.hidden,
    /** Whether one was chosen by the arrows, and not only offered. */
    isMoved: () => state.moved,
    accept: () => accept(list.children[state.chosen]),
    move(step) {
      state.moved = true;
      const count = list.children.length;
      choose((state.chosen + step + count) % count);
    },
  };
}

const starts = (word, part) => word.toLowerCase().startsWith(part.toLowerCase());
