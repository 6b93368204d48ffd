import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { uploadsFolder } from "~/platform/storage.server";
import * as newProductDoor from "./household.products.new";
import { mine, args, type Refusal, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

describe("the new product's form", () => {
  const typed = {
    name: "Chè shan tuyết",
    ocopSet: "11",
    description: "Chè hái từ cây cổ thụ.",
    packLabel: "túi 200 g",
    contentQuantity: "200",
    contentUnit: "g",
    weightGrams: "",
    priceVnd: "185.000 đ",
    stockCount: "12",
    madeOn: localDateOf(now()),
    expiresOn: "",
  };
  const path = "/household/products/new";
  const uploads = () => {
    const folder = join(uploadsFolder(), "photos");
    return existsSync(folder) ? readdirSync(folder).length : 0;
  };

  function formOf(change: Record<string, string>, photo?: File): FormData {
    const form = new FormData();
    const fields = { productId: newId("prd"), ...typed, ...change };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("photo", photo ?? new File([], ""));
    return form;
  }
  const send = (form: FormData) =>
    newProductDoor.action(args(path, { form, cookie: mine.cookie })) as Promise<unknown>;

  it("makes a draft with a photo, the weight taken from the content", async () => {
    const picture = sharp({ create: { width: 700, height: 500, channels: 3, background: "#2a5" } });
    const bytes = new Uint8Array(await picture.jpeg().toBuffer());
    const photo = new File([bytes], "anh.jpg", { type: "image/jpeg" });
    expect(await outcomeOf(send(formOf({}, photo)))).toEqual({
      status: 303,
      location: "/household/products/che-shan-tuyet?done=created",
    });
    const scope = { kind: "households", householdIds: [mine.householdId] } as const;
    expect(await findOwnProduct(scope, "che-shan-tuyet")).toMatchObject({
      status: "draft",
      priceVnd: 185_000,
      availableCount: 12,
      words: { weightGrams: 200 },
      photo: { width: 700, height: 500, widths: [320, 656, 700] },
    });
    const files = readdirSync(join(uploadsFolder(), "photos"), { recursive: true });
    expect(files.filter((file) => /\.(webp|avif|jpg)$/.test(String(file)))).toHaveLength(9);
  });

  it("says on the photo's field that it is no photo, keeps what was typed, and leaves nothing behind", async () => {
    const before = { rows: await reader().$count(products), files: uploads() };
    const photo = new File(["day la chu, khong phai anh"], "anh.jpg", { type: "image/jpeg" });
    const { data, init } = (await send(formOf({}, photo))) as Refusal;
    expect(init?.status).toBe(400);
    expect(data.submission?.error).toEqual({ photo: ["photo_unreadable"] });
    const { weightGrams: _weight, expiresOn: _expiry, ...filled } = typed;
    expect(data.submission?.initialValue).toMatchObject(filled);
    expect({ rows: await reader().$count(products), files: uploads() }).toEqual(before);
  });

  it("ties each mistake to its field and writes nothing", async () => {
    const before = await reader().$count(products);
    const cases: [Record<string, string>, Record<string, string[]>][] = [
      [{ name: "" }, { name: ["product_name_missing"] }],
      [{ name: "ab" }, { name: ["product_name_short"] }],
      [{ ocopSet: "27" }, { ocopSet: ["ocop_set_missing"] }],
      [{ priceVnd: "999" }, { priceVnd: ["price_out_of_range"] }],
      [{ priceVnd: "500.000.001" }, { priceVnd: ["price_out_of_range"] }],
      [{ priceVnd: "1e5" }, { priceVnd: ["price_invalid"] }],
      [{ priceVnd: "-185000" }, { priceVnd: ["price_invalid"] }],
      [{ priceVnd: "185.000,5" }, { priceVnd: ["price_invalid"] }],
      [{ stockCount: "1.5" }, { stockCount: ["stock_invalid"] }],
      [{ stockCount: "100001" }, { stockCount: ["stock_invalid"] }],
      [{ contentQuantity: "0" }, { contentQuantity: ["content_quantity_invalid"] }],
      [{ contentUnit: "kg" }, { contentUnit: ["content_unit_missing"] }],
      [{ contentUnit: "piece" }, { weightGrams: ["weight_missing"] }],
      [{ madeOn: "31/02/2026" }, { madeOn: ["date_invalid"] }],
      [{ madeOn: "2099-01-01" }, { madeOn: ["made_on_in_future"] }],
      [{ expiresOn: typed.madeOn }, { expiresOn: ["expires_before_made"] }],
      [{ madeOn: "2026-01-01", expiresOn: "2026-01-02" }, { expiresOn: ["already_expired"] }],
      [{ productId: "prd_1" }, { productId: ["form_outdated"] }],
    ];
    for (const [change, error] of cases) {
      const { data, init } = (await send(formOf(change))) as Refusal;
      expect(init?.status, JSON.stringify(change)).toBe(400);
      expect(data.submission?.error, JSON.stringify(change)).toEqual(error);
    }
    expect(await reader().$count(products)).toBe(before);
  });

  it("takes the dearest and the cheapest price, no stock, and a service without weight", async () => {
    const changes: Record<string, string>[] = [
      { priceVnd: "1000" },
      { priceVnd: "500000000" },
      { stockCount: "0" },
      { ocopSet: "26", contentUnit: "piece", contentQuantity: "1" },
    ];
    for (const change of changes) {
      expect(await outcomeOf(send(formOf(change)))).toMatchObject({ status: 303 });
    }
  });
});
