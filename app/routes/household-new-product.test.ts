import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { listingDrafts } from "~db/schema/catalog-listings";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { findOwnListing } from "~/domain/catalog/queries-listing.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { uploadsFolder } from "~/platform/storage.server";
import type { ListingReply } from "~/ui/listing/listing-reply";
import * as goOnDoor from "./household.listings.$listingId";
import * as questionDoor from "./household.listings.$listingId_.$screen";
import * as photoDoor from "./household.listings.$listingId_.photo";
import * as removalDoor from "./household.listings.$listingId_.removal";
import * as summaryDoor from "./household.listings.$listingId_.summary";
import * as newProductDoor from "./household.products.new";
import { agent, args, mine, NO_CONSENT, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

type Refused = { data: ListingReply; init: ResponseInit | null };
type Form = Record<string, string>;

const uploads = () => {
  const folder = join(uploadsFolder(), "photos");
  return existsSync(folder) ? readdirSync(folder).length : 0;
};
const rows = async () => ({
  products: await reader().$count(products),
  listings: await reader().$count(listingDrafts),
  files: uploads(),
});
const scope = () => ({ kind: "households", householdIds: [mine.householdId] }) as const;

function formOf(fields: Form, photo?: File): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("camera", photo ?? new File([], ""));
  return form;
}

const picture = async (background = "#2a5") => {
  const image = sharp({ create: { width: 700, height: 500, channels: 3, background } });
  return new File([new Uint8Array(await image.jpeg().toBuffer())], "anh.jpg", {
    type: "image/jpeg",
  });
};

const begin = (form: FormData) =>
  newProductDoor.action(args("/household/products/new", { form, cookie: mine.cookie }));

function at(id: string, rest: string, options: { form?: Form | FormData; cookie?: string }) {
  const [path = ""] = rest.split("?");
  const screen = path.replace("/", "");
  const made = args(`/household/listings/${id}${rest}`, { cookie: mine.cookie, ...options });
  return { ...made, params: { listingId: id, screen } };
}

/** Sends an answer, the version that it was shown with taken from the draft. */
async function answer(id: string, rest: string, fields: Form) {
  const listing = await findOwnListing(scope(), id);
  const screen = (rest.split("?")[0] ?? "").replace("/", "") as "kind";
  const form = { seen: String(listing?.answers[screen]?.at ?? 0), ...fields };
  return questionDoor.action(at(id, rest, { form }));
}

const ANSWERS: [string, Form][] = [
  ["/kind", { ocopSet: "11" }],
  ["/name", { name: "Chè shan tuyết" }],
  ["/unit", { unit: "bag" }],
  ["/content", { quantity: "200", measure: "g" }],
  ["/price", { priceVnd: "185.000 đ" }],
  ["/stock", { stockCount: "12", madeOn: localDateOf(now()), expiresOn: "" }],
];
const words = { description: "Chè hái từ cây cổ thụ.", to: "submit" };

async function fill(change: Record<string, Form> = {}, photo?: File): Promise<string> {
  const id = newId("prd");
  const fields = { listingId: id, seen: "0", ...(photo ? {} : { later: "1" }) };
  expect(await outcomeOf(begin(formOf(fields, photo)))).toMatchObject({ status: 303 });
  for (const [rest, typed] of ANSWERS) {
    const sent = await outcomeOf(answer(id, rest, change[rest] ?? typed));
    expect(sent, rest).toEqual({ status: 303, location: `/household/listings/${id}` });
  }
  return id;
}

async function send(id: string, change: Form = {}) {
  const version = String((await findOwnListing(scope(), id))?.version ?? 0);
  return summaryDoor.action(at(id, "/summary", { form: { version, ...words, ...change } }));
}

describe("a product in five steps", () => {
  it("is a product with a photo that waits for the department, the weight taken from the content", async () => {
    const id = await fill({}, await picture());
    expect(await outcomeOf(goOnDoor.loader(at(id, "", {})))).toMatchObject({
      location: `/household/listings/${id}/summary`,
    });
    const done = { status: 303, location: "/household/products/che-shan-tuyet?done=submitted" };
    expect(await outcomeOf(send(id))).toEqual(done);
    // The last button pressed twice leads to the same product, as does every page of the draft.
    const again = { status: 303, location: "/household/products/che-shan-tuyet" };
    expect(await outcomeOf(send(id))).toEqual(again);
    expect(await outcomeOf(goOnDoor.loader(at(id, "", {})))).toEqual(again);
    expect(await findOwnProduct(scope(), "che-shan-tuyet")).toMatchObject({
      status: "awaiting_approval",
      priceVnd: 185_000,
      packLabel: "túi 200 g",
      availableCount: 12,
      words: { weightGrams: 200 },
      photo: { width: 700, height: 500, widths: [320, 656, 700] },
    });
    const files = readdirSync(join(uploadsFolder(), "photos"), { recursive: true });
    expect(files.filter((file) => /\.(webp|avif|jpg)$/.test(String(file)))).toHaveLength(9);
  });

  it("says on the photo's field that it is no photo or none, and leaves nothing behind", async () => {
    const before = await rows();
    const fields = { listingId: newId("prd"), seen: "0" };
    const text = new File(["day la chu, khong phai anh"], "anh.jpg", { type: "image/jpeg" });
    for (const [photo, code] of [
      [text, "photo_unreadable"],
      [undefined, "photo_missing"],
    ] as const) {
      const { data, init } = (await begin(formOf(fields, photo))) as Refused;
      expect(init?.status).toBe(400);
      expect(data.submission?.error).toEqual({ photo: [code] });
    }
    expect(await rows()).toEqual(before);
  });

  it("takes the other photo of who comes back to its first page, not over another phone's", async () => {
    const listingId = newId("prd");
    const photoOf = async () => (await findOwnListing(scope(), listingId))?.answers.photo?.value;
    const sendFirst = (photo?: File, rest: Form = {}) =>
      outcomeOf(begin(formOf({ listingId, seen: "0", ...rest }, photo)));
    const onward = { status: 303, location: `/household/listings/${listingId}` };
    expect(await sendFirst(await picture())).toEqual(onward);
    expect(await sendFirst(await picture("#c41"))).toEqual(onward);
    const second = await photoOf();
    expect(second?.width).toBe(700);
    expect((await findOwnListing(scope(), listingId))?.answers.photo?.at).toBe(2);
    expect(await sendFirst(await picture("#c41"))).toEqual(onward);
    // A photo that is there is not taken away by saying that one comes later.
    expect(await sendFirst(undefined, { later: "1" })).toEqual(onward);
    expect(await sendFirst(await picture("#14c"))).toEqual({
      status: 303,
      location: `/household/listings/${listingId}/photo?problem=listing_changed`,
    });
    expect(await photoOf()).toEqual(second);
  });

  it("ties each mistake to its field, keeps what was typed, and writes nothing", async () => {
    const id = await fill();
    const before = await findOwnListing(scope(), id);
    const today = localDateOf(now());
    const cases: [string, Form, Record<string, string[]>][] = [
      ["/name", { name: "" }, { name: ["product_name_missing"] }],
      ["/name", { name: "ab" }, { name: ["product_name_short"] }],
      ["/kind", { ocopSet: "27" }, { ocopSet: ["ocop_set_missing"] }],
      ["/unit", { unit: "night" }, { unit: ["pack_unit_missing"] }],
      ["/content", { quantity: "0", measure: "g" }, { quantity: ["content_quantity_invalid"] }],
      ["/content", { quantity: "", measure: "g" }, { quantity: ["content_quantity_missing"] }],
      ["/content", { quantity: "1", measure: "ml" }, { measure: ["content_unit_missing"] }],
      ["/price", { priceVnd: "60" }, { priceVnd: ["price_meant?typed=60"] }],
      ["/price", { priceVnd: "0" }, { priceVnd: ["price_out_of_range"] }],
      ["/price", { priceVnd: "500.000.001" }, { priceVnd: ["price_out_of_range"] }],
      ["/price", { priceVnd: "1e5" }, { priceVnd: ["price_invalid"] }],
      ["/price", { priceVnd: "-185000" }, { priceVnd: ["price_invalid"] }],
      ["/price", { priceVnd: "185.000,5" }, { priceVnd: ["price_invalid"] }],
      ["/stock", { stockCount: "1.5", madeOn: today }, { stockCount: ["stock_invalid"] }],
      ["/stock", { stockCount: "100001", madeOn: today }, { stockCount: ["stock_invalid"] }],
      ["/stock", { stockCount: "1", madeOn: "31/02/2026" }, { madeOn: ["date_invalid"] }],
      ["/stock", { stockCount: "1", madeOn: "2099-01-01" }, { madeOn: ["made_on_in_future"] }],
      [
        "/stock",
        { stockCount: "1", madeOn: today, expiresOn: today },
        { expiresOn: ["expires_before_made"] },
      ],
      [
        "/stock",
        { stockCount: "1", madeOn: "2026-01-01", expiresOn: "2026-01-02" },
        { expiresOn: ["already_expired"] },
      ],
      [
        "/stock?when=season",
        { fromMonth: "13", toMonth: "2" },
        { fromMonth: ["season_month_missing"] },
      ],
    ];
    for (const [rest, typed, error] of cases) {
      const { data, init } = (await answer(id, rest, typed)) as Refused;
      expect(init?.status, JSON.stringify(typed)).toBe(400);
      expect(data.submission?.error, JSON.stringify(typed)).toEqual(error);
      const filled = Object.entries(typed).filter(([, value]) => value !== "");
      expect(data.submission?.initialValue).toMatchObject(Object.fromEntries(filled));
    }
    expect(await findOwnListing(scope(), id)).toEqual(before);
    const { data } = (await send(id, { description: "Ngon" })) as Refused;
    expect(data.submission?.error).toEqual({ description: ["description_short"] });
    const stranger = formOf({ listingId: "prd_1", seen: "0", later: "1" });
    const refused = (await begin(stranger)) as Refused;
    expect(refused.data.submission?.error).toEqual({ listingId: ["form_outdated"] });
  });

  it("shows both answers where another phone was first, and takes the one that is chosen", async () => {
    const id = await fill();
    const seen = String((await findOwnListing(scope(), id))?.answers.price?.at);
    const press = (form: Form) => questionDoor.action(at(id, "/price", { form }));
    expect(await outcomeOf(press({ seen, priceVnd: "170000" }))).toMatchObject({ status: 303 });
    const late = (await press({ seen, priceVnd: "190000" })) as Refused;
    expect(late.init?.status).toBe(409);
    expect(late.data).toMatchObject({ failure: { code: "listing_changed" }, mine: 190_000 });
    const shown = await questionDoor.loader(at(id, "/price", {}));
    expect(shown.answered.price?.value).toBe(170_000);
    const chosen = { seen: String(shown.answered.price?.at), priceVnd: "190000" };
    expect(await outcomeOf(press(chosen))).toMatchObject({ status: 303 });
    expect((await findOwnListing(scope(), id))?.answers.price?.value).toBe(190_000);
  });

  it("takes the dearest and the cheapest price, no stock, and a service without weight", async () => {
    const stay = { "/kind": { ocopSet: "26" }, "/unit": { unit: "night" } };
    const madeOn = localDateOf(now());
    const changes: Record<string, Form>[] = [
      { "/price": { priceVnd: "1000" } },
      { "/price": { priceVnd: "500000000" } },
      { "/stock": { stockCount: "0", madeOn } },
    ];
    for (const change of changes) {
      expect(await outcomeOf(send(await fill(change)))).toMatchObject({ status: 303 });
    }
    const id = newId("prd");
    await begin(formOf({ listingId: id, seen: "0", later: "1" }));
    for (const [rest, typed] of ANSWERS) {
      if (rest === "/content") continue; // a night has none
      const form = { ...stay }[rest as "/kind"] ?? typed;
      expect(await outcomeOf(answer(id, rest, form)), rest).toMatchObject({ status: 303 });
    }
    expect(await outcomeOf(send(id, { to: "draft" }))).toMatchObject({
      location: expect.stringContaining("done=created"),
    });
  });

  it("is 404 for another household, at every door, and is dropped by its own", async () => {
    const id = await fill();
    const before = await rows();
    const { cookie } = theirs;
    const doors = [
      () => goOnDoor.loader(at(id, "", { cookie })),
      () => photoDoor.loader(at(id, "/photo", { cookie })),
      () => questionDoor.loader(at(id, "/price", { cookie })),
      () => summaryDoor.loader(at(id, "/summary", { cookie })),
      () => photoDoor.action(at(id, "/photo", { cookie, form: formOf({ seen: "1", later: "1" }) })),
      () =>
        questionDoor.action(at(id, "/price", { cookie, form: { seen: "6", priceVnd: "2000" } })),
      () => summaryDoor.action(at(id, "/summary", { cookie, form: { version: "7", ...words } })),
      () => removalDoor.loader(at(id, "/removal", { cookie })),
      () => removalDoor.action(at(id, "/removal", { cookie, form: { go: "1" } })),
    ];
    for (const door of doors) expect(await outcomeOf(door())).toMatchObject({ status: 404 });
    const guest = questionDoor.loader(at(id, "/price", { cookie: "" }));
    expect((await outcomeOf(guest)).location).toMatch(/^\/sign-in/);
    const other = questionDoor.loader(at(id, "/price", { cookie: agent.cookie }));
    expect(await outcomeOf(other)).toEqual(NO_CONSENT);
    const question = await removalDoor.loader(at(id, "/removal", {}));
    expect(question).toMatchObject({
      listingId: id,
      answers: { name: { value: "Chè shan tuyết" } },
    });
    expect(await rows()).toEqual(before);
    const dropped = removalDoor.action(at(id, "/removal", { form: { go: "1" } }));
    expect(await outcomeOf(dropped)).toEqual({
      status: 303,
      location: "/household/products?household=cua-toi",
    });
    expect(await rows()).toMatchObject({ listings: before.listings - 1 });
    // Pressed twice, it is away; of whoever did not do it, it was never theirs.
    const again = removalDoor.action(at(id, "/removal", { form: { go: "1" } }));
    expect(await outcomeOf(again)).toEqual({ status: 303, location: "/household/products" });
    const foreign = removalDoor.action(at(id, "/removal", { cookie, form: { go: "1" } }));
    expect(await outcomeOf(foreign)).toMatchObject({ status: 404 });
  });
});
