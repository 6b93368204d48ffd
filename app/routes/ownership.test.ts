import { createHash } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
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
  testSubmission,
} from "~/domain/flows/test-shop";
import { POWERS } from "~/domain/identity/powers";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { agent, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

/**
 * Every door of the desks of households, agents and the department, by everybody who has no business there: what it
 * answers, and that nothing of the household is in the answer and nothing in the database is another afterwards. The
 * table is made from the files that are there, so a new door is in it.
 */
setUpDesks();

type Door = (args: ActionFunctionArgs) => unknown;
type Module = { loader?: Door; action?: Door };
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
let narrowHelper: string;

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
  file = new Database(databaseFile(), { readonly: true });
  buyerCookie = await cookieFor(await insertTestUser({ role: "buyer" }));
  officerCookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
  const helperId = await insertTestUser({ role: "agent" });
  const narrowId = await insertTestUser({ role: "agent" });
  const ours = consent(mine.householdId, narrowId, ["shop"]);
  await inTransaction(async (tx) => {
    await tx.insert(delegations).values([consent(theirs.householdId, helperId, [...POWERS]), ours]);
  });
  const acting = (cookie: string, householdId: string) => `${cookie}; acting=${householdId}`;
  // Works for another household, and says in the cookie, or not, that it is this one.
  wrongHelper = acting(await cookieFor(helperId), mine.householdId);
  narrowHelper = acting(await cookieFor(narrowId), mine.householdId);
  params = {
    productSlug: SLUG,
    orderCode: order?.code ?? "",
    lotCode: lot?.code ?? "",
    delegationCode: ours.code,
    certificateId,
    stepId,
    place: "1",
    month: "2026-11",
  };
});

afterAll(() => file.close());

/** `household.orders.$orderCode_.proof.tsx` as an address with the household's own names in it. */
function pathOf(file: string): string {
  const name = file.replace(/^\.\//, "").replace(/\.tsx?$/, "");
  const parts = name.replaceAll("[.]", "\0").split(".");
  return `/${parts
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/_$/, "").replaceAll("\0", "."))
    .map((part) => part.replace(/\$(\w+)/, (_, key: string) => params[key] ?? "khong-co"))
    .join("/")}`;
}

function argsOf(path: string, { cookie, isPost }: { cookie: string; isPost: boolean }) {
  const url = `http://localhost${path}`;
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  const body = new URLSearchParams({ household: "cua-toi", to: "cancelled", decision: "approve" });
  const request = new Request(url, isPost ? { method: "POST", headers, body } : { headers });
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: "::1",
    reference: "test",
  } as const;
  return { request, params, context };
}

/** Of everything that is kept, but who is signed in, and that other households took their own data. */
function fingerprint(): string {
  const tables = file.prepare(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%search%' order by name",
  );
  const hash = createHash("sha256");
  for (const { name } of tables.all() as { name: string }[]) {
    if (name === "sessions") continue;
    const rows = file.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
    hash.update(name + JSON.stringify(rows.filter((row) => !isOwnExport(row))));
  }
  return hash.digest("hex");
}

const isOwnExport = (row: Record<string, unknown>) =>
  row["action"] === "household.export" && row["subject_id"] !== mine.householdId;

type Answer = { status: number; location: string | null; text: string };

async function knock(door: Door, args: ReturnType<typeof argsOf>): Promise<Answer> {
  const answer: unknown = await Promise.resolve()
    .then(() => door(args))
    .catch((thrown: unknown) => thrown);
  const outcome = await outcomeOf(answer);
  const text =
    answer instanceof Response
      ? await answer.clone().text()
      : JSON.stringify(answer instanceof Error ? answer.message : answer);
  return { ...outcome, text };
}

const isRefused = ({ status, location }: Answer) =>
  status === 403 ||
  status === 404 ||
  status === 405 ||
  (location ?? "").startsWith("/agent?problem=no_consent");

const STRANGERS: [name: string, cookie: () => string, desks: RegExp][] = [
  ["a buyer", () => buyerCookie, /^\.\/(household|agent|department)/],
  ["an agent without consent", () => agent.cookie, /^\.\/(household|department)/],
  ["an agent of another household", () => wrongHelper, /^\.\/(household|department)/],
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
    return (await knock(loader, argsOf(path, { cookie: mine.cookie, isPost: false }))).text;
  };
  expect(await own("/household/products", "./household.products._index.tsx")).toContain(NAME);
  const list = await own("/household/orders", "./household.orders._index.tsx");
  expect(list).toContain(params["orderCode"]);
  const certificate = "./household.certificates.$certificateId.tsx";
  expect(await own(pathOf(certificate), certificate)).toContain(DECISION);
});

describe.each(FILES)("%s", (door) => {
  const knockAll = async (cookie: string) => {
    const load = modules[door];
    const { loader, action } = (await load?.()) ?? {};
    const path = pathOf(door);
    const before = fingerprint();
    const answers: Answer[] = [];
    for (const query of ["", "?household=cua-toi"]) {
      if (loader)
        answers.push(await knock(loader, argsOf(path + query, { cookie, isPost: false })));
      if (action) answers.push(await knock(action, argsOf(path + query, { cookie, isPost: true })));
    }
    expect(fingerprint(), "the database").toBe(before);
    return answers;
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
      for (const { text } of await knockAll(theirs.cookie)) {
        expect(text).not.toContain(NAME);
        expect(text).not.toContain(params["orderCode"]);
        expect(text).not.toContain(DECISION);
      }
    });

    it("shows a helper for the shop nothing of its orders and products", async () => {
      for (const { text } of await knockAll(narrowHelper)) {
        expect(text).not.toContain(NAME);
        expect(text).not.toContain(params["orderCode"]);
        expect(text).not.toContain(DECISION);
      }
    });
  }
});
