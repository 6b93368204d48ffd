import { createHash } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import sharp from "sharp";
import { expect, it } from "vitest";
import { transferClaims } from "~db/schema/payments-claims";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { pay } from "~/domain/flows/test-transfers";
import { testSubmission } from "~/domain/flows/test-shop";
import { linkKey, readingKey } from "~/domain/identity/link-key.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { PART_MAX_BYTES } from "~/platform/parts.server";
import * as partsDoor from "./_store.orders.$orderCode_.files.$fileHash";
import * as claimDoor from "./_store.orders.$orderCode_.transfer-claim";
import { args, honey, setUpBuyer } from "./test-buyer";
import { outcomeOf } from "./test-desk";

/** The photo of a transfer, in parts, of a buyer who has the key of an order and nothing else. */

setUpBuyer();

async function place(): Promise<string> {
  const placed = await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId: honey, quantity: 2 }],
      expectedTotalVnd: vnd(2 * 185_000 + 44_000),
    }),
  );
  if (!placed.ok) throw new Error(placed.code);
  return placed.value.code;
}

function partArgs(code: string, hash: string, sent: { key: string; body: Uint8Array }) {
  const path = `/orders/${code}/files/${hash}?key=${sent.key}&at=0`;
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    body: new Uint8Array(sent.body),
  });
  const params = { orderCode: code, fileHash: hash };
  return { ...args(path), params, request } satisfies ActionFunctionArgs;
}

it("goes with the claim that names it; with another order's key, or one that only shows, nothing goes", async () => {
  const [code, other] = [await place(), await place()];
  const body = await sharp({ create: { width: 600, height: 900, channels: 3, background: "#ddd" } })
    .jpeg()
    .toBuffer();
  expect(body.length).toBeLessThan(PART_MAX_BYTES);
  const hash = createHash("sha256").update(body).digest("hex");
  const keyOf = (one: string) => linkKey("order", one);
  const put = (one: string, key: string) =>
    outcomeOf(partsDoor.action(partArgs(one, hash, { key, body })));
  expect((await put(code, keyOf(other))).status).toBe(404);
  expect((await put(code, readingKey("order", code))).status).toBe(403);
  expect((await put(code, keyOf(code))).status).toBe(200);

  const claim = (one: string) => {
    const form = new FormData();
    const fields = {
      claimId: newId("tcl"),
      amount: "414.000",
      day: localDateOf(now()).split("-").toReversed().join("/"),
      time: "00:00",
      photo: hash,
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const path = `/orders/${one}/transfer-claim?key=${keyOf(one)}`;
    const request = new Request(`http://localhost${path}`, { method: "POST", body: form });
    return outcomeOf(claimDoor.action({ ...args(path), params: { orderCode: one }, request }));
  };
  // The file is the order's: another one's form names nothing with it.
  expect((await claim(other)).status).toBe(400);
  expect((await claim(code)).status).toBe(303);
  const claims = await reader().select().from(transferClaims);
  expect(claims).toMatchObject([{ photo: { width: 600, height: 900 } }]);
});

it("is taken only of an order whose transfer is awaited, and so much from one network", async () => {
  const body = new Uint8Array([1]);
  const hash = createHash("sha256").update(body).digest("hex");
  const paid = await place();
  await pay(paid, 414_000);
  const put = (code: string, network: string) => {
    const asked = partArgs(code, hash, { key: linkKey("order", code), body });
    const context = { ...asked.context, clientNetwork: network };
    return outcomeOf(partsDoor.action({ ...asked, context }));
  };
  expect((await put(paid, newToken())).status).toBe(404);
  const code = await place();
  let last = 200;
  for (let i = 0; i <= 2_000 && last === 200; i += 1) last = (await put(code, "10.0.0.1")).status;
  expect(last).toBe(429);
  expect((await put(code, "10.0.0.2")).status).toBe(200);
});
