import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lots } from "~db/schema/catalog";
import { certificateSteps } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { delegations } from "~db/schema/households-delegations";
import { orders } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestCertificate,
  insertTestProduct,
  insertTestUser,
  TEST_SHOP,
  testSubmission,
} from "~/domain/flows/test-shop";
import { POWERS, type Power } from "~/domain/identity/powers";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import {
  agent,
  type Answer,
  argsOf,
  fingerprint,
  knock,
  mine,
  type Module,
  pathOf,
  setUpDesks,
  theirs,
} from "./test-desk";
import { insertOwnedRows, SECRET } from "./test-owned-rows";

/**
 * Every door of the desks of households, agents and the department, by everybody who has no business there: what it
 * answers, and that nothing of the household is in the answer and nothing in the database is another afterwards. The
 * table is made from the files that are there, so a new door is in it.
 */
setUpDesks();

const modules = import.meta.glob<Module>("./{household,agent,department}{.,_.,}*.{ts,tsx}", {
  eager: false,
});
const FILES = Object.keys(modules)
  .filter((one) => /^\.\/(household|agent|department)[._]/.test(one) && !one.endsWith(".test.ts"))
  .toSorted();

const SLUG = "mat-ong-cua-toi";
const NAME = "Mật ong chỉ của tôi";
const DECISION = "777/QĐ-UBND";
let file: Database.Database;
let params: Record<string, string>;
let buyerCookie: string;
let officerCookie: string;
let wrongHelper: string;
let lateHelper: string;
let endedHelper: string;
let narrowHelpers: Record<Power, string>;

const consent = (householdId: string, agentId: string, powers: (typeof POWERS)[number][]) => ({
  id: newId("dlg"),
  code: newId("dlg"),
  householdId,
  agentId,
  powers,
  days: 365,
  termsVersion: 1,
  way: "code" as const,
  codeId: "pcd_1",
  askedAt: now(),
  consentedAt: now(),
  expiresAt: now() + DAY_MS,
});

beforeAll(async () => {
  const productId = await insertTestProduct({
    householdId: mine.householdId,
    slug: SLUG,
    name: NAME,
  });
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId, quantity: 2 }],
      expectedTotalVnd: vnd(2 * 185_000 + 44_000),
      method: "cod",
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  const [order] = await reader().select().from(orders);
  const [lot] = await reader().select().from(lots);
  const certificateId = await insertTestCertificate({
    householdId: mine.householdId,
    decisionNumber: DECISION,
    status: "sent",
  });
  const stepId = newId("cst");
  const files = [{ id: newId("cfl"), type: "pdf" as const, sha256: "-" }];
  await inTransaction(async (tx) => {
    await tx.insert(certificateProducts).values({ certificateId, productId });
    const step = { id: stepId, certificateId, step: "sent" as const, files, occurredAt: now() };
    await tx.insert(certificateSteps).values(step);
  });
  buyerCookie = await cookieFor(await insertTestUser({ role: "buyer" }));
  officerCookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
  const helperId = await insertTestUser({ role: "agent" });
  const ours = await Promise.all(
    POWERS.map(async (power) =>
      consent(mine.householdId, await insertTestUser({ role: "agent" }), [power]),
    ),
  );
  await inTransaction(async (tx) => {
    const wrong = consent(theirs.householdId, helperId, [...POWERS]);
    await tx.insert(delegations).values([wrong, ...ours]);
  });
  const [lateId, endedId] = [
    await insertTestUser({ role: "agent" }),
    await insertTestUser({ role: "agent" }),
  ];
  const late = { ...consent(mine.householdId, lateId, [...POWERS]), expiresAt: now() - 1 };
  const ended = {
    ...consent(mine.householdId, endedId, [...POWERS]),
    endedAt: now(),
    endedBy: "household" as const,
  };
  await inTransaction((tx) => tx.insert(delegations).values([late, ended]));
  const acting = (cookie: string, householdId: string) => `${cookie}; acting=${householdId}`;
  lateHelper = acting(await cookieFor(lateId), mine.householdId);
  endedHelper = acting(await cookieFor(endedId), mine.householdId);
  // Works for another household, and says in the cookie, or not, that it is this one.
  wrongHelper = acting(await cookieFor(helperId), mine.householdId);
  const cookies = await Promise.all(
    ours.map(async ({ agentId, powers }) => [
      powers[0],
      acting(await cookieFor(agentId), mine.householdId),
    ]),
  );
  narrowHelpers = Object.fromEntries(cookies) as Record<Power, string>;
  const { communeCode } = TEST_SHOP;
  const beside = new Database(databaseFile());
  const known = { productId, orderId: order?.id ?? "", communeCode };
  params = {
    ...insertOwnedRows(beside, mine, known),
    productSlug: SLUG,
    orderCode: order?.code ?? "",
    lotCode: lot?.code ?? "",
    delegationCode: ours[0]?.code ?? "",
    certificateId,
    stepId,
    place: "1",
    month: "2026-11",
  };
  beside.close();
  file = new Database(databaseFile(), { readonly: true });
});

/** Evidence of a certificate and of a paper that joining asks for have steps of their own. */
const paramsOf = (door: string) =>
  door.includes("joining") ? { ...params, stepId: params["joiningStepId"] ?? "" } : params;

afterAll(() => file.close());

/** Households that took their own data. */
const isOwnExport = (row: Record<string, unknown>) =>
  row["action"] === "household.export" && row["subject_id"] !== mine.householdId;
const rowsNow = () => fingerprint(file, (row) => !isOwnExport(row));
const BODY = { household: "cua-toi", to: "cancelled", decision: "approve" };

/** Doors at which a helper with this power alone is refused whatever they bring; at the others they may have work. */
const NOT_FOR: Record<Power, RegExp> = {
  products: /^\.\/household\.(orders|packing)/,
  orders: /^\.\/household\.(products|certificates|listings|prices)/,
  shop: /^\.\/household\.(orders|packing|products|certificates|listings|prices)/,
};

/** What a helper with this power alone has no business with; goods are named in orders too. */
function notFor(power: Power): string[] {
  const [order, certificate] = [params["orderCode"] ?? "", DECISION];
  return { products: [order], orders: [certificate], shop: [NAME, order, certificate] }[power];
}

/** Before anything is looked for: who has no business here is told so, and not that there is nothing. */
const isRefused = ({ status, location }: Answer) =>
  status === 403 || status === 405 || (location ?? "").startsWith("/agent?problem=no_consent");

/**
 * Names of what every household has: months, lessons, tables of its own, parts of photos that it sends itself, what it says
 * of an item for all, and a place that is gone already.
 */
const IN_COMMON =
  /household\.(lessons|statements|listings\.photos)|table_\.\$|training_|_\.statement|pickup-points/;
/** Doors that find more than a row: a file, a signed contract, a recall, an item that counts for the household. */
const NEEDS_MORE =
  /evidence|contractFile|contractCode_\.print|joining_\.\$itemId\.tsx|lotCode_\.buyers|proof\[/;

const STRANGERS: [name: string, cookie: () => string, desks: RegExp][] = [
  ["a buyer", () => buyerCookie, /^\.\/(household|agent|department)/],
  ["an agent without consent", () => agent.cookie, /^\.\/(household|department)/],
  ["an agent of another household", () => wrongHelper, /^\.\/(household|department)/],
  ["an agent whose consent has run out", () => lateHelper, /^\.\/household/],
  ["an agent whose consent was taken back", () => endedHelper, /^\.\/household/],
  ["another household", () => theirs.cookie, /^\.\/(agent|department)/],
  ["an officer", () => officerCookie, /^\.\/(household|agent)/],
];

it("there are doors to knock at", () => {
  expect(FILES.filter((one) => one.startsWith("./household")).length).toBeGreaterThan(55);
  expect(FILES.filter((one) => one.startsWith("./department")).length).toBeGreaterThan(60);
});

it("the household itself sees what the others must not", async () => {
  const own = async (path: string, one: string) => {
    const load = modules[one];
    const { loader } = (await load?.()) ?? {};
    if (!loader) throw new Error(one);
    return (await knock(loader, argsOf(path, { params, cookie: mine.cookie }))).text;
  };
  expect(await own("/household/products", "./household.products._index.tsx")).toContain(NAME);
  const list = await own("/household/orders", "./household.orders._index.tsx");
  expect(list).toContain(params["orderCode"]);
  const certificate = "./household.certificates.$certificateId.tsx";
  expect(await own(pathOf(certificate, params), certificate)).toContain(DECISION);
});

it("knows a thing of the household for every name in an address of its desk", () => {
  const unknown = FILES.filter((one) => one.startsWith("./household")).filter((one) =>
    pathOf(one, params).includes("khong-co"),
  );
  expect(unknown).toEqual([]);
});

describe.each(FILES)("%s", (door) => {
  const knockAll = async (cookie: string) => {
    const load = modules[door];
    const { loader, action } = (await load?.()) ?? {};
    const params = paramsOf(door);
    const path = pathOf(door, params);
    const before = rowsNow();
    const answers: Answer[] = [];
    for (const query of ["", "?household=cua-toi"]) {
      const told = { params, cookie };
      if (loader) answers.push(await knock(loader, argsOf(path + query, told)));
      if (action) {
        answers.push(await knock(action, argsOf(path + query, { ...told, body: BODY })));
      }
    }
    expect(rowsNow(), "the database").toBe(before);
    return answers;
  };

  const look = async (cookie: string) => {
    const { loader } = (await modules[door]?.()) ?? {};
    return loader ? [await knock(loader, argsOf(pathOf(door, params), { params, cookie }))] : [];
  };

  it("sends a guest to sign in", async () => {
    for (const answer of await knockAll("")) {
      expect(answer.location ?? `${answer.status}`).toMatch(/^\/sign-in|^405$/);
    }
  });

  for (const [name, cookieOf, desks] of STRANGERS) {
    if (!desks.test(door)) continue;
    it(`is closed to ${name}`, async () => {
      for (const answer of await knockAll(cookieOf())) {
        expect(isRefused(answer), `${answer.status} ${answer.location}`).toBe(true);
      }
    });
  }

  if (door.startsWith("./household")) {
    it("shows another household nothing of it, and changes nothing", async () => {
      const isLesson = door.startsWith("./household.lessons.");
      for (const { text } of await (isLesson ? look : knockAll)(theirs.cookie)) {
        expect(text).not.toContain(NAME);
        expect(text).not.toContain(params["orderCode"]);
        expect(text).not.toContain(DECISION);
        expect(text).not.toContain(SECRET);
      }
    });

    if (door.includes("$") && !IN_COMMON.test(door)) {
      it("finds its thing for the household, and for another one as if there were none", async () => {
        const { loader, action } = (await modules[door]?.()) ?? {};
        const own = paramsOf(door);
        const path = pathOf(door, own);
        const asked = (cookie: string) => argsOf(path, { params: own, cookie });
        const posted = { params: own, cookie: theirs.cookie, body: BODY };
        if (loader) {
          const { status } = await knock(loader, asked(mine.cookie));
          expect(status === 404, `${status}`).toBe(NEEDS_MORE.test(door));
          // Doors that only take forms lead back to a page that is not shown.
          const told = await knock(loader, asked(theirs.cookie));
          expect([302, 303, 404], `${told.status}`).toContain(told.status);
        }
        if (action) {
          const { status } = await knock(action, argsOf(path, posted));
          expect([400, 404], `${status}`).toContain(status);
        }
      });
    }

    it.each(POWERS)("shows a helper for %s alone nothing of the rest", async (power) => {
      const isForeign = NOT_FOR[power].test(door);
      const cookie = narrowHelpers[power];
      // What the body asks for elsewhere may be their work.
      const answers = await (isForeign ? knockAll(cookie) : look(cookie));
      for (const answer of answers) {
        // Reviews, which are work of the shop, name what they are of.
        const named = door.includes("reviews_") ? [NAME] : [];
        const secrets = notFor(power).filter((one) => !named.includes(one));
        for (const secret of secrets) expect(answer.text).not.toContain(secret);
        if (isForeign) expect(isRefused(answer), `${answer.status}`).toBe(true);
      }
    });
  }
});
