// The message box: Enter sends, Tab completes, the arrow brings back, Escape closes the list. Keys that belong to an
// input method (composing Chinese) are left alone.

import { createCompletions } from "./completions.js";

const mostRows = 6;

export function createComposer({ here, act, stream, bot }) {
  const form = document.getElementById("compose");
  if (form === null) return null;
  const box = document.getElementById("composer");
  const list = document.getElementById("completions");
  const button = form.querySelector("[type=submit]");
  const words = { verbs: [], names: [] };
  const completions = createCompletions({ box, list, words });
  const state = {
    back: 0,
    unsent: null,
    sending: Promise.resolve(),
  };

  async function learn() {
    const response = await fetch(`${here}/vocabulary`).catch(() => null);
    if (response?.ok) Object.assign(words, await response.json());
    // In a channel the bot is one of those who can be named.
    if (bot !== undefined) words.names = [bot, ...words.names];
  }

  function fill(text) {
    box.value = text;
    box.focus();
    box.setSelectionRange(text.length, text.length);
    grow();
    completions.suggest();
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

  // Bringing back

  function bringBack(step) {
    const said = [...(stream?.querySelectorAll(".mine .typed") ?? [])].map(
      (each) => each.textContent,
    );
    const back = Math.max(0, Math.min(said.length, state.back + step));
    if (back === state.back) return;
    state.back = back;
    fill(back === 0 ? "" : said[said.length - back]);
    completions.close();
  }

  function key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const open = completions.isOpen();
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (open && completions.isMoved()) completions.accept();
      else send();
    } else if (event.key === "Tab" && !event.shiftKey && open) {
      event.preventDefault();
      completions.accept();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      completions.close();
    } else if (event.key in steps && open) {
      event.preventDefault();
      completions.move(steps[event.key]);
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
    completions.suggest();
  });
  box.addEventListener("blur", completions.close);
  void learn();
  if (matchMedia("(hover: hover)").matches) box.focus();
  return { fill };
}
