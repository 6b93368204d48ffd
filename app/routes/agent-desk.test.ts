import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { registerHelped } from "~/domain/flows/register-helped.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestUser,
  TEST_SHOP,
} from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import type { Power } from "~/domain/identity/powers";
import { linkKey } from "~/domain/identity/link-key.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, localDateOf } from "~/platform/period";
import { paths } from "~/web/paths";
import * as linkDoor from "./_store.consents.$delegationCode";
import * as agentDoor from "./agent._index";
import * as actingDoor from "./agent.acting";
import * as heldDoor from "./agent.acting_.form";
import * as closureDoor from "./household.closure";
import * as buyersFileDoor from "./household.lots.$lotCode_.buyers[.]csv";
import * as buyersDoor from "./household.lots.$lotCode_.buyers";
import { mine, agent, args, NO_CONSENT, outcomeOf, setUpDesks, type Options } from "./test-desk";

setUpDesks();

const time = now();

const consent = (householdId: string, change: Partial<typeof delegations.$inferInsert> = {}) => ({
  id: newId("dlg"),
  householdId,
  code: newId("dlg"),
  agentId: agent.id,
  powers: ["products" as const],
  days: 365,
  termsVersion: 1,
  way: "code" as const,
  codeId: "pcd_1",
  askedAt: time - 10 * DAY_MS,
  consentedAt: time - 10 * DAY_MS,
  expiresAt: time + 30 * DAY_MS,
  ...change,
});

const heldAt = paths.heldForm;

const insert = (...rows: ReturnType<typeof consent>[]) =>
  inTransaction(async (tx) => {
    await tx.insert(delegations).values(rows);
  });

describe("the agent's desk", () => {
  it("shows whom the agent has registered and not asked, until they ask", async () => {
    const unasked = async (cookie: string) =>
      (await agentDoor.loader(args("/agent", { cookie }))).unasked;
    const own = { kind: "user", userId: agent.id, role: "agent" } as const;
    const registered = await registerHelped(own, {
      name: "Hộ chưa hỏi",
      kind: "household",
      contactName: "Sùng Thị Mẫu",
      phone: "0986000301",
      communeCode: TEST_SHOP.communeCode,
      addressLine: "Thôn Mẫu",
      story: "",
      consent: "on",
    });
    if (!registered.ok) throw new Error(registered.code);
    const [household] = await unasked(agent.cookie);
    expect(household).toMatchObject({ name: "Hộ chưa hỏi", status: "pending" });
    expect(household?.renewal).toMatch(/^\/agent\/consents\/new\?/);
    const otherId = await insertTestUser({ role: "agent" });
    expect(await unasked(await cookieFor(otherId))).toEqual([]);
    await insert(
      consent(household?.id ?? "", { consentedAt: null, expiresAt: null, agentId: otherId }),
    );
    expect(await unasked(agent.cookie)).toHaveLength(1);
    await insert(consent(household?.id ?? ""));
    expect(await unasked(agent.cookie)).toEqual([]);
    const { households } = await agentDoor.loader(args("/agent", agent));
    expect(households.find(({ name }) => name === "Hộ chưa hỏi")?.joining).toMatchObject({
      doneCount: expect.any(Number),
      sentBackCount: 0,
    });
    await inTransaction((tx) =>
      tx
        .update(delegations)
        .set({ endedAt: time, endedBy: "household" })
        .where(eq(delegations.householdId, household?.id ?? "")),
    );
  });

  it("shows the households whose consent holds now, and no other", async () => {
    const revoked = await insertTestHousehold({ slug: "da-rut" });
    const expired = await insertTestHousehold({ slug: "het-han" });
    const helped = await insertTestHousehold({ slug: "duoc-giup" });
    await insertTestProduct({ householdId: helped, searchId: 1_000 });
    const otherAgent = await insertTestUser({ role: "agent" });
    await insert(
      consent(revoked, { endedAt: time - DAY_MS, endedBy: "household" }),
      consent(expired, { expiresAt: time }),
      consent(helped),
      // Renewed before the first ended: one household, the longer consent.
      consent(helped, { expiresAt: time + 60 * DAY_MS }),
      consent(mine.householdId, { agentId: otherAgent }),
    );
    const { households } = await agentDoor.loader(args("/agent", agent));
    expect(households).toMatchObject([
      { slug: "duoc-giup", publishedCount: 1, waitingOrderCount: null },
    ]);
    expect(households[0]?.consentUntil).toBe(localDateOf(time + 60 * DAY_MS - 1));
    expect(await outcomeOf(agentDoor.loader(args("/agent", mine)))).toMatchObject({ status: 403 });
  });

  it("counts orders, and who bought a recalled lot is told, only where orders were agreed to", async () => {
    const outcomes = async (slug: string, power: "products" | "orders") => {
      const householdId = await insertTestHousehold({ slug });
      await insert(consent(householdId, { powers: [power] }));
      const options = { cookie: `${agent.cookie}; acting=${householdId}` };
      const { households } = await agentDoor.loader(args("/agent", options));
      return [
        households.find((one) => one.slug === slug)?.waitingOrderCount,
        await outcomeOf(buyersDoor.loader(args("/household/lots/L1/buyers", options))),
        await outcomeOf(buyersFileDoor.loader(args("/household/lots/L1/buyers.csv", options))),
      ];
    };
    expect(await outcomes("chi-hang", "products")).toEqual([null, NO_CONSENT, NO_CONSENT]);
    const notFound = { status: 404, location: null };
    expect(await outcomes("chi-don", "orders")).toEqual([0, notFound, notFound]);
  });

  it("leads to each of its households, however many they are", async () => {
    const slugs = Array.from({ length: 52 }, (_, i) => `nhieu-ho-${i}`);
    for (const slug of slugs) await insert(consent(await insertTestHousehold({ slug })));
    for (const slug of slugs) {
      const options = { cookie: agent.cookie, form: { household: slug } };
      expect(await outcomeOf(actingDoor.action(args("/agent/acting", options)))).toEqual({
        status: 303,
        location: `/household?household=${slug}`,
      });
    }
  });
});

describe("a page of another household than the one that the agent works for", () => {
  it("asks whether to change over and writes nothing, and comes back to the page", async () => {
    const [first, second, untold] = [
      await insertTestHousehold({ slug: "ho-truoc" }),
      await insertTestHousehold({ slug: "ho-sau" }),
      await insertTestHousehold({ slug: "ho-khac" }),
    ];
    const less = await insertTestHousehold({ slug: "ho-don" });
    const powers: Power[] = ["shop"];
    await insert(consent(first, { powers }), consent(second, { powers }));
    await insert(consent(less, { powers: ["orders"] }), consent(untold, { expiresAt: time - 1 }));
    const cookie = `${agent.cookie}; acting=${second}`;
    const closing = { from: "01/03/2027", until: "05/03/2027" };
    const at = (slug: string) => `/household/closure?household=${slug}`;
    const asked = {
      status: 303,
      location: `/agent/acting?household=ho-truoc&next=${encodeURIComponent(at("ho-truoc"))}`,
    };
    expect(await outcomeOf(closureDoor.loader(args(at("ho-truoc"), { cookie })))).toEqual(asked);
    const sent = closureDoor.action(args(at("ho-truoc"), { cookie, form: closing }));
    const held = heldAt({ household: "ho-truoc", next: at("ho-truoc"), send: at("ho-truoc") });
    expect(await outcomeOf(sent)).toEqual({ status: 307, location: held });
    // What a script sends can show no page.
    const kept = args(at("ho-truoc"), { cookie, form: closing });
    kept.request.headers.set("Content-Type", "application/json");
    expect(await outcomeOf(closureDoor.action(kept))).toEqual(asked);
    const rows = await reader()
      .select({ closure: households.closure })
      .from(households)
      .where(inArray(households.id, [first, second]));
    expect(rows).toEqual([{ closure: null }, { closure: null }]);
    // Also of a bookmark, while the agent works for nobody.
    const idle = closureDoor.loader(args(at("ho-truoc"), { cookie: agent.cookie }));
    expect(await outcomeOf(idle)).toEqual(asked);
    // Of whoever did not agree to this, there is no page.
    const notFound = { status: 404, location: null };
    for (const slug of ["ho-don", "ho-khac", "khong-co"]) {
      expect(await outcomeOf(closureDoor.loader(args(at(slug), { cookie })))).toEqual(notFound);
    }

    const page = await actingDoor.loader(args(asked.location, { cookie }));
    expect(page).toMatchObject({
      init: { status: 409 },
      data: {
        wanted: { slug: "ho-truoc" },
        current: { slug: "ho-sau" },
        next: at("ho-truoc"),
      },
    });
    const changed = { household: "ho-truoc", next: at("ho-truoc") };
    const change = actingDoor.action(args("/agent/acting", { cookie, form: changed }));
    expect(await outcomeOf(change)).toEqual({ status: 303, location: at("ho-truoc") });
    const away = { household: "ho-truoc", next: "//example.com" };
    const elsewhere = actingDoor.action(args("/agent/acting", { cookie, form: away }));
    expect(await outcomeOf(elsewhere)).toMatchObject({
      location: "/household?household=ho-truoc",
    });
    const strange = actingDoor.loader(args("/agent/acting?household=ho-khac", { cookie }));
    expect(await outcomeOf(strange)).toEqual(NO_CONSENT);
    const plain = actingDoor.loader(args("/agent/acting", { cookie }));
    expect(await outcomeOf(plain)).toEqual({ status: 303, location: "/agent" });
  });
});

describe("a form for another household than the one that the agent works for", () => {
  const heldAction = (path: string, options: Options) => heldDoor.action(args(path, options));
  const path = (send: string) => heldAt({ household: "ho-giu", send });
  const closure = "/household/closure?household=ho-giu";

  it("is held with all that was typed, and goes to its own door once the agent says so", async () => {
    const householdId = await insertTestHousehold({ slug: "ho-giu" });
    await insert(consent(householdId, { powers: ["shop"] }));
    const typed: [string, string][] = [
      ["from", "01/03/2027"],
      ["until", "05/03/2027"],
      ["box", "a"],
      ["box", "b"],
      ["once", "frm_1"],
      ["story", 'Hai dòng\r\n"trong ngoặc" & <b>'],
    ];
    const form = new FormData();
    for (const [name, value] of typed) form.append(name, value);
    form.append("photo", new File([], "trong.jpg"));
    const { data: held, init } = await heldAction(path(closure), { cookie: agent.cookie, form });
    expect(init).toEqual({ status: 409 });
    expect(held.fields.map(({ name, value }) => [name, value])).toEqual(typed);
    expect(held.hasFiles).toBe(false);
    form.append("photo", new File(["x"], "anh.jpg"));
    const withPhoto = await heldAction(path(closure), { cookie: agent.cookie, form });
    expect(withPhoto.data).toEqual({ fields: held.fields, hasFiles: true });
    const page = await heldDoor.loader(args(path(closure), { cookie: agent.cookie }));
    expect(page.data).toMatchObject({ wanted: { slug: "ho-giu" }, current: null, send: closure });

    const sent = { household: "ho-giu", send: closure };
    const fields = { from: "01/03/2027", until: "05/03/2027", household: "ho-truoc", stop: "1" };
    const change = args(paths.acting(sent), { cookie: agent.cookie, form: fields });
    const answer = await actingDoor.action(change);
    expect(await outcomeOf(answer)).toEqual({ status: 307, location: closure });
    expect(answer.headers.get("Set-Cookie")).toContain(`acting=${householdId}`);
    const door = args(closure, { cookie: `${agent.cookie}; acting=${householdId}`, form: fields });
    expect(await outcomeOf(closureDoor.action(door))).toMatchObject({
      status: 303,
      location: "/household/closure?household=ho-giu&done=closed",
    });
  });

  it.each([
    "//example.com/household",
    "https://example.com/household",
    "/household/../agent/households/new",
    "/householdx",
    "/sign-out",
  ])("goes nowhere but to a household's desk: %s", async (send) => {
    const there = { household: "ho-giu", send };
    const form = { household: "ho-giu" };
    const change = actingDoor.action(args(paths.acting(there), { cookie: agent.cookie, form }));
    expect(await outcomeOf(change)).toMatchObject({ location: "/household?household=ho-giu" });
    const page = await heldDoor.loader(args(heldAt(there), { cookie: agent.cookie }));
    expect(page.data.send).toBeNull();
  });

  it("is not held for who has no consent, nor where it is no form of ours", async () => {
    const form = { from: "01/03/2027" };
    const strange = heldAt({ household: "ho-khac", send: "/household/closure?household=ho-khac" });
    const held = heldAction(strange, { cookie: agent.cookie, form });
    expect(await outcomeOf(held)).toEqual(NO_CONSENT);
    const told = { household: "ho-khac", send: "/household/closure?household=ho-khac" };
    const change = args(paths.acting(told), { cookie: agent.cookie, form });
    expect(await outcomeOf(actingDoor.action(change))).toEqual(NO_CONSENT);
    const statusOf = async (fields: Record<string, string>) => {
      const answer = heldAction(path(closure), { cookie: agent.cookie, form: fields });
      return (await outcomeOf(answer)).status;
    };
    expect(await statusOf({ "a.b": "1" })).toBe(400);
    const many = Array.from({ length: 61 }, (_, i) => [`field${i}`, "1"] as const);
    expect(await statusOf(Object.fromEntries(many))).toBe(400);
    expect(await statusOf({ story: "x".repeat(65_536) })).toBe(409);
    expect(await statusOf({ story: "x".repeat(65_537) })).toBe(413);
  });
});

it("the link of a consent that was renewed shows the one that holds, and ends it", async () => {
  const householdId = await insertTestHousehold({ slug: "gia-han" });
  const renewed = consent(householdId, { endedAt: time - DAY_MS, endedBy: "renewal" });
  await insert(renewed, consent(householdId, { powers: ["orders"] }));
  const { code } = renewed;
  const at = (form?: Record<string, string>) => {
    const path = `/consents/${code}?key=${linkKey("consent", code)}`;
    return { ...args(path, form ? { form } : {}), params: { delegationCode: code } };
  };
  expect(await linkDoor.loader(at())).toMatchObject({ code, status: "given", powers: ["orders"] });
  expect(await outcomeOf(linkDoor.action(at({})))).toMatchObject({ status: 303 });
  expect(await linkDoor.loader(at())).toMatchObject({ status: "ended" });
  const options = { cookie: agent.cookie, form: { household: "gia-han" } };
  expect(await outcomeOf(actingDoor.action(args("/agent/acting", options)))).toEqual(NO_CONSENT);
});
