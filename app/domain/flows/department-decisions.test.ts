import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { productEvents, products } from "~db/schema/catalog";
import { users } from "~db/schema/identity";
import { householdEvents, households } from "~db/schema/households";
import type { UserActor } from "~/domain/audit/actor";
import { findProduct } from "~/domain/catalog/queries-product.server";
import {
  listProductDecisions,
  listWaitingProducts,
} from "~/domain/catalog/queries-department.server";
import {
  listHouseholdDecisions,
  listWaitingHouseholds,
} from "~/domain/households/queries-department.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { approveHousehold } from "./approve-household.server";
import { approveProduct } from "./approve-product.server";
import { registerHelped } from "./register-helped.server";
import { rejectHousehold } from "./reject-household.server";
import { rejectProduct } from "./reject-product.server";
import { restoreHousehold } from "./restore-household.server";
import { submitProduct } from "./submit-product.server";
import { suspendTestHousehold } from "./test-suspension";
import { waiveTestJoining } from "./test-joining";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "./test-shop";

const ALL = { kind: "all" } as const;
const REASON = "Thiếu ảnh của sản phẩm";
let close: () => void;
let clock = 0;
let officer: UserActor;
let householdId: string;

beforeEach(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
  householdId = await insertTestHousehold({ slug: "ho-moi", name: "Hộ Mới", status: "pending" });
  await waiveTestJoining(householdId);
});
afterEach(() => {
  setClock();
  close();
});

async function householdStatus() {
  const [row] = await reader().select().from(households).where(eq(households.id, householdId));
  return { status: row?.status, reason: row?.statusReason };
}
async function productStatus(slug: string) {
  const [row] = await reader().select().from(products).where(eq(products.slug, slug));
  return { status: row?.status, reason: row?.statusReason, publishedAt: row?.publishedAt };
}
const auditedActions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);
const insertWaitingProduct = async (slug: string) =>
  insertTestProduct({ householdId, slug, status: "awaiting_approval", publishedAt: null });

describe("a household", () => {
  test("that waits is approved once, however often it is sent", async () => {
    const slug = "ho-moi";
    expect(await approveHousehold(officer, { slug })).toEqual({
      ok: true,
      value: { hasMoved: true },
    });
    expect(await approveHousehold(officer, { slug })).toEqual({
      ok: true,
      value: { hasMoved: false },
    });
    expect(await householdStatus()).toEqual({ status: "approved", reason: null });
    expect(await reader().select().from(householdEvents)).toMatchObject([
      { fromStatus: "pending", toStatus: "approved" },
    ]);
    expect(await reader().select().from(auditEntries)).toMatchObject([
      {
        action: "household.approve",
        subjectId: householdId,
        before: { status: "pending" },
        after: { status: "approved" },
      },
    ]);
    expect(await listWaitingHouseholds(10)).toEqual([]);
    expect(await listHouseholdDecisions(10)).toMatchObject([
      { slug, toStatus: "approved", decidedBy: "Lê Thị Duyệt" },
    ]);
  });

  test("that is refused reads why, may be approved later, and then the reason is gone", async () => {
    const slug = "ho-moi";
    await rejectHousehold(officer, { slug, reason: REASON });
    expect(await householdStatus()).toEqual({ status: "rejected", reason: REASON });
    await approveHousehold(officer, { slug });
    expect(await householdStatus()).toEqual({ status: "approved", reason: null });
  });

  test("that a colleague has decided about stays as it is", async () => {
    const slug = "ho-moi";
    const taken = { ok: false, code: "household_already_decided" };
    await approveHousehold(officer, { slug });
    expect(await rejectHousehold(officer, { slug, reason: REASON })).toEqual(taken);
    await suspendTestHousehold(officer, { slug, reason: REASON });
    // An old page with the button `approve` must not undo the suspension.
    expect(await approveHousehold(officer, { slug })).toEqual(taken);
    expect(await householdStatus()).toEqual({ status: "suspended", reason: REASON });
    expect(await auditedActions()).toEqual(["household.approve", "household.suspend"]);
  });

  test("two officers at once: one decides, the other is told", async () => {
    const [approved, rejected] = await Promise.all([
      approveHousehold(officer, { slug: "ho-moi" }),
      rejectHousehold(officer, { slug: "ho-moi", reason: REASON }),
    ]);
    expect(approved.ok).toBe(true);
    expect(rejected).toEqual({ ok: false, code: "household_already_decided" });
    expect(await reader().$count(householdEvents)).toBe(1);
  });

  test("that is suspended takes its products along, and brings them back", async () => {
    const slug = "ho-moi";
    await approveHousehold(officer, { slug });
    await insertTestProduct({ householdId, slug: "mat-ong" });
    expect(await findProduct("mat-ong", "vi")).not.toBeNull();
    await suspendTestHousehold(officer, { slug, reason: REASON });
    expect(await findProduct("mat-ong", "vi")).toBeNull();
    await restoreHousehold(officer, { slug });
    expect(await findProduct("mat-ong", "vi")).not.toBeNull();
    expect((await suspendTestHousehold(officer, { slug: "khong-co", reason: REASON })).ok).toBe(
      false,
    );
  });

  test("waits in the order of registration, with all that is needed to decide", async () => {
    await insertTestHousehold({
      slug: "ho-sau",
      status: "pending",
      communeCode: TEST_SHOP.secondCommuneCode,
    });
    expect(await listWaitingHouseholds(10)).toMatchObject([
      { slug: "ho-moi", name: "Hộ Mới", communeName: "Xã Lũng Cú", phone: "0912345678" },
      { slug: "ho-sau", communeName: "Xã Đồng Văn" },
    ]);
  });

  test("says who registered it where it did not itself, and whether its phone is proved", async () => {
    const userId = await insertTestUser({ role: "agent", fullName: "Phạm Thị Giúp" });
    const registered = await registerHelped(
      { kind: "user", userId, role: "agent" },
      {
        name: "Hộ được đăng ký",
        kind: "household",
        contactName: "Lý Thị Bà",
        phone: "0912000111",
        communeCode: TEST_SHOP.communeCode,
        addressLine: "Thôn Mẫu",
        story: "",
        consent: "on",
      },
    );
    expect(registered.ok).toBe(true);
    const listed = async () =>
      (await listWaitingHouseholds(10)).map((one) => [one.helperName, one.isPhoneProven]);
    expect(await listed()).toEqual([
      [null, false],
      ["Phạm Thị Giúp", false],
    ]);
    await inTransaction((tx) =>
      tx.update(users).set({ phoneProvenAt: now() }).where(eq(users.phone, "0912000111")),
    );
    expect((await listed())[1]).toEqual(["Phạm Thị Giúp", true]);
  });
});

describe("a product", () => {
  test("of a household that may not sell cannot be published, and can still be sent back", async () => {
    await insertWaitingProduct("mat-ong");
    for (const status of ["pending", "suspended"] as const) {
      if (status === "suspended") {
        await approveHousehold(officer, { slug: "ho-moi" });
        await suspendTestHousehold(officer, { slug: "ho-moi", reason: REASON });
      }
      expect(await approveProduct(officer, ALL, { slug: "mat-ong" })).toEqual({
        ok: false,
        code: "household_not_approved",
      });
      expect((await productStatus("mat-ong")).status).toBe("awaiting_approval");
    }
    expect((await rejectProduct(officer, ALL, { slug: "mat-ong", reason: REASON })).ok).toBe(true);
    expect(await productStatus("mat-ong")).toMatchObject({ status: "rejected", reason: REASON });
  });

  test("of an approved household is published once, from that moment on", async () => {
    await approveHousehold(officer, { slug: "ho-moi" });
    await insertWaitingProduct("mat-ong");
    const before = clock;
    const input = { slug: "mat-ong" };
    expect(await approveProduct(officer, ALL, input)).toEqual({
      ok: true,
      value: { hasMoved: true },
    });
    expect(await approveProduct(officer, ALL, input)).toEqual({
      ok: true,
      value: { hasMoved: false },
    });
    const { status, publishedAt } = await productStatus("mat-ong");
    expect(status).toBe("published");
    expect(publishedAt).toBeGreaterThan(before);
    expect(await reader().$count(productEvents)).toBe(1);
    expect(await auditedActions()).toEqual(["household.approve", "product.approve"]);
    expect(await findProduct("mat-ong", "vi")).not.toBeNull();
    expect(await listProductDecisions(10)).toMatchObject([
      { slug: "mat-ong", toStatus: "published", decidedBy: "Lê Thị Duyệt" },
    ]);
  });

  test("is of the tax class that the department says, a service always one", async () => {
    await approveHousehold(officer, { slug: "ho-moi" });
    await insertWaitingProduct("mat-ong");
    await insertWaitingProduct("che");
    await insertTestProduct({
      householdId,
      slug: "homestay",
      ocopSet: 26,
      taxClass: "service",
      status: "awaiting_approval",
      publishedAt: null,
    });
    const taxClass = "raw_self_produced" as const;
    await approveProduct(officer, ALL, { slug: "mat-ong", taxClass });
    await approveProduct(officer, ALL, { slug: "che" });
    await approveProduct(officer, ALL, { slug: "homestay", taxClass });
    // Of what is on sale already nothing is changed.
    await approveProduct(officer, ALL, { slug: "che", taxClass });
    const rows = await reader().select().from(products);
    expect(Object.fromEntries(rows.map((row) => [row.slug, row.taxClass]))).toMatchObject({
      "mat-ong": "raw_self_produced",
      che: "processed",
      homestay: "service",
    });
  });

  test("that a colleague has decided about, or a draft, stays as it is", async () => {
    await approveHousehold(officer, { slug: "ho-moi" });
    await insertWaitingProduct("mat-ong");
    await insertTestProduct({ householdId, slug: "ban-nhap", status: "draft", publishedAt: null });
    await approveProduct(officer, ALL, { slug: "mat-ong" });
    const taken = { ok: false, code: "product_already_decided" };
    expect(await rejectProduct(officer, ALL, { slug: "mat-ong", reason: REASON })).toEqual(taken);
    expect(await approveProduct(officer, ALL, { slug: "ban-nhap" })).toEqual(taken);
    expect(await approveProduct(officer, ALL, { slug: "khong-co" })).toEqual({
      ok: false,
      code: "product_not_found",
    });
  });

  test("sent again after it was refused waits from that day, behind those before it", async () => {
    await approveHousehold(officer, { slug: "ho-moi" });
    const slugs = ["mot", "hai"];
    for (const slug of slugs) {
      await insertTestProduct({ householdId, slug, status: "draft", publishedAt: null });
      await submitProduct(officer, ALL, { slug });
    }
    expect((await listWaitingProducts(10)).map((product) => product.slug)).toEqual(["mot", "hai"]);
    await rejectProduct(officer, ALL, { slug: "mot", reason: REASON });
    await submitProduct(officer, ALL, { slug: "mot" });
    expect((await listWaitingProducts(10)).map((product) => product.slug)).toEqual(["hai", "mot"]);
  });
});
