// A file with numbers: chosen with the field, or dropped anywhere on the page.

export function createFileField({ act }) {
  const field = document.getElementById("file");
  if (field === null) return;
  const holder = field.closest("label");

  async function send(file) {
    const body = new FormData();
    body.append("id", crypto.randomUUID());
    body.append("file", file);
    await act(holder, field.dataset.drop, body);
  }

  field.addEventListener("change", async () => {
    const [file] = field.files;
    if (file !== undefined) await send(file);
    field.value = "";
  });
  const brings = (event) => event.dataTransfer?.types.includes("Files") === true;
  document.addEventListener("dragover", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void send(file);
  });
}
