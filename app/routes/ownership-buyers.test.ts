import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addresses } from "~db/schema/buyers";
import { lineItems, orders } from "~db/schema/orders";
import { putAddress } from "~/domain/buyers/put-address.server";
import { openHarvest } from "~/domain/flows/open-harvest.server";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { ask } from "~/domain/flows/test-contracts";
import { join } from "~/domain/flows/test-preorders";
import {
  insertTestProduct,
  insertTestUser,
  TEST_SHOP,
  testSubmission,
} from "~/domain/flows/test-shop";
import { linkKey, readingKey, type LinkedThing } from "~/domain/identity/link-key.server";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { addDays, localDateOf } from "~/platform/period";
import {
  agent,
  argsOf,
  fingerprint,
  knock,
  mine,
  type Module,
  pathOf,
  setUpDesks,
  theirs,
} from "./test-desk";

/**
 * Every private door of buyers, by everybody who has neither their account nor the key of their link: nothing of the buyer
 * is in the answer, and nothing in the database is another afterwards. The table is made from the files that are there.
 */
setUpDesks();

const modules = import.meta.glob<Module>(
  "./{account,_store.orders,_store.contracts,_store.preorders,_store.links,o.}*.{ts,tsx}",
);
const FILES = Object.keys(modules)
  .filter((one) => !one.endsWith(".test.ts") && one !== "./_store.orders._index.tsx")
  .toSorted();
const LINKED = FILES.filter((one) => !one.startsWith("./account"));
const ACCOUNT = FILES.filter((one) => one.startsWith("./account"));

const PERSON = { name: "Đoàn Thị Xuyến Chi", phone: "0988000111", addressLine: "Ngõ 7 Hàng Muối" };
const WAITING = "Lò Thị Đặt Trước";
const SCHOOL = "Trường Tiểu học Lũng Cú";
let file: Database.Database;
let params: Record<string, string>;
let ownCookie: string;
let otherCookie: string;
let officerCookie: string;

beforeAll(async () => {
  const productId = await insertTestProduct({ householdId: mine.householdId });
  const ownId = await insertTestUser({ role: "buyer", phone: PERSON.phone });
  const placed = await placeCheckout(
    { kind: "user", userId: ownId, role: "buyer" },
    testSubmission({
      lines: [{ productId, quantity: 2 }],
      expectedTotalVnd: vnd(2 * 185_000 + 44_000),
      buyerName: PERSON.name,
      buyerPhone: PERSON.phone,
      addressLine: PERSON.addressLine,
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  const contractCode = await ask(mine.householdId, productId);
  const orange = await insertTestProduct({ householdId: mine.householdId, stockCount: 0 });
  const member = { kind: "user", userId: mine.userId, role: "household_member" } as const;
  const scope = { kind: "households", householdIds: [mine.householdId] } as const;
  const today = localDateOf(now());
  const opened = await openHarvest(member, scope, {
    slug: `san-pham-${orange}`,
    harvestId: newId("hrv"),
    harvestFrom: addDays(today, 20),
    harvestTo: addDays(today, 30),
    closesOn: addDays(today, 10),
    capCount: 20,
    unitPriceVnd: vnd(100_000),
  });
  if (!opened.ok) throw new Error(opened.code);
  const waiting = await join(orange, 2, { buyerName: WAITING });
  if (!waiting.ok) throw new Error(waiting.code);
  const facts = {
    fullName: PERSON.name,
    phone: PERSON.phone,
    provinceCode: TEST_SHOP.provinceCode,
    communeCode: TEST_SHOP.communeCode,
    placeName: "Xã Mẫu",
    addressLine: PERSON.addressLine,
  };
  await inTransaction((tx) => putAddress(tx, { userId: ownId, addressId: newId("adr"), facts }));
  file = new Database(databaseFile(), { readonly: true });
  ownCookie = await cookieFor(ownId);
  otherCookie = await cookieFor(await insertTestUser({ role: "buyer" }));
  officerCookie = await cookieFor(await insertTestUser({ role: "department_officer" }));
  const [order] = await reader().select().from(orders);
  const [line] = await reader().select().from(lineItems);
  const [address] = await reader().select().from(addresses);
  params = {
    orderCode: placed.value.code,
    purchaseCode: placed.value.code,
    subOrderCode: order?.code ?? "",
    lineItemId: line?.id ?? "",
    contractCode,
    addressId: address?.id ?? "",
    preorderCode: waiting.value.code,
    qrFile: "vietqr.svg",
    contractFile: "hop-dong.html",
  };
});
afterAll(() => file.close());

/** What forms of these doors ask for, together: an action that reads its form first gets as far as it can. */
const BODY = {
  to: "cancelled",
  reason: "Không cần nữa",
  note: "Không cần nữa",
  method: "cod",
  intent: "cancel",
  amountVnd: "414000",
  bankCode: "970405",
  bankBin: "970405",
  accountNumber: "1234567890",
  accountName: "DOAN THI XUYEN CHI",
  rating: "1",
  text: "Không ngon",
  fullName: "Ai khác",
  phone: "0988000222",
  addressLine: "Nơi khác",
  provinceCode: TEST_SHOP.provinceCode,
  communeCode: TEST_SHOP.communeCode,
  language: "en",
  isSure: "on",
};

const STRANGERS: [name: string, cookie: () => string][] = [
  ["a guest", () => ""],
  ["another buyer", () => otherCookie],
  ["the household that sells it", () => mine.cookie],
  ["another household", () => theirs.cookie],
  ["an agent", () => agent.cookie],
  ["an officer", () => officerCookie],
];

function thingOf(door: string): LinkedThing {
  if (door.includes("contracts")) return "contract";
  return door.includes("preorders") ? "preorder" : "order";
}

async function knockAll(door: string, cookie: string, query: string) {
  const { loader, action } = (await modules[door]?.()) ?? {};
  const path = pathOf(door, params) + query;
  const before = fingerprint(file);
  const answers = [];
  if (loader) answers.push(await knock(loader, argsOf(path, { params, cookie })));
  if (action) answers.push(await knock(action, argsOf(path, { params, cookie, body: BODY })));
  return { answers, isChanged: fingerprint(file) !== before };
}

function expectNothingOf(text: string) {
  for (const secret of [PERSON.name, PERSON.phone, PERSON.addressLine, SCHOOL, WAITING]) {
    expect(text).not.toContain(secret);
  }
}

it("there are doors to knock at, and the buyer's own link opens one", async () => {
  expect(LINKED.length).toBeGreaterThan(20);
  expect(ACCOUNT.length).toBeGreaterThan(10);
  const key = linkKey("order", params["orderCode"] ?? "");
  const door = "./_store.orders.$orderCode.tsx";
  const { answers } = await knockAll(door, "", `?key=${key}`);
  expect(answers[0]?.text).toContain(PERSON.name);
  for (const [thing, name] of [
    ["contract", SCHOOL],
    ["preorder", WAITING],
  ] as const) {
    const opens = `?key=${linkKey(thing, params[`${thing}Code`] ?? "")}`;
    const shown = await knockAll(`./_store.${thing}s.$${thing}Code.tsx`, "", opens);
    expect(shown.answers[0]?.text).toContain(name);
  }
  const own = await knockAll("./account_.addresses.tsx", ownCookie, "");
  expect(own.answers[0]?.text).toContain(PERSON.addressLine);
});

describe.each(LINKED)("%s", (door) => {
  for (const [name, cookieOf] of STRANGERS) {
    it(`is closed to ${name} without its key, and with another's`, async () => {
      for (const query of ["", `?key=${linkKey(thingOf(door), "UQ-KHAC")}`]) {
        const { answers, isChanged } = await knockAll(door, cookieOf(), query);
        expect(isChanged, "the database").toBe(false);
        for (const { status, location, text } of answers) {
          // Who comes back from the page where a card is typed without its cookie is shown where orders are found.
          const isLost = status === 303 && location === "/orders" && door.includes("_.card");
          expect(isLost || [404, 405].includes(status), `${status} ${location}`).toBe(true);
          expectNothingOf(text);
        }
      }
    });
  }

  // It is there to be asked for: the link goes to the buyer's own phone.
  if (door.startsWith("./_store.links")) return;
  it("does nothing for who may only read", async () => {
    const thing = thingOf(door);
    const code = params[`${thing}Code`] ?? "";
    const { action } = (await modules[door]?.()) ?? {};
    if (!action) return;
    const path = `${pathOf(door, params)}?key=${readingKey(thing, code)}`;
    const before = fingerprint(file);
    const answer = await knock(action, argsOf(path, { params, cookie: "", body: BODY }));
    expect(fingerprint(file), "the database").toBe(before);
    expect([403, 404]).toContain(answer.status);
  });
});

describe.each(ACCOUNT)("%s", (door) => {
  it("sends a guest to sign in", async () => {
    const { answers, isChanged } = await knockAll(door, "", "");
    expect(isChanged, "the database").toBe(false);
    for (const { location, status } of answers) {
      expect(location ?? `${status}`).toMatch(/^\/sign-in|^405$/);
    }
  });

  it("shows others nothing of this buyer, and takes nothing of theirs", async () => {
    for (const [, cookieOf] of STRANGERS.slice(1)) {
      const rows = () =>
        fingerprint(file, (row) =>
          Object.values(row).some(
            (value) => value === PERSON.phone || value === PERSON.addressLine,
          ),
        );
      const before = rows();
      const { answers } = await knockAll(door, cookieOf(), "");
      for (const { text } of answers) expectNothingOf(text);
      expect(rows(), "the buyer's rows").toBe(before);
    }
  });
});
