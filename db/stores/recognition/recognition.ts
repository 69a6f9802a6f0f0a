// Shout-outs, wins and points of one organisation.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Value, ValueId } from "#src/practices/recognition/model";
import type { RecognitionStore } from "#src/practices/recognition/store";
import type { Tx } from "../../client.ts";
import {
  recognitionRules,
  recognitionValue,
  recognitionWish,
} from "../../schema/practices/recognition.ts";
import { cheering, giving } from "./giving.ts";
import { pointsOf } from "./points.ts";
import { praisedPeople } from "./praised-people.ts";
import { shouts } from "./shouts.ts";

export function createRecognitionStore(tx: Tx, organisationId: string): RecognitionStore {
  return {
    ...shouts(tx, organisationId),
    ...giving(tx, organisationId),
    ...cheering(tx, organisationId),
    ...praisedPeople(tx, organisationId),
    ...rules(tx, organisationId),
    ...wishes(tx, organisationId),
    ...pointsOf(tx, organisationId),
  };
}

/** What the organisation set: its values, and how praise goes. */
function rules(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "values" | "saveValue" | "rules" | "saveRules"> {
  return {
    async values() {
      const rows = await tx
        .select()
        .from(recognitionValue)
        .where(eq(recognitionValue.organisationId, organisationId))
        .orderBy(asc(recognitionValue.nameEn));
      return rows.map(({ organisationId: _, ...row }): Value => ({
        ...row,
        id: row.id as ValueId,
      }));
    },
    async saveValue({ id, ...row }) {
      await tx
        .insert(recognitionValue)
        .values({ organisationId, id, ...row })
        .onConflictDoUpdate({
          target: [recognitionValue.organisationId, recognitionValue.id],
          set: row,
        });
    },
    async rules() {
      const [row] = await tx
        .select()
        .from(recognitionRules)
        .where(eq(recognitionRules.organisationId, organisationId));
      if (!row) return null;
      const { organisationId: _, ...rules } = row;
      return rules;
    },
    async saveRules(rules) {
      await tx
        .insert(recognitionRules)
        .values({ organisationId, ...rules })
        .onConflictDoUpdate({ target: recognitionRules.organisationId, set: { ...rules } });
    },
  };
}

/** How people want to be praised. */
function wishes(tx: Tx, organisationId: string): Pick<RecognitionStore, "wishesOf" | "wish"> {
  return {
    async wishesOf(people) {
      if (people.length === 0) return new Map();
      const rows = await tx
        .select()
        .from(recognitionWish)
        .where(
          and(
            eq(recognitionWish.organisationId, organisationId),
            inArray(recognitionWish.personId, [...people]),
          ),
        );
      return new Map(rows.map((row) => [row.personId as PersonId, row.wish]));
    },
    async wish(person, wish) {
      await tx
        .insert(recognitionWish)
        .values({ organisationId, personId: person, wish })
        .onConflictDoUpdate({
          target: [recognitionWish.organisationId, recognitionWish.personId],
          set: { wish },
        });
    },
  };
}
