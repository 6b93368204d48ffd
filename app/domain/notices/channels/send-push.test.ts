import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import webPush from "web-push";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { pushSubscriptions } from "~db/schema/notices";
import { inTransaction, reader } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";
import type { PushAddress } from "../channel";
import { browserForm } from "../forms";
import { subscribeBrowser } from "../subscribe-browser.server";
import { sendPush } from "./send-push.server";
import { testMessage } from "./test-message";
import { startProvider, type Heard } from "./test-provider";

let service: Awaited<ReturnType<typeof startProvider>>;
let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  service = await startProvider();
});
afterAll(async () => {
  await service.stop();
  close();
});
beforeEach(() => {
  service.heard.length = 0;
  service.answers(201, "");
});

const vapid = webPush.generateVAPIDKeys();
const keys = { ...vapid, subject: "mailto:tin@chophien.example.vn" };
const browserKeys = createECDH("prime256v1");
browserKeys.generateKeys();
const secret = randomBytes(16);

async function subscribed(path: string): Promise<PushAddress> {
  const endpoint = `${service.origin}${path}`;
  const p256dh = browserKeys.getPublicKey("base64url");
  const auth = secret.toString("base64url");
  await inTransaction((tx) =>
    subscribeBrowser(tx, { ownerKind: "checkout", ownerId: "chk_1", endpoint, p256dh, auth }),
  );
  const rows = await reader().select().from(pushSubscriptions);
  const row = rows.find((one) => one.endpoint === endpoint);
  if (!row) throw new Error("not subscribed");
  return row;
}

it("writes what only the browser can read, signed by this shop, until it is worth nothing", async () => {
  const browser = await subscribed("/one");
  expect(await sendPush(keys, testMessage({ browsers: [browser] }))).toEqual({ kind: "taken" });
  const [heard] = service.heard;
  if (!heard) throw new Error("nothing came");
  expect(JSON.parse(read(heard))).toEqual({
    title: "Chợ Phiên: UQ2222222-1",
    body: "Đơn UQ2222222-1 đã được gửi: VNPost, mã vận đơn EE123VN.",
    url: "https://cho.example/o/UQ2222222.key",
    tag: "ntc_019ac0ffee0070008000000000000001",
  });
  expect(heard.headers).toMatchObject({ urgency: "high", "content-encoding": "aes128gcm" });
  expect(Number(heard.headers["ttl"])).toBeGreaterThan(3_500);
  expect(isSigned(heard)).toBe(true);
  expect(heard.body.includes("UQ2222222")).toBe(false);
});

it.each([404, 410])(
  "forgets a browser that is gone (%i), and leaves the rest to the next channel",
  async (status) => {
    const browser = await subscribed(`/gone-${status}`);
    service.answers(status, "");
    expect(await sendPush(keys, testMessage({ browsers: [browser] }))).toEqual({ kind: "none" });
    const left = await reader().select().from(pushSubscriptions);
    expect(left.some((row) => row.id === browser.id)).toBe(false);
  },
);

it("takes a key at the door only when it is a point of the curve, and a secret of its length", () => {
  const right = {
    endpoint: "https://fcm.googleapis.com/x",
    p256dh: browserKeys.getPublicKey("base64url"),
    auth: secret.toString("base64url"),
  };
  const takes = (change: Partial<typeof right>) =>
    browserForm.safeParse({ ...right, ...change }).success;
  expect(takes({})).toBe(true);
  expect(takes({ p256dh: `${right.p256dh}=` })).toBe(true);
  const off = browserKeys.getPublicKey();
  off[40] = (off[40] ?? 0) ^ 1;
  for (const p256dh of [
    "A".repeat(87),
    off.toString("base64url"),
    browserKeys.getPublicKey("base64url", "compressed"),
    "",
    "không",
  ]) {
    expect(takes({ p256dh }), p256dh).toBe(false);
  }
  expect([takes({ auth: "A".repeat(20) }), takes({ auth: "" })]).toEqual([false, false]);
});

it("forgets a browser that nothing can be encrypted for, and that one only", async () => {
  const good = await subscribed("/good");
  const bad = { ...(await subscribed("/bad")), p256dh: "A".repeat(87) };
  expect(await sendPush(keys, testMessage({ browsers: [bad, good] }))).toEqual({ kind: "taken" });
  const left = (await reader().select().from(pushSubscriptions)).map((row) => row.id);
  expect([left.includes(good.id), left.includes(bad.id)]).toEqual([true, false]);
});

it.each([400, 401, 403, 413])(
  "keeps a browser whose service refuses the message (%i), and goes on to the next channel",
  async (status) => {
    const browser = await subscribed(`/refused-${status}`);
    service.answers(status, "");
    expect(await sendPush(keys, testMessage({ browsers: [browser] }))).toEqual({
      kind: "refused",
      cause: "refused",
    });
    const left = await reader().select().from(pushSubscriptions);
    expect(left.some((row) => row.id === browser.id)).toBe(true);
  },
);

it("asks again a service that does not answer, and has nothing for whoever has no browser", async () => {
  const browser = await subscribed("/slow");
  service.answers(503, "");
  expect(await sendPush(keys, testMessage({ browsers: [browser] }))).toEqual({ kind: "unsure" });
  expect(await sendPush(keys, testMessage())).toEqual({ kind: "none" });
});

it("keeps five browsers an order, the newest", async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await subscribed(`/b${number}`);
  const rows = await reader().select().from(pushSubscriptions);
  expect(rows).toHaveLength(5);
  expect(rows.map((row) => new URL(row.endpoint).pathname).toSorted()).toEqual([
    "/b3",
    "/b4",
    "/b5",
    "/b6",
    "/b7",
  ]);
});

/** As a browser does it: RFC 8291 over RFC 8188. */
function read({ body }: Heard): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const cipherText = body.subarray(21 + idLength);
  const shared = browserKeys.computeSecret(senderKey);
  const info = Buffer.concat([
    Buffer.from("WebPush: info\0"),
    browserKeys.getPublicKey(),
    senderKey,
  ]);
  const ikm = Buffer.from(hkdfSync("sha256", shared, secret, info, 32));
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync("sha256", ikm, salt, Buffer.from(`Content-Encoding: ${what}\0`), length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(cipherText.subarray(-16));
  const plain = Buffer.concat([decipher.update(cipherText.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

/** RFC 8292: a token that the shop's own key has signed, for this service. */
function isSigned({ headers }: Heard): boolean {
  const [, token = "", key = ""] =
    /^vapid t=([^,]+), k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const said = JSON.parse(Buffer.from(claims, "base64url").toString()) as { aud: string };
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isRight && key === vapid.publicKey && said.aud === service.origin;
}
