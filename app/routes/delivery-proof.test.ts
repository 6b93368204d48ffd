import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { shipments } from "~db/schema/fulfilment";
import { GUEST } from "~/domain/audit/actor";
import { confirmOrder } from "~/domain/flows/confirm-order.server";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import { shipOrder } from "~/domain/flows/ship-order.server";
import {
  insertTestProduct,
  insertTestUser,
  TEST_SHOP,
  ownPhone,
  testSubmission,
} from "~/domain/flows/test-shop";
import { findCheckout } from "~/domain/orders/queries.server";
import { cookieFor } from "~/domain/identity/test-session";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import * as buyerPhotoDoor from "./_store.orders.$orderCode_.proofs.$subOrderCode";
import * as departmentPhotoDoor from "./department.orders.$orderCode.proof[.]jpg";
import * as photoDoor from "./household.orders.$orderCode_.proof[.]jpg";
import * as proofDoor from "./household.orders.$orderCode_.proof";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const scope = () => ({ kind: "households", householdIds: [mine.householdId] }) as const;

let productId: string;
beforeAll(async () => {
  productId = await insertTestProduct({ householdId: mine.householdId, stockCount: 100 });
});

async function placed() {
  const submission = testSubmission({
    lines: [{ productId, quantity: 1 }],
    communeCode: TEST_SHOP.communeCode,
    method: "cod",
    buyerPhone: ownPhone(),
    expectedTotalVnd: 207_000,
  });
  const result = await placeCheckout(GUEST, submission);
  if (!result.ok) throw new Error(result.code);
  return { ...result.value, orderCode: `${result.value.code}-1` };
}

async function sent() {
  const order = await placed();
  const { orderCode } = order;
  await confirmOrder(GUEST, scope(), { orderCode });
  await shipOrder(GUEST, scope(), { orderCode, carrier: "GHN", trackingCode: "GH1" });
  return order;
}

const jpeg = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: "#2f6b3a" } })
    .withExif({ IFD0: { Copyright: "where the phone stood" } })
    .jpeg()
    .toBuffer();

async function send(
  orderCode: string,
  { photo, ...texts }: { photo?: Buffer; proofId?: string; receivedBy?: string },
  cookie = mine.cookie,
) {
  const form = new FormData();
  const fields = { proofId: newId("prf"), receivedBy: "", ...texts };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (photo) form.set("photo", new File([new Uint8Array(photo)], "giao.jpg"));
  const path = `/household/orders/${orderCode}/proof`;
  return proofDoor.action(args(path, { form, cookie }));
}

const proofOf = async (code: string) => (await findCheckout(code))?.orders[0]?.proof;
const files = () => {
  try {
    return readdirSync(join(settings().DATA_DIR, "private/proofs"));
  } catch {
    return [];
  }
};

describe("the proof of a delivery", () => {
  it("is a name and a re-encoded photo, recorded once however often it is sent", async () => {
    const { code, orderCode } = await sent();
    const proofId = newId("prf");
    const form = { proofId, receivedBy: "  chị Lan ", photo: await jpeg() };
    const first = await outcomeOf(send(orderCode, form));
    expect(first).toMatchObject({ status: 303, location: expect.stringMatching(/done=updated/) });
    const before = files();
    expect(await outcomeOf(send(orderCode, form))).toEqual(first);
    expect(await proofOf(code)).toMatchObject({
      receivedBy: "chị Lan",
      photo: { width: 800, height: 600 },
    });
    const other = await outcomeOf(send(orderCode, { receivedBy: "Người khác" }));
    expect(other.location).toMatch(/problem=proof_recorded/);
    expect(await proofOf(code)).toMatchObject({ receivedBy: "chị Lan" });
    expect(files()).toEqual(before);
    const entries = (await reader().select().from(auditEntries)).filter(
      ({ action }) => action === "order.record_proof",
    );
    expect(entries).toMatchObject([{ after: { hasName: true, hasPhoto: true } }]);
    expect(JSON.stringify(entries)).not.toContain("Lan");
    await expect(
      inTransaction((tx) => tx.update(shipments).set({ proof: null })),
    ).rejects.toThrow();
  });

  it.each([
    [{}, { receivedBy: ["proof_empty"] }],
    [{ receivedBy: "x".repeat(81) }, { receivedBy: ["received_by_too_long"] }],
    [{ photo: Buffer.from("<svg/>") }, { photo: ["photo_unreadable"] }],
  ])("is refused at its field: %j", async (form, error) => {
    const { code, orderCode } = await sent();
    const before = files();
    const reply = await send(orderCode, form);
    expect(reply).toMatchObject({ init: { status: 400 }, data: { submission: { error } } });
    expect(await proofOf(code)).toBeNull();
    expect(files()).toEqual(before);
  });

  it("comes after the sending, and from the household of the order", async () => {
    const { orderCode } = await placed();
    const early = await outcomeOf(send(orderCode, { receivedBy: "Lan" }));
    expect(early.location).toMatch(/problem=proof_too_early/);
    const order = await sent();
    const strange = await outcomeOf(send(order.orderCode, { receivedBy: "Lan" }, theirs.cookie));
    expect(strange.status).toBe(404);
    expect(await proofOf(order.code)).toBeNull();
  });
});

describe("its photo", () => {
  const read = async (answer: Promise<unknown>) => outcomeOf(answer).then(({ status }) => status);

  it("is for the buyer's link, the household and the department, and for nobody else", async () => {
    const { code, key, orderCode } = await sent();
    await send(orderCode, { photo: await jpeg() });
    const path = `/household/orders/${orderCode}/proof.jpg`;
    const open = (cookie?: string) => photoDoor.loader(args(path, cookie ? { cookie } : {}));
    const own = await open(mine.cookie);
    expect(own.headers.get("Cache-Control")).toBe("private, no-store");
    const { exif, format } = await sharp(Buffer.from(await own.arrayBuffer())).metadata();
    expect([format, exif]).toEqual(["jpeg", undefined]);
    expect(await read(open(theirs.cookie))).toBe(404);
    expect(await read(open())).toBe(302);
    const officer = await cookieFor(await insertTestUser({ role: "department_officer" }));
    const look = (cookie: string) =>
      departmentPhotoDoor.loader(args(`/department/orders/${orderCode}/proof.jpg`, { cookie }));
    expect(await read(look(officer))).toBe(200);
    expect(await read(look(mine.cookie))).toBe(403);
    const link = (secret: string, subOrderCode: string) => {
      const base = args(`/orders/${code}/proofs/${subOrderCode}?key=${secret}`);
      return buyerPhotoDoor.loader({ ...base, params: { orderCode: code, subOrderCode } });
    };
    expect(await read(link(key, orderCode))).toBe(200);
    expect(await read(link("wrong", orderCode))).toBe(404);
    const another = await sent();
    await send(another.orderCode, { photo: await jpeg() });
    expect(await read(link(key, another.orderCode))).toBe(404);
  });
});
