import { and, eq } from "drizzle-orm";
import { posts } from "~db/schema/reviews";
import type { Transaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import { languageOfText } from "~/platform/vietnamese-letters";
import { createPost } from "./create-post.server";

/** More than this many of one product in the department's queue are no questions any more. */
export const WAITING_QUESTIONS_MAX = 20;

/** A visitor's question. The same words on the same product are one question, however often they are sent. */
export async function askQuestion(
  tx: Transaction,
  product: { id: string; householdId: string },
  input: { text: string; askerName: string | null; pageLanguage: Language; actorId: string | null },
): Promise<Result<{ id: string; isNew: boolean }, "too_many_questions">> {
  const { text, askerName: shownName, actorId } = input;
  const isQuestion = and(eq(posts.productId, product.id), eq(posts.kind, "question"));
  const [known] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(isQuestion, eq(posts.text, text)))
    .limit(1);
  if (known) return succeed({ id: known.id, isNew: false });
  const waitingCount = await tx.$count(posts, and(isQuestion, eq(posts.status, "waiting")));
  if (waitingCount >= WAITING_QUESTIONS_MAX) return fail("too_many_questions");
  const id = await createPost(tx, {
    kind: "question",
    productId: product.id,
    householdId: product.householdId,
    text,
    language: languageOfText(text, input.pageLanguage),
    shownName,
    status: "waiting",
    actorId,
    isSample: false,
  });
  return succeed({ id, isNew: true });
}
