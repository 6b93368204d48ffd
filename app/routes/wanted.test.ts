import { eq } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { supplyDemands } from "~db/schema/supply";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { forgetBuyers } from "~/domain/supply/forget-buyers.server";
import { weekOf } from "~/domain/supply/supply-board";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, DAY_MS, HOUR_MS, localDateOf, startOfDate } from "~/platform/period";
import * as door from "./_store.wanted";
import * as boardDoor from "./department.supply._index";
import * as closingDoor from "./department.supply.demands.$demandId.closing";
import * as confirmationDoor from "./department.supply.demands.$demandId.confirmation";
import * as demandDoor from "./department.supply.demands._index";
import { args, mine, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();
afterEach(() => vi.useRealTimers());

const monday = addDays(weekOf(localDateOf(now())), 7);
const wanted = (changes: Record<string, string> = {}) => ({
  demandId: newId("sdm") as string,
  buyerName: "Bếp ăn mẫu",
  phone: "+84 912 345 678",
  produceName: "Su hào",
  quantityKg: "600",
  fromOn: monday,
  toOn: addDays(monday, 6),
  note: "giao buổi sáng",
  ...changes,
});
let networks = 0;
const ask = (form: Record<string, string>, clientNetwork = `2001:db8::${(networks += 1)}`) => {
  const asked = args("/wanted", { form });
  return door.action({ ...asked, context: { ...asked.context, clientNetwork } });
};
const officer = async () => cookieFor(await insertTestUser({ role: "department_officer" }));
const onBoard = async (cookie: string) => {
  const at = args(`/department/supply?from=${monday}`, { cookie });
  const { produce } = await boardDoor.loader(at);
  return produce.find(({ key }) => key === "su hao")?.weeks[0]?.demandedKg ?? 0;
};

it("takes what a buyer writes once, and counts it once an officer has asked back", async () => {
  const cookie = await officer();
  const form = wanted();
  const sent = { status: 303, location: "/wanted?done=sent" };
  expect(await outcomeOf(ask(form))).toEqual(sent);
  expect(await outcomeOf(ask(form))).toEqual(sent);
  const changed = ask({ ...form, quantityKg: "60" });
  expect(await changed).toMatchObject({ data: { failure: { code: "form_outdated" } } });
  const { asked, demands } = await demandDoor.loader(
    args("/department/supply/demands", { cookie }),
  );
  expect(asked).toMatchObject([
    {
      id: form.demandId,
      buyerName: "Bếp ăn mẫu",
      contact: expect.stringMatching(/^0912.345.678$/),
      quantityKg: 600,
    },
  ]);
  expect(demands).toEqual([]);
  expect(await onBoard(cookie)).toBe(0);
  const { after } = (
    await reader().select().from(auditEntries).where(eq(auditEntries.subjectId, form.demandId))
  )[0] ?? { after: null };
  expect(JSON.stringify(after)).not.toMatch(/Bếp|0912|345 678|buổi sáng/);

  const confirm = (by: string) =>
    outcomeOf(
      confirmationDoor.action({
        ...args("/department/supply/demands/x/confirmation", { form: {}, cookie: by }),
        params: { demandId: form.demandId },
      }),
    );
  expect(await confirm(mine.cookie)).toMatchObject({ status: 403 });
  expect(await onBoard(cookie)).toBe(0);
  expect(await confirm(cookie)).toEqual({
    status: 303,
    location: "/department/supply/demands?done=confirmed",
  });
  expect(await onBoard(cookie)).toBe(600);
  await closingDoor.action({
    ...args("/department/supply/demands/x/closing", { form: {}, cookie }),
    params: { demandId: form.demandId },
  });
  expect(await confirm(cookie)).toMatchObject({ status: 404 });
});

it.each([
  [{ buyerName: "" }, "buyerName"],
  [{ phone: "123" }, "phone"],
  [{ quantityKg: "-5" }, "quantityKg"],
  [{ toOn: addDays(monday, -30), fromOn: addDays(monday, -31) }, "toOn"],
  [{ demandId: "sdm_x" }, "demandId"],
])("refuses %j at its field", async (changes, field) => {
  const before = await reader().$count(supplyDemands);
  expect(await ask(wanted(changes))).toMatchObject({
    data: { submission: { error: { [field]: [expect.any(String)] } } },
    init: { status: 400 },
  });
  expect(await reader().$count(supplyDemands)).toBe(before);
});

it("takes ten an hour from one network, and no more in all than can be called back", async () => {
  const one = "2001:db8:1::";
  for (let sent = 0; sent < 10; sent += 1) await ask(wanted(), one);
  expect(await outcomeOf(ask(wanted(), one))).toMatchObject({ status: 429 });
  const waiting = await reader().$count(supplyDemands);
  for (let sent = waiting; sent < 505; sent += 1) await ask(wanted());
  expect(await ask(wanted())).toMatchObject({
    data: { failure: { code: "wanted_full" } },
    init: { status: 503 },
  });
  expect(await reader().$count(supplyDemands)).toBeLessThanOrEqual(501);
  // Those whose day is over are on nobody's list, and keep nobody out.
  vi.setSystemTime(startOfDate(addDays(monday, 8)));
  const later = { fromOn: addDays(monday, 20), toOn: addDays(monday, 26) };
  expect(await outcomeOf(ask(wanted(later)))).toMatchObject({ status: 303 });
});

it("forgets who it was 90 days after the last day, and keeps what was wanted", async () => {
  const form = wanted({ produceName: "Cải mèo" });
  await inTransaction((tx) => tx.update(supplyDemands).set({ closedAt: now() }));
  await ask(form);
  const read = async () => {
    const [row] = await reader()
      .select()
      .from(supplyDemands)
      .where(eq(supplyDemands.id, form.demandId));
    return row;
  };
  vi.setSystemTime(startOfDate(addDays(form.toOn, 91)) - HOUR_MS);
  await inTransaction(forgetBuyers);
  expect(await read()).toMatchObject({ buyerName: "Bếp ăn mẫu" });
  vi.setSystemTime(now() + DAY_MS);
  await inTransaction(forgetBuyers);
  expect(await read()).toMatchObject({
    buyerName: "",
    contact: "",
    note: "",
    produceName: "Cải mèo",
    quantityKg: 600,
  });
});
