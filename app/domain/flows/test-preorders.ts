import { GUEST } from "~/domain/audit/actor";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { openHarvest } from "./open-harvest.server";
import { placePreorder } from "./place-preorder.server";
import { member, scope } from "./test-orders";
import { insertTestProduct, TEST_SHOP } from "./test-shop";

/** Test support: oranges that are not ripe: on sale, none there. */
export async function plant(householdId: string): Promise<string> {
  return insertTestProduct({
    householdId,
    name: "Cam sành",
    ocopSet: 4,
    priceVnd: vnd(120_000),
    stockCount: 0,
  });
}

/** A list for 20 packs at 100,000 unless said otherwise. */
export async function openList(
  productId: string,
  change: { capCount?: number; harvestId?: string } = {},
) {
  return openHarvest(member, scope, {
    slug: `san-pham-${productId}`,
    harvestId: newId("hrv"),
    harvestFrom: "2026-12-10",
    harvestTo: "2026-12-25",
    closesOn: "2026-12-05",
    capCount: 20,
    unitPriceVnd: vnd(100_000),
    ...change,
  });
}

let lastPhone = 987_000_000;

/** Asks for a place, under a phone of its own. */
export function join(
  productId: string,
  packCount: number,
  change: Partial<Parameters<typeof placePreorder>[1]> = {},
) {
  return placePreorder(GUEST, {
    productId,
    submissionKey: newToken(),
    buyerName: "Trần Thị Hồng Nhung",
    buyerPhone: `0${(lastPhone += 1)}`,
    communeCode: TEST_SHOP.elsewhereCommuneCode,
    addressLine: "12 Ấp Bắc",
    packCount,
    language: "vi",
    ...change,
  });
}

/** The number of a place that was given; throws when it is refused. */
export async function joined(productId: string, packCount: number): Promise<string> {
  const placed = await join(productId, packCount);
  if (!placed.ok) throw new Error(placed.code);
  return placed.value.code;
}
