import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { formerProductSlugs, products } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import {
  decide,
  householdId,
  insertTestLine,
  postOf,
  review,
  setUpReviews,
  type TestLine,
} from "~/domain/flows/test-reviews";
import { insertTestHousehold, insertTestUser } from "~/domain/flows/test-shop";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { cookieFor } from "~/domain/identity/test-session";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { productJsonLd } from "~/ui/catalog/product-json-ld";
import { translatorFor } from "~/web/i18n";
import type { MutationReply } from "~/web/mutation-reply";
import * as reviewDoor from "./_store.orders.$orderCode_.lines.$lineItemId.review";
import * as productDoor from "./_store.products.$productSlug";
import * as questionsDoor from "./_store.products.$productSlug_.questions";
import * as reviewsDoor from "./_store.products.$productSlug_.reviews";
import * as departmentDoor from "./department.reviews";
import * as decisionDoor from "./department.reviews_.$postId.decision";
import * as householdDoor from "./household.reviews";
import * as replyDoor from "./household.reviews_.$postId.reply";
import { outcomeOf } from "./test-desk";

setUpReviews();

let line: TestLine;
let key: string;

beforeEach(async () => {
  line = await insertTestLine();
  key = checkoutKey(line.checkoutCode);
});

type Options = {
  query?: Record<string, string>;
  form?: Record<string, string>;
  params?: Record<string, string>;
  cookie?: string;
  clientNetwork?: string;
};

function args({ query = {}, form, params = {}, cookie, clientNetwork }: Options) {
  const request = new Request(`http://localhost/x?${new URLSearchParams(query).toString()}`, {
    method: form ? "POST" : "GET",
    headers: cookie === undefined ? {} : { Cookie: cookie },
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: "/x",
    clientNetwork: clientNetwork ?? newToken(),
    reference: "test",
  } as const;
  return { request, params, context } satisfies ActionFunctionArgs;
}

const ofLine = (options: Options = {}) =>
  args({
    query: { key },
    params: { orderCode: line.checkoutCode, lineItemId: line.lineItemId },
    ...options,
  });
const sendReview = (form: Record<string, string>, query = { key }) =>
  reviewDoor.action(ofLine({ form, query }));
const sendQuestion = (form: Record<string, string>, more: Options = {}) =>
  questionsDoor.action(args({ form, params: { productSlug: "mat-ong" }, ...more }));
const postCount = () => reader().$count(posts);
const errorsOf = (answer: unknown) => (answer as { data: MutationReply }).data.submission?.error;
const typedIn = (answer: unknown) =>
  (answer as { data: MutationReply }).data.submission?.initialValue;

describe("the door to a review", () => {
  it("opens with the order's key, goes back to the order and shows there how it stands", async () => {
    await expect(reviewDoor.loader(ofLine())).resolves.toMatchObject({
      line: { shownName: "Trần T. H. N.", review: null },
    });
    const sent = await outcomeOf(sendReview({ stars: "4", text: "Ngon.", isNameShown: "on" }));
    expect(sent).toEqual({
      status: 303,
      location: `/orders/${line.checkoutCode}?key=${key}&reviewed=waiting#reviews`,
    });
    expect(await postOf(line)).toMatchObject({ stars: 4, shownName: "Trần T. H. N." });
  });

  it.each([
    ["no key", {}],
    ["a wrong key", { key: "x".repeat(22) }],
  ])("is not there with %s", async (_, query) => {
    expect(await outcomeOf(reviewDoor.loader(ofLine({ query })))).toMatchObject({ status: 404 });
    const form = { stars: "5" };
    expect(await outcomeOf(reviewDoor.action(ofLine({ query, form })))).toMatchObject({
      status: 404,
    });
    expect(await postCount()).toBe(0);
  });

  it("is not there for another order's line and for what has not arrived", async () => {
    const other = await insertTestLine();
    const underway = await insertTestLine({ status: "shipped" });
    for (const params of [
      { orderCode: line.checkoutCode, lineItemId: other.lineItemId },
      { orderCode: underway.checkoutCode, lineItemId: underway.lineItemId },
    ]) {
      const query = { key: checkoutKey(params.orderCode) };
      expect(await outcomeOf(reviewDoor.loader(args({ query, params })))).toMatchObject({
        status: 404,
      });
      const send = reviewDoor.action(args({ query, params, form: { stars: "5" } }));
      expect(await outcomeOf(send)).toMatchObject({ status: 404 });
    }
    expect(await postCount()).toBe(0);
  });

  it.each([
    [{ stars: "" }, { stars: ["stars_missing"] }],
    [{ stars: "6" }, { stars: ["stars_missing"] }],
    [{ stars: "4.5" }, { stars: ["stars_missing"] }],
    [{ stars: "5", text: "a".repeat(10_240) }, { text: ["review_text_long"] }],
  ])("says what is wrong and keeps what was typed (%#)", async (form, errors) => {
    const answer = await sendReview(form);
    expect(await outcomeOf(answer)).toMatchObject({ status: 400 });
    expect(errorsOf(answer)).toEqual(errors);
    if ("text" in form) expect(typedIn(answer)).toMatchObject({ text: form.text });
    expect(await postCount()).toBe(0);
  });

  it("takes words that nobody can see for none", async () => {
    const sent = await outcomeOf(sendReview({ stars: "3", text: "\u200b\u202e \u3164" }));
    expect(sent.location).toContain("reviewed=published");
    expect(await postOf(line)).toMatchObject({ text: "", hasText: false });
  });

  it("refuses the seller with what was typed", async () => {
    const cookie = await cookieFor(await insertTestUser({ householdId }));
    const answer = await reviewDoor.action(ofLine({ form: { stars: "5", text: "Nhất!" }, cookie }));
    expect(answer).toMatchObject({ data: { failure: { code: "own_product" } } });
    expect(await outcomeOf(answer)).toMatchObject({ status: 409 });
    expect(typedIn(answer)).toMatchObject({ text: "Nhất!" });
    expect(await postCount()).toBe(0);
  });

  it("leads back to the order when it is too late to change anything", async () => {
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    await decide(id, "take_down", "Có lời xúc phạm");
    expect(await outcomeOf(reviewDoor.loader(ofLine()))).toMatchObject({ status: 303 });
  });

  it("shuts for a while when one order changes its mind without end", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      statuses.push((await outcomeOf(sendReview({ stars: String(1 + (i % 5)) }))).status);
    }
    expect(statuses.at(-2)).toBe(303);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("the door to questions", () => {
  it("takes a question and says so on a page of its own", async () => {
    const form = { text: "Còn hàng không ạ?", askerName: " Lan \u200b" };
    const location = "/products/mat-ong/questions?asked=new";
    expect(await outcomeOf(sendQuestion(form))).toEqual({ status: 303, location });
    expect(await reader().select().from(posts)).toMatchObject([
      { text: "Còn hàng không ạ?", shownName: "Lan", status: "waiting" },
    ]);
    const again = await outcomeOf(sendQuestion(form));
    expect(again.location).toContain("asked=before");
    expect(await postCount()).toBe(1);
  });

  it.each([
    [{ text: "" }, "text", "question_missing"],
    [{ text: "\u200b".repeat(20) }, "text", "question_missing"],
    [{ text: "Gì?" }, "text", "question_short"],
    [{ text: "a".repeat(501) }, "text", "question_long"],
    [{ text: "Còn hàng không?", askerName: "a".repeat(41) }, "askerName", "asker_name_long"],
  ])("says what is wrong (%#)", async (form, field, code) => {
    const answer = await sendQuestion(form);
    expect(await outcomeOf(answer)).toMatchObject({ status: 400 });
    expect(errorsOf(answer)).toEqual({ [field]: [code] });
    expect(await postCount()).toBe(0);
  });

  it("keeps nothing of a program that fills in everything, and does not tell it", async () => {
    const form = { text: "Buy cheap pills", leaveEmpty: "http://x.example" };
    expect(await outcomeOf(sendQuestion(form))).toMatchObject({ status: 303 });
    expect(await postCount()).toBe(0);
  });

  it("shuts for a network that goes on and on, and for nobody else", async () => {
    const clientNetwork = "203.0.113.77";
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) {
      const form = { text: `Câu hỏi ${i}?`, leaveEmpty: "x" };
      statuses.push((await outcomeOf(sendQuestion(form, { clientNetwork }))).status);
    }
    expect(statuses.slice(-2)).toEqual([303, 429]);
    expect(await outcomeOf(sendQuestion({ text: "Còn hàng không?" }))).toMatchObject({
      status: 303,
    });
  });

  it("is not there for what is not on sale", async () => {
    const params = { productSlug: "khong-co" };
    for (const load of [questionsDoor.loader, reviewsDoor.loader]) {
      expect(await outcomeOf(load(args({ params })))).toMatchObject({ status: 404 });
    }
    const asked = sendQuestion({ text: "Còn hàng không?" }, { params });
    expect(await outcomeOf(asked)).toMatchObject({ status: 404 });
  });
});

describe("what is said of a renamed product", () => {
  const former = { productSlug: "mat-ong-xua" };

  beforeEach(async () => {
    const [product] = await reader().select().from(products);
    const row = { slug: former.productSlug, productId: product?.id ?? "", retiredAt: 1 };
    await inTransaction((tx) => tx.insert(formerProductSlugs).values(row));
  });

  it.each([
    ["vi", "", ""],
    ["en", "/en", "page=2&utm_source=zalo"],
  ] as const)("is under its new address, in %s", async (addressLanguage, prefix, search) => {
    const query = Object.fromEntries(new URLSearchParams(search));
    const asked = args({ params: former, query });
    const inLanguage = { ...asked, context: { ...asked.context, addressLanguage } };
    for (const [name, load] of [
      ["reviews", reviewsDoor.loader],
      ["questions", questionsDoor.loader],
    ] as const) {
      const location = `${prefix}/products/mat-ong/${name}${search === "" ? "" : `?${search}`}`;
      expect(await outcomeOf(load(inLanguage))).toEqual({ status: 301, location });
    }
  });

  it("leads a question that was being typed there too", async () => {
    const asked = sendQuestion({ text: "Còn hàng không?" }, { params: former });
    const location = "/products/mat-ong/questions";
    expect(await outcomeOf(asked)).toEqual({ status: 307, location });
    expect(await postCount()).toBe(0);
  });
});

describe("a product's page", () => {
  it("carries nothing of who bought, and tells search engines only what it shows", async () => {
    const texts = ["<script>alert(1)</script>", "Hai", "Ba"];
    for (const text of texts) {
      const bought = await insertTestLine({ buyerPhone: "0977123123" });
      await review(bought, { stars: 4, text, isNameShown: true });
      await decide((await postOf(bought)).id, "publish");
    }
    const page = await productDoor.loader(args({ params: { productSlug: "mat-ong" } }));
    const sent = JSON.stringify(page.voices);
    expect(sent).not.toMatch(/0977123123|Nhung|Thôn Mẫu|lin_|chk_/);
    const site = { origin: "http://x", language: "vi", t: translatorFor("vi") } as const;
    const extras = { voices: page.voices, shipping: page.shippingVnd, cardPath: page.cardPath };
    expect(productJsonLd(page.product, site, extras)).toMatchObject({
      aggregateRating: { ratingValue: "4.0", reviewCount: 3 },
      review: [{ author: { name: "Trần T. H. N." }, reviewRating: { ratingValue: 4 } }, {}, {}],
    });
    const none = { rating: { ...page.voices.rating, averageTenths: null }, reviews: [] };
    const bare = productJsonLd(page.product, site, { ...extras, voices: none });
    expect(bare).not.toHaveProperty("aggregateRating");
    expect(bare).not.toHaveProperty("review");
  });
});

describe("the desks' doors", () => {
  const loaders = [
    ["household list", householdDoor.loader, "household_member"],
    ["household reply", replyDoor.loader, "household_member"],
    ["department list", departmentDoor.loader, "department_officer"],
    ["department decision", decisionDoor.loader, "department_officer"],
  ] as const;

  it.each(loaders)("%s opens for its role only", async (_, load, allowed) => {
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    const params = { postId: id };
    for (const role of ["buyer", "household_member", "agent", "department_officer"] as const) {
      const mine = role === "household_member" ? { householdId } : {};
      const cookie = await cookieFor(await insertTestUser({ role, ...mine }));
      const { status } = await outcomeOf(load(args({ params, cookie })));
      // An agent may reply for a household that has agreed to it; here none has.
      const refused = role === "agent" && allowed === "household_member" ? 303 : 403;
      expect([role, status]).toEqual([role, role === allowed ? 200 : refused]);
    }
    const guest = await outcomeOf(load(args({ params })));
    expect(guest.location).toContain("/sign-in");
  });

  it("another household's are 404, to look at and to answer", async () => {
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    const otherId = await insertTestHousehold();
    const cookie = await cookieFor(await insertTestUser({ householdId: otherId }));
    const params = { postId: id };
    expect(await outcomeOf(replyDoor.loader(args({ params, cookie })))).toMatchObject({
      status: 404,
    });
    const form = { text: "Cảm ơn" };
    expect(await outcomeOf(replyDoor.action(args({ params, cookie, form })))).toMatchObject({
      status: 404,
    });
    const own = (await householdDoor.loader(args({ cookie }))) as { posts: { items: unknown[] } };
    expect(own.posts.items).toEqual([]);
    expect(await postCount()).toBe(1);
  });

  it("an answer comes back with its fault, and once sent leads to the household's list", async () => {
    await review(line, { text: "Ngon." });
    const { id } = await postOf(line);
    await decide(id, "publish");
    const cookie = await cookieFor(await insertTestUser({ householdId }));
    const params = { postId: id };
    const empty = await replyDoor.action(args({ params, cookie, form: { text: " " } }));
    expect(errorsOf(empty)).toEqual({ text: ["reply_missing"] });
    const sent = await outcomeOf(
      replyDoor.action(args({ params, cookie, form: { text: "Cảm ơn." } })),
    );
    expect(sent.location).toMatch(/^\/household\/reviews\?household=.*&done=replied$/);
  });

  it("a refusal needs one of the lawful reasons, and what was changed meanwhile is not decided", async () => {
    await review(line, { text: "Ngon." });
    const { id, sentAt } = await postOf(line);
    const cookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
    const params = { postId: id };
    const send = (form: Record<string, string>) =>
      decisionDoor.action(args({ params, cookie, form: { seenAt: String(sentAt), ...form } }));
    const blank = await send({ decision: "refuse", reasonText: "Chê nhiều quá" });
    expect(errorsOf(blank)).toEqual({ reason: ["refusal_reason_missing"] });
    expect(typedIn(blank)).toMatchObject({ reasonText: "Chê nhiều quá" });
    const invented = await send({ decision: "refuse", reason: "few_stars" });
    expect(errorsOf(invented)).toEqual({ reason: ["refusal_reason_missing"] });
    await review(line, { text: "Ngon lắm." });
    const late = await send({ decision: "publish" });
    expect(await outcomeOf(late)).toMatchObject({ status: 409 });
    expect((await postOf(line)).status).toBe("waiting");
  });

  it("the department finds a product by the address of its page", async () => {
    await review(line, { text: "Ngon." });
    const cookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
    for (const [product, count] of [
      ["mat-ong", 1],
      ["http://localhost/products/mat-ong?x=1", 1],
      ["https://x.vn/en/products/mat-ong/reviews", 1],
      ["khong-co", 0],
      ["'; DROP TABLE posts", 0],
    ] as const) {
      const page = await departmentDoor.loader(args({ cookie, query: { product } }));
      expect([product, page.posts.count]).toEqual([product, count]);
    }
  });
});
