// A form that is open in the demo: filled in by the labels of its fields, as somebody does who sees it.
import type { Field, FieldErrors, Form, FormValues } from "#src/view/form";
import { plainLine } from "#src/view/line";

export interface OpenForm {
  readonly form: Form;
  readonly values: Record<string, FormValues[string]>;
}

/** With what stands in it when it opens. */
export const opened = (form: Form): OpenForm => ({
  form,
  values: Object.fromEntries(form.fields.map((field) => [field.name, initialOf(field)])),
});

/** Values by label; of a choice, its label too. */
export function fillIn({ form, values }: OpenForm, typed: Readonly<Record<string, string>>): void {
  for (const [label, value] of Object.entries(typed)) {
    const field = fieldOf(form, label);
    const chosen =
      "options" in field
        ? field.options.find((each) => plainLine(each.label) === value)?.value
        : undefined;
    values[field.name] = chosen ?? value;
  }
}

/** What is wrong, by the labels people see. */
export const labelled = (form: Form | undefined, errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([name, line]) => [
      form ? plainLine(fieldOf(form, name).label) : name,
      line,
    ]),
  );

function fieldOf(form: Form, label: string): Field {
  const found = form.fields.find((each) => plainLine(each.label) === label || each.name === label);
  if (!found)
    throw new Error(
      `no field "${label}" in ${form.fields.map((each) => plainLine(each.label)).join(", ")}`,
    );
  return found;
}

function initialOf(field: Field): FormValues[string] {
  if (field.field === "yesNo") return field.initial ? "yes" : "no";
  return field.initial ?? (field.field === "choices" || field.field === "people" ? [] : "");
}
