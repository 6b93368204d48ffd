import { describe, expect, it } from "vitest";
import { lots, photos } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { findProduct } from "./queries-product.server";
import { listProducts } from "./queries.server";
import { setUpCatalogue } from "./test-catalogue";

setUpCatalogue();

describe("a product", () => {
  it("is not there unless it is on sale", async () => {
    expect(await findProduct("p-7", "vi")).toBeNull();
    expect(await findProduct("p-8", "vi")).toBeNull();
    expect(await findProduct("no-such", "vi")).toBeNull();
  });

  it("comes with its lots, the first to expire first, photos and proof", async () => {
    const productId = (await findProduct("p-2", "vi"))?.id ?? "";
    const lot = (code: string, expiresOn: string | null, more = {}) => ({
      id: newId("lot"),
      code,
      productId,
      madeOn: "2026-10-01",
      expiresOn,
      onHandCount: 2,
      createdAt: 0,
      ...more,
    });
    await inTransaction(async (tx) => {
      await tx
        .insert(lots)
        .values([
          lot("KEEPS", null),
          lot("LATER", "2027-03-01"),
          lot("SOON", "2026-11-21"),
          lot("OVER", "2026-11-20"),
          lot("HELD", "2026-12-01", { reservedCount: 2 }),
        ]);
      await tx.insert(photos).values(
        [1, 0].map((position) => ({
          id: `pho_${position}`,
          productId,
          position,
          width: 1200,
          height: 900,
          widths: [400, 1200],
          createdAt: 0,
        })),
      );
    });
    const product = await findProduct("p-2", "vi");
    expect(product?.lots.map((one) => one.code)).toEqual(["SOON", "LATER", "KEEPS"]);
    expect(product?.photos.map((one) => one.id)).toEqual(["pho_0", "pho_1"]);
    expect(product?.certificate).toMatchObject({
      stars: 4,
      decisionNumber: "123/QĐ-UBND crt_valid",
    });
    expect(product?.unitPrice).toEqual({ amountVnd: 100_000, per: "kg" });
    expect(product?.seller).toMatchObject({
      phone: "0912345678",
      communeName: "Xã Mèo Vạc",
      provinceName: "Tỉnh Tuyên Quang",
    });
    const { cards } = await listProducts({}, 1, "vi");
    expect(cards.find((card) => card.id === productId)?.photo?.id).toBe("pho_0");
  });
});
