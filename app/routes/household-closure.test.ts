import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { households } from "~db/schema/households";
import { insertTestProduct } from "~/domain/flows/test-shop";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { addDays, localDateOf } from "~/platform/period";
import * as todayDoor from "./household._index";
import * as door from "./household.closure";
import * as productDoor from "./_store.products.$productSlug";
import { agent, args, mine, NO_CONSENT, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/closure";
const today = localDateOf(now());
const away = { from: today, until: addDays(today, 3) };
const closureOf = async (householdId: string) => {
  const [row] = await reader().select().from(households).where(eq(households.id, householdId));
  return row?.closure;
};
const send = (form: Record<string, string>, path = PATH) =>
  outcomeOf(door.action(args(path, { form, cookie: mine.cookie })));

it("is set and lifted by the household, and told to it and to its buyers", async () => {
  const slug = "mat-ong-nghi";
  await insertTestProduct({ householdId: mine.householdId, slug });
  const product = args(`/products/${slug}`);
  const shown = async () =>
    (await productDoor.loader({ ...product, params: { productSlug: slug } })) as object;
  expect(await shown()).toMatchObject({ closing: null });

  const done = { status: 303, location: `${PATH}?done=closed` };
  expect(await send(away)).toEqual(done);
  expect(await closureOf(mine.householdId)).toEqual(away);
  const cookie = { cookie: mine.cookie };
  expect(await door.loader(args(PATH, cookie))).toMatchObject({ closure: away, isClosed: true });
  expect(await todayDoor.loader(args("/household", cookie))).toMatchObject({
    closing: { ...away, isClosed: true },
  });
  expect(await shown()).toMatchObject({ closing: { ...away, isClosed: true } });

  expect(await send({ reopen: "1" })).toEqual({ status: 303, location: `${PATH}?done=reopened` });
  expect(await closureOf(mine.householdId)).toBeNull();
  expect(await door.loader(args(PATH, cookie))).toMatchObject({ closure: null, isClosed: false });
});

it("keeps what was typed wrongly, and writes nothing", async () => {
  const form = { from: addDays(today, 2), until: addDays(today, 1) };
  const answer = await door.action(args(PATH, { form, cookie: mine.cookie }));
  expect(answer).toMatchObject({
    data: { submission: { initialValue: form, error: { until: ["closure_ends_before"] } } },
  });
  expect(await closureOf(mine.householdId)).toBeNull();
});

it("is nobody else's to set", async () => {
  expect(await send(away, `${PATH}?household=cua-ho`)).toMatchObject({ status: 404 });
  expect(await closureOf(theirs.householdId)).toBeNull();
  const asAgent = door.action(args(PATH, { form: away, cookie: agent.cookie }));
  expect(await outcomeOf(asAgent)).toEqual(NO_CONSENT);
  const guest = await outcomeOf(door.action(args(PATH, { form: away })));
  expect(guest.location).toContain("/sign-in");
});
