import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import { GUEST } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import { WAITING_QUESTIONS_MAX } from "~/domain/reviews/ask-question.server";
import { listPosts } from "~/domain/reviews/queries-department.server";
import {
  countOpenPosts,
  findDeskPost,
  listDeskPosts,
} from "~/domain/reviews/queries-household.server";
import { readVoices } from "~/domain/reviews/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { askQuestion } from "./ask-question.server";
import { decidePost } from "./decide-post.server";
import { replyToPost } from "./reply-to-post.server";
import {
  decide,
  householdId,
  insertTestLine,
  member,
  officer,
  postById,
  postOf,
  productId,
  review,
  setUpReviews,
} from "./test-reviews";
import { insertTestHousehold } from "./test-shop";

setUpReviews();

const pageLanguage = "vi";
const ask = (text: string, askerName: string | null = null) =>
  askQuestion(GUEST, { productSlug: "mat-ong", text, askerName, pageLanguage });
const own = (): Scope => ({ kind: "households", householdIds: [householdId] });
const questionId = async () =>
  (await reader().select().from(posts).where(eq(posts.kind, "question")))[0]?.id ?? "";
const NOT_FOUND = { ok: false, code: "post_not_found" };

describe("a question", () => {
  it("waits, is shown without an answer, then with it", async () => {
    expect(await ask("Có gửi vào Cà Mau không?", "Lan")).toEqual({
      ok: true,
      value: { isNew: true },
    });
    expect((await readVoices(productId)).questions).toEqual([]);
    const id = await questionId();
    await decide(id, "publish");
    expect((await readVoices(productId)).questions).toMatchObject([
      { text: "Có gửi vào Cà Mau không?", shownName: "Lan", answer: null },
    ]);
    expect(await countOpenPosts(householdId)).toBe(1);

    const answer = { postId: id, text: "Có, bốn ngày là đến.", pageLanguage } as const;
    expect(await replyToPost(member, own(), answer)).toEqual({ ok: true, value: null });
    expect(await countOpenPosts(householdId)).toBe(0);
    expect((await readVoices(productId)).questions).toMatchObject([{ answer: null }]);
    const [waiting] = (await listPosts({ status: "waiting", productSlug: null, page: 1 })).items;
    expect(waiting).toMatchObject({ kind: "answer", parent: { text: "Có gửi vào Cà Mau không?" } });
    await decide(waiting?.id ?? "", "publish");
    expect((await readVoices(productId)).questions).toMatchObject([
      { answer: { text: "Có, bốn ngày là đến." } },
    ]);
  });

  it("stands in the language of its page unless its letters say Vietnamese, as does its answer", async () => {
    const words = { productSlug: "mat-ong", askerName: null, pageLanguage: "en" } as const;
    await askQuestion(GUEST, { ...words, text: "Do you ship to Cà Mau?" });
    const id = await questionId();
    await decide(id, "publish");
    const reply = (text: string) =>
      replyToPost(member, own(), { postId: id, text, pageLanguage: "en" });
    await reply("Yes, in four days.");
    const waiting = async () =>
      (await listPosts({ status: "waiting", productSlug: null, page: 1 })).items[0];
    expect(await waiting()).toMatchObject({ language: "en", parent: { language: "en" } });
    await reply("Có, bốn ngày là đến.");
    expect(await waiting()).toMatchObject({ language: "vi" });
    await decide((await waiting())?.id ?? "", "publish");
    expect((await readVoices(productId)).questions).toMatchObject([
      { language: "en", answer: { language: "vi" } },
    ]);
  });

  it("sent twice, also at the same moment, is one", async () => {
    const sent = await Promise.all([ask("Có hàng mới chưa?"), ask("Có hàng mới chưa?")]);
    expect(sent.map((one) => one.ok && one.value.isNew)).toEqual([true, false]);
    expect(await reader().$count(posts)).toBe(1);
  });

  it("is not taken for what is not on sale, nor without end", async () => {
    const words = { text: "Có?", askerName: null, pageLanguage } as const;
    const nowhere = askQuestion(GUEST, { productSlug: "khong-co", ...words });
    expect(await nowhere).toEqual({ ok: false, code: "product_not_found" });
    for (let i = 0; i < WAITING_QUESTIONS_MAX; i += 1) await ask(`Câu hỏi số ${i}?`);
    expect(await ask("Một câu nữa?")).toEqual({ ok: false, code: "too_many_questions" });
    await decide(await questionId(), "publish");
    expect(await ask("Một câu nữa?")).toMatchObject({ ok: true });
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, productId));
    });
    expect(await ask("Còn bán không?")).toEqual({ ok: false, code: "product_not_found" });
  });

  it("that goes takes its answer with it", async () => {
    await ask("Có gửi vào Cà Mau không?");
    const id = await questionId();
    await decide(id, "publish");
    await replyToPost(member, own(), { postId: id, text: "Có.", pageLanguage });
    const [answer] = (await listPosts({ status: "waiting", productSlug: null, page: 1 })).items;
    await decide(answer?.id ?? "", "publish");
    await decide(id, "take_down");
    expect(await readVoices(productId)).toMatchObject({ questions: [], questionCount: 0 });
  });
});

describe("a household", () => {
  it("answers only what is its own and is shown", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    const reply = (scope: Scope) =>
      replyToPost(member, scope, { postId: id, text: "Cảm ơn.", pageLanguage });
    expect(await reply(own())).toEqual(NOT_FOUND); // it waits
    await decide(id, "publish");
    const other = await insertTestHousehold();
    expect(await reply({ kind: "households", householdIds: [other] })).toEqual(NOT_FOUND);
    expect(await findDeskPost({ kind: "households", householdIds: [other] }, id)).toBeNull();
    const foreign = { householdId, filter: "all", page: 1 } as const;
    expect(await listDeskPosts({ kind: "households", householdIds: [] }, foreign)).toBeNull();
    expect(await reply(own())).toMatchObject({ ok: true });
    const [shown] = (await listPosts({ status: "waiting", productSlug: null, page: 1 })).items;
    // A reply has no reply.
    const toReply = { postId: shown?.id ?? "", text: "?", pageLanguage } as const;
    expect(await replyToPost(member, own(), toReply)).toEqual(NOT_FOUND);
  });

  it("has one reply, which it changes until it is shown; a refused one comes back", async () => {
    const line = await insertTestLine();
    await review(line, { stars: 3, text: "Tạm được." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    const praise = await insertTestLine();
    await review(praise, { stars: 5, text: "Ngon." });
    await decide((await postOf(praise)).id, "publish");
    expect(await countOpenPosts(householdId)).toBe(1);
    const say = (text: string) => replyToPost(member, own(), { postId: id, text, pageLanguage });
    await Promise.all([say("Cảm ơn"), say("Cảm ơn")]);
    await say("Cảm ơn bạn, gọi 0912 345 678.");
    const [reply, ...others] = await reader().select().from(posts).where(eq(posts.parentId, id));
    expect(others).toEqual([]);
    expect(reply).toMatchObject({ text: "Cảm ơn bạn, gọi 0912 345 678.", flags: ["phone"] });
    await decide(reply?.id ?? "", "refuse");
    expect(await countOpenPosts(householdId)).toBe(1);
    await say("Cảm ơn bạn.");
    await decide(reply?.id ?? "", "publish");
    expect(await say("Cảm ơn bạn.")).toEqual({ ok: true, value: null });
    expect(await say("Khác.")).toEqual({ ok: false, code: "reply_is_shown" });
    const all = await listDeskPosts(own(), { householdId, filter: "all", page: 1 });
    expect(all?.items).toMatchObject([
      { stars: 5, reply: null },
      { stars: 3, reply: { status: "published", text: "Cảm ơn bạn." } },
    ]);
  });
});

describe("the department", () => {
  it("decides on the words that it saw", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Ngon." });
    const { id, sentAt } = await postOf(line);
    await review(line, { text: "Dở." });
    const late = decidePost(officer, { decision: "publish", seenAt: sentAt, postId: id });
    expect(await late).toEqual({ ok: false, code: "post_changed" });
    expect((await postById(id)).status).toBe("waiting");
    expect(await decide(id, "publish")).toMatchObject({ ok: true, value: { hasMoved: true } });
    expect(await decide(id, "publish")).toMatchObject({ ok: true, value: { hasMoved: false } });
    expect(await decide(id, "refuse")).toEqual({ ok: false, code: "post_already_decided" });
    expect(await decidePost(officer, { decision: "publish", seenAt: 1, postId: "pst_x" })).toEqual(
      NOT_FOUND,
    );
  });

  it("finds the posts of one product", async () => {
    await ask("Có gửi vào Cà Mau không?");
    const waiting = { status: "waiting", page: 1 } as const;
    expect(await listPosts({ ...waiting, productSlug: "mat-ong" })).toMatchObject({ count: 1 });
    expect(await listPosts({ ...waiting, productSlug: "khac" })).toMatchObject({ count: 0 });
  });
});
