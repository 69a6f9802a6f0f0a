// A button pressed before the page's own script has come is kept here, and pressed again by that script.
let early = null;
const keepEarly = (event) => {
  early = event.target.closest("button[data-press]");
};
document.addEventListener("click", keepEarly);

globalThis.takeEarly = () => {
  document.removeEventListener("click", keepEarly);
  return early;
};
