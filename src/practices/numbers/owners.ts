// Names that an import brought and nobody is known under: an admin says who they are, and may take it back.
import { ask, committed, correct, replace, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { say } from "#src/bot/declare/actions";
import { foldCase } from "#src/language/text";
import { nameApart } from "#src/people/name-apart";
import type { Person } from "#src/people/person";
import { button, card } from "#src/view/card";
import { choiceField, form, option, type FormValues } from "#src/view/form";
import { saveWho } from "./actions.ts";
import type { NumberContext } from "./context.ts";
import type { SourceOwnerId, UnmatchedOwner } from "./model.ts";
import { linkedCard, unmatchedCard, type NamedSums } from "./numbers-card.ts";

const mostListed = 15;

export async function showUnmatchedOwners(
  _input: unknown,
  context: NumberContext,
): Promise<Answer> {
  const { numbers, setup } = context.stores;
  const metrics = await setup.metrics();
  const { locale } = context.person;
  const named = (await numbers.unmatched(mostListed)).map((owner): NamedSums => ({
    ...owner,
    named: owner.sums.flatMap(({ metric: id, currency, value }) => {
      const metric = metrics.find((each) => each.id === id);
      if (!metric || value.eq("0")) return [];
      const unit = currency === null ? metric.unit : { kind: "money" as const, currency };
      return [{ metric: locale === "zh" ? metric.nameZh : metric.nameEn, unit, value }];
    }),
  }));
  return show(unmatchedCard(named, context.t));
}

type Asked = { readonly owner: SourceOwnerId };

async function ownerOf(id: SourceOwnerId, { stores, house }: NumberContext) {
  const owner = await stores.numbers.owner(id);
  if (!owner) throw new Refusal(house.oldCard());
  return owner;
}

export async function askWhoItIs({ owner: id }: Asked, context: NumberContext): Promise<Answer> {
  const { t } = context;
  const owner = await ownerOf(id, context);
  const people = await context.stores.people.directory();
  // A name alone only proposes, and of two bearers of one name neither.
  const bearers = people.filter((each) => foldCase(each.name) === foldCase(owner.said));
  const proposed = bearers.length === 1 ? bearers[0] : undefined;
  return ask(
    form({
      title: t.formTitle(),
      intro: t.formIntro(owner.said, owner.facts),
      fields: [
        choiceField(
          "person",
          "person",
          t.formPerson(),
          nameApart(people).map(({ person, label }) => option(person.id, t.owner(label))),
          { initial: proposed?.id },
        ),
      ],
      submit: t.formSave(),
      act: saveWho({ owner: id }),
      sees: t.formSees(),
    }),
  );
}

export async function whoSaved(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: NumberContext,
): Promise<Answer> {
  const people = await context.stores.people.directory();
  const fields = readFields(values, context);
  const chosen = fields.chosen(
    "person",
    people.map((each) => each.id),
  );
  const person = people.find((each) => each.id === chosen);
  if (!person) return correct({ ...fields.errors, person: context.t.choose() });
  const owner = await ownerOf(payload.owner, context);
  await context.stores.numbers.link(owner.id, person.id, context.person.id, context.now);
  await recordLink("numbers.linked", person, owner, context);
  return committed(
    replace(linkedCard(owner, person.name, context.t)),
    told(owner, person, true, context),
  );
}

export async function takeOwnerBack({ owner: id }: Asked, context: NumberContext): Promise<Answer> {
  const owner = await ownerOf(id, context);
  if (owner.person === null) throw new Refusal(context.house.oldCard());
  await context.stores.numbers.link(id, null, context.person.id, context.now);
  const person = await context.stores.people.person(owner.person);
  if (person) await recordLink("numbers.unlinked", person, owner, context);
  return committed(
    replace(card({ title: context.t.unlinked(owner.said) })),
    person && told(owner, person, false, context),
  );
}

const recordLink = (
  act: "numbers.linked" | "numbers.unlinked",
  person: Person,
  { id }: UnmatchedOwner,
  { stores, person: by, now }: NumberContext,
): Promise<void> =>
  stores.audit.record({
    act,
    by: { person: by.id },
    about: person.id,
    at: now,
    detail: { owner: id },
  });

/** Whose numbers they are hears of it. */
const told = (owner: UnmatchedOwner, person: Person, isTheirs: boolean, context: NumberContext) =>
  person.id === context.person.id
    ? null
    : context.notify(person, `owner-${owner.id}-${context.now.getTime()}`, (t) =>
        card({
          title: isTheirs ? t.yoursNow(owner.said) : t.yoursNoMore(owner.said),
          buttons: [button(t.seeNumbers(), say({ text: "numbers" }))],
        }),
      );
