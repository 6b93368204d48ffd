import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { postEvents, posts, productRatings } from "~db/schema/reviews";
import { listProducts } from "~/domain/catalog/queries.server";
import { listReviewableLines } from "~/domain/reviews/queries-buyer.server";
import { listReviews, readVoices } from "~/domain/reviews/queries.server";
import { averageTenths, NO_STARS, starsOf } from "~/domain/reviews/rating";
import { REVIEW_DAYS } from "~/domain/reviews/review-window";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { replyToPost } from "./reply-to-post.server";
import {
  decide,
  householdId,
  insertTestLine,
  member,
  NOW,
  postOf,
  productId,
  review,
  setUpReviews,
  type TestLine,
} from "./test-reviews";
import { insertTestHousehold, insertTestProduct } from "./test-shop";

setUpReviews();

const scope = () => ({ kind: "households", householdIds: [householdId] }) as const;

describe("a review", () => {
  it("of stars alone counts at once and is not listed", async () => {
    expect(await review(await insertTestLine(), { stars: 4 })).toEqual({
      ok: true,
      value: { status: "published" },
    });
    const { rating, reviews } = await readVoices(productId);
    expect(rating).toMatchObject({ reviewCount: 1, textCount: 0, averageTenths: null });
    expect(reviews).toEqual([]);
  });

  it("with words waits for the department, then shows without anything personal", async () => {
    const line = await insertTestLine({ buyerName: "trần THỊ hồng" });
    const words = { stars: 2, text: "Chai bị vỡ nắp.", isNameShown: true } as const;
    expect(await review(line, words)).toEqual({ ok: true, value: { status: "waiting" } });
    expect((await readVoices(productId)).rating.reviewCount).toBe(0);
    await decide((await postOf(line)).id, "publish");
    const { rating, reviews } = await readVoices(productId);
    expect(rating).toMatchObject({ reviewCount: 1, textCount: 1 });
    expect(reviews).toMatchObject([{ stars: 2, text: "Chai bị vỡ nắp.", shownName: "Trần T. H." }]);
    expect(JSON.stringify(reviews)).not.toContain("hồng");
  });

  it("counts on the product's card, from the published stars only", async () => {
    const cardStars = async () => (await listProducts({}, 1, "vi")).cards[0]?.buyerStars;
    expect(await cardStars()).toBeNull();
    for (const stars of [5, 5, 2] as const) await review(await insertTestLine(), { stars });
    await review(await insertTestLine(), { stars: 1, text: "Chưa ai đọc." });
    expect(await cardStars()).toEqual({ 1: 0, 2: 1, 3: 0, 4: 0, 5: 2 });
  });

  it("shows no name unless the buyer wants it", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Ngon." });
    expect((await postOf(line)).shownName).toBeNull();
  });

  it("sent twice, also at the same moment, is one", async () => {
    const line = await insertTestLine();
    const words = { stars: 5, text: "Ngon lắm." } as const;
    const sent = await Promise.all([review(line, words), review(line, words), review(line, words)]);
    expect(sent.every((one) => one.ok)).toBe(true);
    expect(await reader().$count(posts)).toBe(1);
    expect(await reader().$count(postEvents)).toBe(1);
    const audited = await reader().select().from(auditEntries);
    expect(audited.filter((entry) => entry.action === "review.write")).toHaveLength(1);
  });

  it("may be changed, also when it is shown, and every version is kept", async () => {
    const line = await insertTestLine();
    await review(line, { stars: 1 });
    await review(line, { stars: 5 });
    await review(line, { stars: 5, text: "Bấm nhầm, hàng tốt." });
    expect((await postOf(line)).status).toBe("waiting");
    expect((await readVoices(productId)).rating.reviewCount).toBe(0);
    const events = await reader().select().from(postEvents);
    expect(events.map((event) => [event.stars, event.text, event.toStatus])).toEqual([
      [1, "", "published"],
      [5, "", "published"],
      [5, "Bấm nhầm, hàng tốt.", "waiting"],
    ]);
  });

  it("that was refused tells why and may be written anew", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Đồ ngu!" });
    const { id, flags } = await postOf(line);
    expect(flags).toEqual(["insult"]);
    await decide(id, "refuse", "Xin bỏ lời nặng.");
    const [own] = await listReviewableLines(line.checkoutCode);
    expect(own).toMatchObject({
      canWrite: true,
      review: { status: "refused", reason: "insult", reasonText: "Xin bỏ lời nặng." },
    });
    expect(await review(line, { text: "Hàng không như hình." })).toMatchObject({ ok: true });
    expect(await postOf(line)).toMatchObject({ status: "waiting", reason: null, flags: [] });
  });

  it("that was taken down is kept, counts no more and cannot be changed", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    await decide(id, "take_down");
    expect(await postOf(line)).toMatchObject({ status: "taken_down", text: "Ngon." });
    expect(await readVoices(productId)).toMatchObject({ rating: { reviewCount: 0 }, reviews: [] });
    expect(await review(line, { text: "Rất ngon." })).toEqual({
      ok: false,
      code: "review_removed",
    });
    expect(await decide(id, "publish")).toMatchObject({ ok: true });
    expect((await readVoices(productId)).rating.reviewCount).toBe(1);
  });

  it("keeps the language of its words", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Great honey from Mèo Vạc.", pageLanguage: "en" });
    expect(await postOf(line)).toMatchObject({ language: "en" });
    await review(line, { text: "Mật rất thơm.", pageLanguage: "en" });
    expect(await postOf(line)).toMatchObject({ language: "vi" });
    await review(line, { text: "mat rat thom", pageLanguage: "vi" });
    expect(await postOf(line)).toMatchObject({ language: "vi" });
  });

  it("that the household has answered stands as it is", async () => {
    const line = await insertTestLine();
    await review(line, { text: "Hơi ngọt." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    await replyToPost(member, scope(), { postId: id, text: "Cảm ơn bạn.", pageLanguage: "vi" });
    expect(await review(line, { text: "Hơi mặn." })).toEqual({
      ok: false,
      code: "review_answered",
    });
  });
});

describe("nobody reviews", () => {
  it.each(["placed", "confirmed", "shipped", "cancelled", "refused", "expired"] as const)(
    "what is %s",
    async (status) => {
      const line = await insertTestLine({ status });
      expect(await review(line)).toEqual({ ok: false, code: "not_received" });
      expect(await listReviewableLines(line.checkoutCode)).toEqual([]);
    },
  );

  it("a line of another order", async () => {
    const mine = await insertTestLine();
    const { lineItemId } = await insertTestLine();
    const answer = await review({ ...mine, lineItemId });
    expect(answer).toEqual({ ok: false, code: "line_not_found" });
  });

  it("their own household's goods, signed in or by its phone", async () => {
    const own = { ok: false, code: "own_product" };
    expect(await review(await insertTestLine(), { actor: member })).toEqual(own);
    expect(await review(await insertTestLine({ buyerPhone: "0912345678" }))).toEqual(own);
  });

  it("after the last day, which the order's page names", async () => {
    const line = await insertTestLine();
    const ends = NOW - DAY_MS + REVIEW_DAYS * DAY_MS;
    setClock(ends - 1);
    expect(await listReviewableLines(line.checkoutCode)).toMatchObject([
      { canWrite: true, untilDate: "2027-02-19" },
    ]);
    expect(await review(line)).toMatchObject({ ok: true });
    setClock(ends);
    expect(await review(line, { stars: 1 })).toEqual({ ok: false, code: "review_too_late" });
    expect(await listReviewableLines(line.checkoutCode)).toMatchObject([{ canWrite: false }]);
  });
});

it("pages hold ten each, the last shown first, and end at the last", async () => {
  for (let i = 1; i <= 12; i += 1) {
    setClock(NOW + i);
    const line = await insertTestLine();
    await review(line, { text: `Lần ${i}` });
    await decide((await postOf(line)).id, "publish");
  }
  const first = await listReviews(productId, 1);
  expect(first).toMatchObject({ count: 12, page: 1, pageCount: 2 });
  expect(first.items.map((item) => item.text).slice(0, 2)).toEqual(["Lần 12", "Lần 11"]);
  expect(first.items).toHaveLength(10);
  expect((await listReviews(productId, 9)).items.map((item) => item.text)).toEqual([
    "Lần 2",
    "Lần 1",
  ]);
  expect((await readVoices(productId)).reviews).toHaveLength(5);
});

it("stars do not move a product in the list", async () => {
  const other = await insertTestHousehold({ name: "Hộ khác" });
  const otherId = await insertTestProduct({ householdId: other });
  const order = async () => (await listProducts({}, 1, "vi")).cards.map((card) => card.id);
  const before = await order();
  const last = before.at(-1) === otherId ? { productId: otherId, householdId: other } : {};
  for (let i = 0; i < 4; i += 1) await review(await insertTestLine(last), { stars: 5 });
  expect(await order()).toEqual(before);
});

describe("the kept numbers", () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("write" as const),
      line: fc.nat(5),
      stars: fc.integer({ min: 1, max: 5 }),
      text: fc.constantFrom("", "Tốt", "Chưa tốt"),
    }),
    fc.record({
      kind: fc.constantFrom("publish" as const, "refuse" as const, "take_down" as const),
      line: fc.nat(5),
    }),
  );

  it("are what the published reviews come to, whatever happens to them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const fresh = await insertTestProduct({ householdId });
        const lines: TestLine[] = [];
        for (let i = 0; i < 6; i += 1) lines.push(await insertTestLine({ productId: fresh }));
        for (const one of steps) {
          const line = lines[one.line];
          if (!line) continue;
          if (one.kind === "write") await review(line, { ...one, stars: starsOf(one.stars) });
          else {
            const [post] = await reader()
              .select()
              .from(posts)
              .where(eq(posts.lineItemId, line.lineItemId));
            if (post) await decide(post.id, one.kind);
          }
        }
        const shown = (
          await reader().select().from(posts).where(eq(posts.productId, fresh))
        ).filter((post) => post.status === "published");
        const counts = { ...NO_STARS };
        for (const post of shown) counts[starsOf(post.stars ?? 0)] += 1;
        const [kept] = await reader()
          .select()
          .from(productRatings)
          .where(eq(productRatings.productId, fresh));
        expect((await readVoices(fresh)).rating).toEqual({
          counts,
          reviewCount: shown.length,
          textCount: shown.filter((post) => post.text !== "").length,
          averageTenths: averageTenths(counts),
        });
        if (shown.length > 0) expect(kept).toBeDefined();
      }),
      { numRuns: 25 },
    );
  });
});
