// Who decides about such requests: an admin names somebody, and takes it back.
import { committed, show, type Answer } from "#src/bot/declare/answer";
import type { Person } from "#src/people/person";
import { card } from "#src/view/card";
import type { PrivacyContext } from "../context.ts";

export async function nameOfficer(
  { person: named }: { readonly person: Person | null },
  context: PrivacyContext,
): Promise<Answer> {
  const { stores, person, now, t } = context;
  const before = await stores.privacy.officer();
  if (named === null) {
    const known = before === null ? null : await stores.people.person(before);
    return show(card({ title: t.officerIs(known?.name ?? null), sees: t.onlyYou() }));
  }
  const isOver = before === named.id;
  const replaced = before === null || isOver ? null : await stores.people.person(before);
  await stores.privacy.nameOfficer(isOver ? null : named.id, person.id, now);
  await stores.audit.record({
    act: "officer.named",
    by: { person: person.id },
    about: named.id,
    at: now,
    detail: { is: isOver ? "no" : "yes" },
  });
  return committed(
    show(card({ title: isOver ? t.officerNoMore(named.name) : t.officerNow(named.name) })),
    {
      ...context.notify(named, `officer-${now.toISOString()}`, (their) =>
        card({ title: isOver ? their.youAreOfficerNoMore() : their.youAreOfficer(person.name) }),
      ),
      asks: true,
    },
    replaced?.leftOn === null
      ? context.notify(replaced, `officer-over-${now.toISOString()}`, (their) =>
          card({ title: their.youAreOfficerNoMore() }),
        )
      : null,
  );
}
