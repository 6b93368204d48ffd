import { beforeAll, describe, expect, it } from "vitest";
import { listingDrafts } from "~db/schema/catalog-listings";
import { eq } from "drizzle-orm";
import { findOwnListing, locateListing } from "~/domain/catalog/queries-listing.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { sendKeptListing, type KeptListing } from "./send-kept-listing.server";
import { answer, begin, fill, person } from "./test-listings";
import {
  elsewhere,
  householdId,
  jpeg,
  photoFolders,
  rowCounts,
  scope,
  setUpProducts,
  today,
} from "./test-products";
import { insertTestUser } from "./test-shop";

setUpProducts();
beforeAll(async () => {
  await insertTestUser({ id: person.userId, householdId });
});

const answersOf = (change: Record<string, Record<string, string>> = {}) => {
  const typed = {
    kind: { ocopSet: "4" },
    name: { name: "Mật ong rừng" },
    unit: { unit: "bottle" },
    content: { quantity: "500", measure: "ml" },
    price: { priceVnd: "150.000" },
    stock: { stockCount: "12", madeOn: today },
    ...change,
  };
  return Object.entries(typed).map(([screen, fields]) => ({
    screen: screen as KeptListing["answers"][number]["screen"],
    seen: 0,
    when: "now" as const,
    fields,
  }));
};

function keptOf(change: Partial<KeptListing> = {}): KeptListing {
  return {
    listingId: newId("prd"),
    householdId,
    photo: { seen: 0, photo: sentWhole(jpeg) },
    answers: answersOf(),
    sending: { to: "submit", fields: {} },
    ...change,
  };
}

const send = (kept: KeptListing) => sendKeptListing(person, scope, kept);

describe("what a phone kept while it had no line", () => {
  it("becomes one product with its photo and lies with the department, however often it is sent", async () => {
    const before = await rowCounts();
    const kept = keptOf();
    const sent = await Promise.all([send(kept), send(kept)]);
    const again = await send(kept);
    const located = await locateListing(scope, kept.listingId);
    const slug = located && "slug" in located ? located.slug : "";
    expect(again).toEqual({ state: "taken", slug });
    // At the same moment one of them may find the draft gone, but never makes another product.
    expect(sent).toContainEqual({ state: "taken", slug });
    expect(await rowCounts()).toMatchObject({
      products: before.products + 1,
      photos: before.photos + 1,
    });
  });

  it("unfinished, or with a question open, is a draft; finished later it goes on from there", async () => {
    const open = keptOf({ sending: null, answers: answersOf().slice(0, 3) });
    expect(await send(open)).toEqual({ state: "taken", slug: null });
    const known = await findOwnListing(scope, open.listingId);
    expect(Object.keys(known?.answers ?? {}).toSorted()).toEqual(["kind", "name", "photo", "unit"]);
    const holed = keptOf({ answers: answersOf().filter(({ screen }) => screen !== "price") });
    expect(await send(holed)).toMatchObject({
      state: "faulty",
      screen: "price",
      problems: [{ code: "listing_incomplete" }],
    });
    const short = keptOf({ answers: answersOf().slice(0, 5) });
    expect(await send(short)).toEqual({ state: "taken", slug: null });
    const rest = answersOf().slice(3);
    const finished = { ...open, photo: null, answers: rest, sending: keptOf().sending };
    expect(await send(finished)).toMatchObject({ state: "taken", slug: "mat-ong-rung-2" });
  });

  it("stops at what is wrong, keeps what was right, and goes on when it is mended", async () => {
    const faulty = keptOf({ answers: answersOf({ price: { priceVnd: "rẻ thôi" } }) });
    expect(await send(faulty)).toMatchObject({
      state: "faulty",
      screen: "price",
      problems: [{ field: "priceVnd", code: "price_invalid" }],
    });
    const known = await findOwnListing(scope, faulty.listingId);
    expect(known?.answers.name?.value).toBe("Mật ong rừng");
    expect(known?.answers.price).toBeUndefined();
    const mended = await send({ ...faulty, answers: answersOf() });
    expect(mended).toMatchObject({ state: "taken" });
  });

  it("never overwrites what another phone has said meanwhile, of an answer or of the photo", async () => {
    const listingId = await fill();
    const kept = keptOf({
      listingId,
      photo: null,
      answers: answersOf({ name: { name: "Ong khác" } }),
    });
    const seenNow = async () => (await findOwnListing(scope, listingId))?.answers.name?.at ?? 0;
    const seen = await seenNow();
    await answer(listingId, "name", "Mật ong bạc hà");
    const mine = { ...kept, answers: kept.answers.filter(({ screen }) => screen === "name") };
    const outcome = await send({ ...mine, answers: mine.answers.map((one) => ({ ...one, seen })) });
    expect(outcome).toMatchObject({ state: "changed", screen: "name", mine: "Ong khác" });
    const told = outcome.state === "changed" ? outcome.answered.name?.value : undefined;
    expect(told).toBe("Mật ong bạc hà");
    const folders = photoFolders();
    const photo = { seen: 7, photo: sentWhole(jpeg) };
    expect(await send({ ...mine, answers: [], photo })).toMatchObject({
      state: "changed",
      screen: "photo",
    });
    expect(photoFolders()).toEqual(folders);
    const chosen = { ...mine.answers[0], seen: await seenNow() } as (typeof mine.answers)[0];
    expect(await send({ ...mine, answers: [chosen] })).toMatchObject({ state: "taken" });
  });

  it("says that a photo did not arrive whole, and writes nothing of it", async () => {
    const before = await rowCounts();
    const lost = { ...sentWhole(jpeg), read: () => Promise.resolve(null) };
    expect(await send(keptOf({ photo: { seen: 0, photo: lost } }))).toMatchObject({
      state: "faulty",
      screen: "photo",
      problems: [{ field: "photo", code: "photo_not_whole" }],
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("is refused for another's household, another's draft and one that was dropped", async () => {
    expect(await sendKeptListing(person, elsewhere, keptOf())).toEqual({
      state: "refused",
      code: "household_not_found",
    });
    const listingId = await begin();
    const answers = answersOf();
    const before = await rowCounts();
    const stolen = await sendKeptListing(person, elsewhere, keptOf({ listingId, photo: null }));
    expect(stolen).toEqual({ state: "refused", code: "listing_not_found" });
    expect((await findOwnListing(scope, listingId))?.answers.name).toBeUndefined();
    await inTransaction((tx) => tx.delete(listingDrafts).where(eq(listingDrafts.id, listingId)));
    expect(await send(keptOf({ listingId, photo: null, answers }))).toEqual({
      state: "refused",
      code: "listing_not_found",
    });
    expect(await rowCounts()).toEqual(before);
  });

  it("asks no more of a kind than is asked of it on a page", async () => {
    const service = answersOf({
      kind: { ocopSet: "26" },
      unit: { unit: "night" },
      stock: { stockCount: "3", madeOn: today },
    });
    expect(await send(keptOf({ answers: service }))).toMatchObject({ state: "taken" });
  });
});
