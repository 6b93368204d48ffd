import { expect, it } from "vitest";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { insertTestLot, insertTestProduct } from "~/domain/flows/test-shop";
import * as stockDoor from "./household.products.$productSlug_.stock";
import { args, mine, outcomeOf, setUpDesks, type Refusal } from "./test-desk";

setUpDesks();

const SLUG = "gao-nep";
const path = `/household/products/${SLUG}/stock`;

it("answers 409 with the new count and what was typed when packs have left meanwhile", async () => {
  const { householdId, cookie } = mine;
  const productId = await insertTestProduct({ householdId, slug: SLUG, stockCount: 0 });
  await insertTestLot({ productId, onHandCount: 95 });
  const scope = { kind: "households", householdIds: [householdId] } as const;
  const lot = async () => (await findOwnProduct(scope, SLUG))?.lots[0];
  const send = async (form: Record<string, string>) =>
    stockDoor.action(args(`${path}?lot=${(await lot())?.code}`, { form, cookie }));

  const refused = await send({ onHandCount: "90", shownCount: "96" });
  expect(refused).toMatchObject({
    init: { status: 409 },
    data: {
      reply: {
        failure: { code: "stock_changed", detail: { onHandCount: 95 } },
        submission: { initialValue: { onHandCount: "90" } },
      },
    },
  });
  expect((await lot())?.onHandCount).toBe(95);
  const outdated = (await send({ onHandCount: "90" })) as unknown as Refusal;
  expect(outdated.init?.status).toBe(400);
  expect(await outcomeOf(send({ onHandCount: "90", shownCount: "95" }))).toEqual({
    status: 303,
    location: `${path}?done=stock`,
  });
  expect((await lot())?.onHandCount).toBe(90);
});
