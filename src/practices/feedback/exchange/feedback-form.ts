// The form in which feedback is written.
import { nameApart } from "#src/people/name-apart";
import { choiceField, form, longTextField, option, textField, type Form } from "#src/view/form";
import { saveFeedback } from "../actions.ts";
import type { Named } from "../feedback-card.ts";
import type { FeedbackMessages } from "../messages/en/index.ts";
import { kinds, longest, type FeedbackId, type Request, type Words } from "../model.ts";

export interface FormFor {
  /** Null: the form asks for whom. */
  readonly to: Named | null;
  /** Whom it may be for. */
  readonly people: readonly Named[];
  readonly request: Request | null;
  readonly draft: FeedbackId | null;
  readonly words: Partial<Words>;
}

export function feedbackForm(
  { to, people, request, draft, words }: FormFor,
  t: FeedbackMessages,
): Form {
  const forWhom = choiceField(
    "person",
    "to",
    t.toWhom(),
    nameApart(people).map(({ person, label }) => option(person.id, t.personIs(label))),
    { required: true },
  );
  return form({
    title: t.formTitle(to?.name ?? null),
    intro: request ? t.formAsked(request.fromName, request.about) : t.formIntro(),
    fields: [
      to ? undefined : forWhom,
      choiceField(
        "choice",
        "kind",
        t.kind(),
        kinds.map((each) => option(each, t.kindIs(each))),
        { required: true, initial: words.kind ?? "keep" },
      ),
      textField("situation", t.situation(), {
        required: true,
        hint: t.situationHint(),
        initial: words.situation,
        max: longest.situation,
      }),
      longTextField("behaviour", t.behaviour(), {
        required: true,
        hint: t.behaviourHint(),
        initial: words.behaviour,
        max: longest.behaviour,
      }),
      longTextField("impact", t.impact(), {
        required: true,
        hint: t.impactHint(),
        initial: words.impact,
        max: longest.impact,
      }),
      longTextField("next", t.next(), {
        hint: t.nextHint(),
        initial: words.next,
        max: longest.next,
      }),
      textField("question", t.question(), {
        hint: t.questionHint(),
        initial: words.question,
        max: longest.question,
      }),
    ],
    submit: t.send(),
    act: saveFeedback({ draft, to: to?.id ?? null, request: request?.id ?? null }),
    sees: t.sees(to?.name ?? null),
  });
}
