import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ActionFunctionArgs } from "@remix-run/node";
import sharp from "sharp";
import { expect, it } from "vitest";
import { PAPER_EDGE } from "~/domain/catalog/photo-limits";
import { findEvidence, loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { cookieFor } from "~/domain/identity/test-session";
import { insertTestProduct, insertTestUser } from "~/domain/flows/test-shop";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { PART_MAX_BYTES } from "~/platform/parts.server";
import * as filesDoor from "./account_.files.$fileHash";
import * as photosDoor from "./household.products.$productSlug_.photos";
import * as itemDoor from "./household.joining_.$itemId";
import { args, mine, outcomeOf, type Refusal, setUpDesks, theirs } from "./test-desk";

/** Files that come in parts before the form that names them. */

setUpDesks();

const FOOD = "jit_food_safety";
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const paper = (width: number, height: number, background = "#eee") =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

function fileArgs(hash: string, options: { cookie?: string; at?: number; body?: Uint8Array }) {
  const { cookie = mine.cookie, at, body } = options;
  const path = `/account/files/${hash}${at === undefined ? "" : `?at=${at}`}`;
  const request = new Request(`http://localhost${path}`, {
    method: body ? "POST" : "GET",
    headers: cookie === "" ? {} : { Cookie: cookie },
    body: body ? new Uint8Array(body) : null,
  });
  return { ...args(path), params: { fileHash: hash }, request } satisfies ActionFunctionArgs;
}

async function sendInParts(bytes: Uint8Array, cookie = mine.cookie): Promise<string> {
  const hash = hashOf(bytes);
  for (let at = 0; at < bytes.length; at += PART_MAX_BYTES) {
    const body = bytes.subarray(at, at + PART_MAX_BYTES);
    await filesDoor.action(fileArgs(hash, { cookie, at, body }));
  }
  return hash;
}

function sendForm(
  files: readonly (string | File)[],
  { formId = newId("jsf") as string, itemId = FOOD } = {},
) {
  const form = new FormData();
  form.set("formId", formId);
  for (const one of files) form.append("files", one);
  const asked = args(`/household/joining/${itemId}`, { form, cookie: mine.cookie });
  return itemDoor.action({ ...asked, params: { itemId } });
}

const waitingParts = () =>
  readdirSync(join(settings().DATA_DIR, "parts"), { recursive: true }).filter((one) =>
    /[0-9a-f]{64}$/.test(String(one)),
  );

it("a form names what came in parts: one that is wrong offers it again, and it is kept once, readable", async () => {
  const [large, pdf] = [await paper(3_000, 4_000), new TextEncoder().encode("%PDF-1.7\n%%EOF")];
  const hash = await sendInParts(large);
  const told = await filesDoor.loader(fileArgs(hash, {}));
  expect(await told.json()).toEqual({ received: large.length });
  const formId = newId("jsf");
  // A form that is wrong elsewhere comes back with the names.
  const wrong = (await sendForm([hash], { formId: "x" })) as Refusal;
  expect(wrong.init?.status).toBe(400);
  expect(wrong.data.submission?.initialValue).toMatchObject({ files: hash });
  const done = { status: 303, location: "/household/joining?done=sent" };
  const whole = new File([pdf], "giay.pdf", { type: "application/pdf" });
  expect(await outcomeOf(sendForm([hash, whole], { formId }))).toEqual(done);
  expect(waitingParts()).toEqual([]);
  // The answer got lost: the same form again is the same sending, though its parts are gone.
  expect(await outcomeOf(sendForm([hash, whole], { formId }))).toEqual(done);
  const steps = (await loadChecklistEntry(mine.householdId, FOOD))?.steps ?? [];
  expect(steps.map(({ fileTypes }) => fileTypes)).toEqual([["jpg", "pdf"]]);
  const evidence = await findEvidence(steps[0]?.id ?? "", 1);
  const kept = evidence && (await readEvidence(evidence.file));
  const { width, height } = await sharp(kept ?? new Uint8Array()).metadata();
  expect([width, height]).toEqual([(PAPER_EDGE * 3) / 4, PAPER_EDGE]);
});

it("what is not whole, or somebody else's, is said at the field; what is no name is no file", async () => {
  const bytes = await paper(800, 900, "#abc");
  const hash = await sendInParts(bytes, theirs.cookie);
  const errorOf = async (name: string) => {
    const { data, init } = (await sendForm([name], { itemId: "jit_identity" })) as Refusal;
    expect(init?.status).toBe(400);
    return data.submission?.error;
  };
  expect(await errorOf("../../etc/passwd")).toEqual({ files: ["evidence_missing"] });
  expect(await errorOf(hash)).toEqual({ files: ["photo_not_whole"] });
  const own = await filesDoor.loader(fileArgs(hash, {}));
  expect(await own.json()).toEqual({ received: 0 });
});

it("a product's photo is not offered again once its answer was lost and its parts are gone", async () => {
  const slug = "mat-ong-anh";
  await insertTestProduct({ householdId: mine.householdId, slug, status: "draft" });
  const send = (photo: string) => {
    const form = { photo, shownCount: "0" };
    const asked = args(`/household/products/${slug}/photos`, { form, cookie: mine.cookie });
    return photosDoor.action({ ...asked, params: { productSlug: slug } });
  };
  const hash = await sendInParts(await paper(900, 700, "#cba"));
  const done = { status: 303, location: `/household/products/${slug}/photos?done=photo` };
  expect(await outcomeOf(send(hash))).toEqual(done);
  const again = (await send(hash)) as Refusal;
  expect(again.init?.status).toBe(409);
  expect(again.data.submission?.initialValue).toEqual({ shownCount: "0" });
  const other = await sendInParts(await paper(910, 700, "#bca"));
  const changed = (await send(other)) as Refusal;
  expect(changed.data.submission?.initialValue).toMatchObject({ photo: other });
});

it("is no door of buyers", async () => {
  const hash = hashOf(new Uint8Array([7]));
  const cookie = await cookieFor(await insertTestUser({ role: "buyer" }));
  const asked = outcomeOf(filesDoor.loader(fileArgs(hash, { cookie })));
  const sent = { cookie, at: 0, body: new Uint8Array([7]) };
  expect((await asked).status).toBe(403);
  expect((await outcomeOf(filesDoor.action(fileArgs(hash, sent)))).status).toBe(403);
});

it("asks who it is, and takes no part that is none", async () => {
  const hash = hashOf(new Uint8Array([1]));
  const of = (options: Parameters<typeof fileArgs>[1]) =>
    outcomeOf(filesDoor.action(fileArgs(hash, { at: 0, body: new Uint8Array([1]), ...options })));
  expect((await of({ cookie: "" })).status).toBe(302);
  expect((await of({ body: new Uint8Array(PART_MAX_BYTES + 1) })).status).toBe(400);
  const named = outcomeOf(filesDoor.loader(fileArgs("khong-phai", {})));
  expect((await named).status).toBe(404);
});
