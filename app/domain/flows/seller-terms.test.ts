import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { sellerTerms, termsAcceptances } from "~db/schema/joining-terms";
import type { UserActor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { TermsForm } from "~/domain/joining/forms-terms";
import {
  countAcceptances,
  findHouseholdTerms,
  findTermsInForce,
  hasAcceptedTerms,
  listTerms,
} from "~/domain/joining/queries-terms.server";
import { announcedOn, inForceOn } from "~/domain/joining/terms-order";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { acceptSellerTerms } from "./accept-seller-terms.server";
import { publishSellerTerms } from "./publish-seller-terms.server";
import { registerHousehold } from "./register-household.server";
import { submitProduct } from "./submit-product.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "./test-shop";

const START = startOfDate("2026-11-22") + 36_000_000;
const TEXT = "Điều khoản mới của chợ, viết bằng câu ngắn. ".repeat(5);
const NOT_ACCEPTED = { ok: false, code: "terms_not_accepted" };

let close: () => void;
let clock: number;
let officer: UserActor;
let member: UserActor;
let helper: UserActor;
let householdId: string;
let scope: Scope;

beforeEach(async () => {
  close = openTestDatabase({ PROVINCE: "08" });
  clock = START;
  setClock(() => (clock += 1_000));
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "ho-cu" });
  scope = { kind: "households", householdIds: [householdId] };
  const actor = (userId: string, role: UserActor["role"]) =>
    ({ kind: "user", userId, role }) as const;
  officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
  member = actor(await insertTestUser({ householdId }), "household_member");
  helper = {
    ...actor(await insertTestUser({ role: "agent" }), "agent"),
    onBehalfOfId: householdId,
  };
});
afterEach(() => {
  setClock();
  close();
});

const terms = (change: Partial<TermsForm> = {}): TermsForm => ({
  number: 2,
  textVi: TEXT,
  textEn: TEXT,
  changeVi: "Thêm điều về hàng lỗi.",
  changeEn: "A part about faulty goods.",
  effectiveOn: "2026-11-25",
  ...change,
});
const publish = (change: Partial<TermsForm> = {}) => publishSellerTerms(officer, terms(change));
const accept = (number: number, actor = member) =>
  acceptSellerTerms(actor, scope, { householdId, number });
const standing = async () => {
  const { asked, announced, accepted } = await findHouseholdTerms(householdId);
  return [asked?.number ?? null, announced?.number ?? null, accepted.map((yes) => yes.number)];
};
const goTo = (day: string) => (clock = startOfDate(day) + 36_000_000);
const insertDraft = (slug: string) =>
  insertTestProduct({ householdId, slug, status: "draft", publishedAt: null });
const statusOf = async (slug: string) =>
  (await reader().select().from(products).where(eq(products.slug, slug)))[0]?.status;

describe("a new version", () => {
  test("comes within a year: a year mistyped would bar all that follow", async () => {
    expect(await publish({ effectiveOn: "2062-11-25" })).toEqual({
      ok: false,
      code: "terms_day_far",
    });
    expect(await publish({ effectiveOn: "2027-11-24" })).toMatchObject({ code: "terms_day_far" });
    expect((await publish({ effectiveOn: "2027-11-23" })).ok).toBe(true);
  });

  test("is not taken for published when another officer's has its number", async () => {
    expect((await publish()).ok).toBe(true);
    expect((await publish()).ok).toBe(true);
    expect(await publish({ changeVi: "Thêm điều về giao hàng." })).toEqual({
      ok: false,
      code: "terms_published_meanwhile",
    });
  });

  test("is announced before its day, asked for from then on, and nothing is sent without a yes", async () => {
    await insertDraft("mat-ong");
    await insertDraft("che");
    await publish();
    expect(await standing()).toEqual([null, 2, [1]]);
    expect((await submitProduct(member, scope, { slug: "mat-ong" })).ok).toBe(true);
    clock = startOfDate("2026-11-25") - 60_000;
    expect(await hasAcceptedTerms(reader(), householdId)).toBe(true);
    clock = startOfDate("2026-11-25");
    expect(await standing()).toEqual([2, null, [1]]);
    expect(await submitProduct(member, scope, { slug: "che" })).toEqual(NOT_ACCEPTED);
    expect(await statusOf("che")).toBe("draft");
    // What lies with the department already stays there, and sending it again is no new sending.
    expect((await submitProduct(member, scope, { slug: "mat-ong" })).ok).toBe(true);
    expect((await accept(2)).ok).toBe(true);
    expect(await standing()).toEqual([null, null, [2, 1]]);
    expect((await submitProduct(member, scope, { slug: "che" })).ok).toBe(true);
  });

  test("may be accepted as soon as it is announced, once, by the household itself", async () => {
    await publish();
    expect(await accept(2, helper)).toEqual({ ok: false, code: "household_not_found" });
    expect(await accept(2, officer)).toEqual({ ok: false, code: "household_not_found" });
    const elsewhere: Scope = { kind: "households", householdIds: ["hh_khac"] };
    expect((await acceptSellerTerms(member, elsewhere, { householdId, number: 2 })).ok).toBe(false);
    await accept(2);
    await accept(2);
    goTo("2026-11-26");
    expect(await standing()).toEqual([null, null, [2, 1]]);
    const actions = (await reader().select().from(auditEntries)).map((entry) => entry.action);
    expect(actions).toEqual(["seller_terms.publish", "seller_terms.accept"]);
    expect(await reader().select().from(termsAcceptances)).toMatchObject([
      { number: 1 },
      { number: 2, userId: member.userId, isSample: false },
    ]);
    expect(await countAcceptances()).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    );
  });

  test("takes the place of the old, which nobody can agree to any more", async () => {
    await publish({ effectiveOn: "2026-11-22" });
    const other = await insertTestHousehold({ slug: "ho-hai" });
    await inTransaction(async (tx) => {
      await tx.insert(termsAcceptances).values({
        householdId: other,
        number: 2,
        userId: member.userId,
        acceptedAt: clock,
      });
    });
    expect(await accept(1)).toEqual({ ok: false, code: "terms_not_asked" });
    expect(await accept(3)).toEqual({ ok: false, code: "terms_not_asked" });
    expect((await findTermsInForce())?.number).toBe(2);
    expect(await hasAcceptedTerms(reader(), other)).toBe(true);
    expect(await hasAcceptedTerms(reader(), householdId)).toBe(false);
  });

  test("is published once, in order of its days and never for the past", async () => {
    const refused = (code: string) => ({ ok: false, code });
    expect(await publish({ effectiveOn: "2026-11-21" })).toEqual(refused("terms_day_past"));
    expect(await publish({ number: 3 })).toEqual(refused("terms_published_meanwhile"));
    expect((await publish()).ok).toBe(true);
    expect((await publish()).ok).toBe(true);
    expect(await publish({ textVi: `${TEXT} Khác.` })).toEqual(
      refused("terms_published_meanwhile"),
    );
    expect(await publish({ number: 3, effectiveOn: "2026-11-24" })).toEqual(
      refused("terms_day_before"),
    );
    expect((await publish({ number: 3, effectiveOn: "2026-11-25" })).ok).toBe(true);
    expect((await listTerms()).map((version) => version.number)).toEqual([3, 2, 1]);
    goTo("2026-11-25");
    expect((await findTermsInForce())?.number).toBe(3);
  });

  test("and each yes stand as they are, whoever writes to the database", async () => {
    const change = (work: Parameters<typeof inTransaction>[0]) =>
      expect(inTransaction(work)).rejects.toThrow();
    await change((tx) => tx.update(sellerTerms).set({ textVi: "khác" }));
    await change((tx) => tx.delete(sellerTerms));
    await change((tx) => tx.update(termsAcceptances).set({ acceptedAt: 1 }));
    await change((tx) => tx.delete(termsAcceptances));
  });
});

describe("who registers", () => {
  const registration = {
    name: "Hộ Đăng Ký",
    kind: "household",
    contactName: "Vàng Thị Mai",
    phone: "0900000777",
    password: "mat khau dai",
    communeCode: TEST_SHOP.communeCode,
    addressLine: "thôn Mẫu",
    story: "",
    language: "vi",
    clientNetwork: "198.51.100.1",
    deviceToken: null,
  } as const;
  const acceptedBy = async () =>
    (await reader().select().from(termsAcceptances))
      .filter((yes) => yes.householdId !== householdId)
      .map((yes) => yes.number);

  test("agrees to the version that stood on the form", async () => {
    expect((await registerHousehold({ ...registration, termsNumber: 1 })).ok).toBe(true);
    expect((await registerHousehold({ ...registration, termsNumber: 1 })).ok).toBe(true);
    expect(await acceptedBy()).toEqual([1]);
  });

  test("with a form of another day is asked at the desk", async () => {
    await publish({ effectiveOn: "2026-11-22" });
    expect((await registerHousehold({ ...registration, termsNumber: 1 })).ok).toBe(true);
    expect(await acceptedBy()).toEqual([]);
  });
});

test("the version in force is the highest whose day has come, and the rest is announced", () => {
  const day = (offset: number) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" }).format(new Date(START + offset * DAY_MS));
  const versions = fc
    .array(fc.integer({ min: -20, max: 20 }), { maxLength: 8 })
    .map((offsets) =>
      offsets
        .toSorted((a, b) => a - b)
        .map((offset, i) => ({ number: i + 1, effectiveOn: day(offset) })),
    );
  fc.assert(
    fc.property(versions, (all) => {
      const today = day(0);
      const current = inForceOn(all, today);
      const announced = announcedOn(all, today);
      expect(announced.length + (current?.number ?? 0)).toBe(all.length);
      expect(announced.every(({ number }) => number > (current?.number ?? 0))).toBe(true);
    }),
  );
});
