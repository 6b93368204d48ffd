import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { actorNow } from "~/domain/identity/queries-departed.server";
import { askQuestion as ask } from "~/domain/reviews/ask-question.server";
import { loadAskedProduct } from "~/domain/reviews/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";

/** A visitor asks about a product on sale. */
export async function askQuestion(
  atDoor: Actor,
  input: { productSlug: string; text: string; askerName: string | null; pageLanguage: Language },
): Promise<Result<{ isNew: boolean }, "product_not_found" | "too_many_questions">> {
  return inTransaction(async (tx) => {
    const product = await loadAskedProduct(tx, input.productSlug);
    if (!product) return fail("product_not_found");
    const actor = await actorNow(tx, atDoor);
    const { productSlug: _, ...words } = input;
    const asked = await ask(tx, product, { ...words, actorId: actorIdOf(actor) });
    if (!asked.ok) return asked;
    const { id, isNew } = asked.value;
    if (isNew) {
      const subject = { kind: "post", id } as const;
      await recordAction(tx, {
        actor,
        action: "question.ask",
        subject,
        after: { status: "waiting" },
      });
    }
    return succeed({ isNew });
  });
}
