import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { photos, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { inTransaction, reader } from "~/platform/db.server";
import { removeUpload } from "~/platform/storage.server";
import * as householdDoor from "./_store.households.$householdSlug";
import * as productDoor from "./_store.products.$productSlug";
import * as householdCardDoor from "./households.$householdSlug.$cardFile";
import * as cardDoor from "./products.$productSlug.$cardFile";
import { args, honey, responseOf, setUpBuyer } from "./test-buyer";

setUpBuyer();

async function addPhoto(productId: string): Promise<string> {
  const red = { width: 800, height: 600, channels: 3, background: "#c00" } as const;
  const stored = await storePhoto(await sharp({ create: red }).jpeg().toBuffer());
  if (!stored.ok) throw new Error(stored.code);
  const row = { ...stored.value, productId, position: 0, createdAt: 1 };
  await inTransaction((tx) => tx.insert(photos).values(row));
  return stored.value.id;
}

async function readCard(): Promise<Response> {
  const [product] = await reader().select().from(products).where(eq(products.id, honey));
  const params = { productSlug: product?.slug ?? "" };
  const { cardPath } = await productDoor.loader({ ...args("/x"), params });
  const cardFile = cardPath.split("/").at(-1) ?? "";
  return responseOf(cardDoor.loader({ ...args(cardPath), params: { ...params, cardFile } }));
}

/** How red the place is where the photo stands. */
async function rednessOf(card: Response): Promise<number> {
  const part = { left: 20, top: 20, width: 100, height: 100 };
  // Statistics are of a whole picture, cut or not.
  const cut = await sharp(await card.arrayBuffer())
    .extract(part)
    .toBuffer();
  const { channels } = await sharp(cut).stats();
  return (channels[0]?.mean ?? 0) - (channels[1]?.mean ?? 0);
}

it("shows the photo, and the drawing of its kind when the photo's file is gone", async () => {
  const photoId = await addPhoto(honey);
  await removeUpload(`photos/${photoId}`);
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  for (let time = 0; time < 3; time += 1) {
    const drawn = await readCard();
    expect(drawn.status).toBe(200);
    expect(drawn.headers.get("Cache-Control")).toBe("public, max-age=3600");
    expect(await rednessOf(drawn)).toBeLessThan(40);
  }
  const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)) as object);
  log.mockRestore();
  expect(lines).toMatchObject([{ level: "error", message: "photo file missing", photoId }]);
});

it("is a seller's too, at another address once it shows something else", async () => {
  const params = { householdSlug: (await reader().select().from(households))[0]?.slug ?? "" };
  const pathNow = async () =>
    (await householdDoor.loader({ ...args("/x"), params })).cardPath ?? "";
  const load = async (path: string) => {
    const cardFile = path.split("/").at(-1) ?? "";
    return responseOf(householdCardDoor.loader({ ...args(path), params: { ...params, cardFile } }));
  };
  const before = await pathNow();
  const card = await load(before);
  expect(card.headers.get("Cache-Control")).toContain("immutable");
  const size = await sharp(await card.arrayBuffer()).metadata();
  expect(size).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
  await inTransaction((tx) => tx.update(households).set({ name: "HTX Khâu Vai" }));
  const after = await pathNow();
  expect(after).not.toBe(before);
  expect((await load(before)).headers.get("Location")).toBe(after);
  expect((await load("/x/card.0.jpg")).status).toBe(404);
  await inTransaction((tx) => tx.update(households).set({ status: "suspended" }));
  expect((await load(after)).status).toBe(404);
});

it("is kept for good when it shows the photo", async () => {
  await addPhoto(honey);
  const card = await readCard();
  expect(card.headers.get("Cache-Control")).toContain("immutable");
  expect(await rednessOf(card)).toBeGreaterThan(150);
});
