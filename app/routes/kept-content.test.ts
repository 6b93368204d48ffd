import { eq } from "drizzle-orm";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { photos, products } from "~db/schema/catalog";
import { keptContents } from "~db/schema/compliance-duties";
import { posts } from "~db/schema/reviews";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { copyPhotos } from "~/domain/compliance/copy-photos.server";
import { eraseKeptFiles } from "~/domain/compliance/erase-kept.server";
import { sweepKeptFiles } from "~/domain/compliance/sweep-kept-files.server";
import { withdrawProduct } from "~/domain/catalog/withdraw-product.server";
import { eraseKeptContent } from "~/domain/flows/erase-kept-content.server";
import { insertTestProduct, insertTestUser } from "~/domain/flows/test-shop";
import { ALL_ROWS } from "~/domain/identity/scope";
import { cookieFor } from "~/domain/identity/test-session";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { runOutbox } from "~/platform/outbox.server";
import { formatInstant, HOUR_MS, momentOf } from "~/platform/period";
import * as keptListDoor from "./department.compliance.kept._index";
import * as keptDoor from "./department.compliance.kept.$keptId";
import * as photoDoor from "./department.compliance.kept.$keptId_.$photoId[.]jpg";
import * as newDoor from "./department.compliance.new";
import * as requestDoor from "./department.compliance.$requestId";
import * as takedownDoor from "./department.products.$productSlug_.takedown";
import * as decisionDoor from "./department.reviews_.$postId.decision";
import * as photosDoor from "./household.products.$productSlug_.photos_.$photoId";
import { agent, args, mine, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

const TAKEN = momentOf("2026-11-27", "16:00");
const REASON = "Ghi sai xuất xứ";
let officer: { id: string; cookie: string };

beforeEach(async () => {
  setClock(TAKEN);
  const id = await insertTestUser({ role: "department_officer", fullName: "Cán bộ" });
  officer = { id, cookie: await cookieFor(id) };
});
afterEach(() => setClock());

async function insertPhoto(productId: string) {
  const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#2a5" } })
    .jpeg()
    .toBuffer();
  const stored = await storePhoto(jpeg);
  if (!stored.ok) throw new Error(stored.code);
  await inTransaction((tx) =>
    tx.insert(photos).values({ ...stored.value, productId, position: 0, createdAt: TAKEN }),
  );
  return stored.value;
}

const takeDown = (slug: string, reason = REASON) =>
  outcomeOf(
    takedownDoor.action({
      ...args(`/department/products/${slug}/takedown`, {
        form: { reason },
        cookie: officer.cookie,
      }),
      params: { productSlug: slug },
    }),
  );
const pageOf = async (slug: string, query = "") =>
  takedownDoor.loader({
    ...args(`/department/products/${slug}/takedown${query}`, { cookie: officer.cookie }),
    params: { productSlug: slug },
  });
const keptOf = async (subjectId: string) =>
  reader().select().from(keptContents).where(eq(keptContents.subjectId, subjectId));
const look = async (keptId: string, cookie = officer.cookie) =>
  keptDoor.loader({
    ...args(`/department/compliance/kept/${keptId}`, { cookie }),
    params: { keptId },
  });
const picture = async (keptId: string, photoId: string, cookie = officer.cookie) =>
  photoDoor.loader({
    ...args(`/department/compliance/kept/${keptId}/${photoId}.jpg`, { cookie }),
    params: { keptId, photoId },
  });
const fileOf = (keptId: string, photoId: string) =>
  join(settings().DATA_DIR, "private", "kept", keptId, `${photoId}.jpg`);
const sendOut = () => runOutbox({ kept_content_files: eraseKeptFiles });

async function takenProduct(slug: string) {
  const productId = await insertTestProduct({ householdId: mine.householdId, slug });
  const photo = await insertPhoto(productId);
  expect((await takeDown(slug)).status).toBe(303);
  const [kept] = await keptOf(productId);
  if (!kept) throw new Error("not kept");
  return { productId, photo, keptId: kept.id };
}

it("keeps the words and photos of a product that was taken down, whatever its household does to them", async () => {
  const { productId, photo, keptId } = await takenProduct("mat-ong-gia");
  await takeDown("mat-ong-gia");
  expect(await keptOf(productId)).toHaveLength(1);
  const removed = await outcomeOf(
    photosDoor.action({
      ...args(`/household/products/mat-ong-gia/photos/${photo.id}`, {
        form: { move: "remove" },
        cookie: mine.cookie,
      }),
      params: { productSlug: "mat-ong-gia", photoId: photo.id },
    }),
  );
  expect(removed.status).toBe(303);
  expect(await reader().$count(photos, eq(photos.id, photo.id))).toBe(0);
  expect(existsSync(join(settings().DATA_DIR, "uploads", "photos", photo.id))).toBe(false);
  await inTransaction((tx) =>
    tx.update(products).set({ description: "Đã sửa" }).where(eq(products.id, productId)),
  );
  const kept = await look(keptId);
  expect(kept).toMatchObject({
    kind: "product",
    takenByName: "Cán bộ",
    content: { slug: "mat-ong-gia", reason: REASON },
    photos: [{ id: photo.id, isLost: false }],
  });
  expect(JSON.stringify(kept.content)).not.toContain("Đã sửa");
  expect(formatInstant(kept.keepUntil)).toBe("23:59 27/11/2027");
  const shown = await picture(keptId, photo.id);
  const size = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
  expect([size.format, size.width]).toEqual(["jpeg", 400]);
  expect(shown.headers.get("Cache-Control")).toBe("private, no-store");
  const page = await takedownDoor.loader({
    ...args("/department/products/mat-ong-gia/takedown", { cookie: officer.cookie }),
    params: { productSlug: "mat-ong-gia" },
  });
  expect(page.kept).toMatchObject([{ id: keptId }]);
  const list = await keptListDoor.loader(
    args("/department/compliance/kept", { cookie: officer.cookie }),
  );
  expect(list.kept.map(({ id }) => id)).toContain(keptId);
  expect(list.term).toMatchObject({ count: 1, unit: "years" });
});

it("is for officers alone, and lies sealed", async () => {
  const { photo, keptId } = await takenProduct("mat-ong-kin");
  for (const cookie of [mine.cookie, agent.cookie]) {
    expect((await outcomeOf(look(keptId, cookie))).status).toBe(403);
    expect((await outcomeOf(picture(keptId, photo.id, cookie))).status).toBe(403);
  }
  expect((await outcomeOf(picture(keptId, "pho_khong_co"))).status).toBe(404);
  expect((await outcomeOf(look("kpt_khong_co"))).status).toBe(404);
  expect(existsSync(fileOf(keptId, photo.id))).toBe(true);
  const sealed = readFileSync(fileOf(keptId, photo.id));
  expect(sealed.subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]));
});

it("keeps nothing of a product that is not on sale, and leaves no files", async () => {
  const slug = "chua-ban";
  const productId = await insertTestProduct({
    householdId: mine.householdId,
    slug,
    status: "draft",
    publishedAt: null,
  });
  await insertPhoto(productId);
  expect((await takeDown(slug)).status).toBe(409);
  expect(await keptOf(productId)).toEqual([]);
});

it("says that a photo's file was lost before", async () => {
  const slug = "mat-tep";
  const productId = await insertTestProduct({ householdId: mine.householdId, slug });
  const id = newId("pho");
  const lost = { id, width: 10, height: 10, widths: [10], productId, position: 0, createdAt: 1 };
  await inTransaction((tx) => tx.insert(photos).values(lost));
  expect((await takeDown(slug)).status).toBe(303);
  const [kept] = await keptOf(productId);
  expect(kept?.photos).toMatchObject([{ id, isLost: true }]);
});

it("forgets a copy after its year, files and all, and that is on record", async () => {
  const { productId, photo, keptId } = await takenProduct("mat-ong-cu");
  setClock(momentOf("2027-11-27", "23:59"));
  await eraseKeptContent();
  await sendOut();
  expect((await look(keptId)).id).toBe(keptId);
  setClock(momentOf("2027-11-28", "00:00"));
  await eraseKeptContent();
  expect(existsSync(fileOf(keptId, photo.id))).toBe(true); // until the outbox has its turn
  await sendOut();
  expect(existsSync(fileOf(keptId, photo.id))).toBe(false);
  expect((await outcomeOf(look(keptId))).status).toBe(404);
  const entries = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, productId));
  expect(
    entries
      .filter(({ action }) => action === "compliance.erase_kept")
      .map(({ actorKind, before }) => [actorKind, before]),
  ).toEqual([["system", { keptId }]]);
  expect(await eraseKeptContent()).toEqual({ isMore: false });
});

it("forgets more copies than one batch has, batch after batch", async () => {
  const { productId, keptId } = await takenProduct("mat-ong-nhieu");
  const [kept] = await keptOf(productId);
  if (!kept) throw new Error("not kept");
  const more = Array.from({ length: 100 }, () => ({ ...kept, id: newId("kpt"), photos: [] }));
  await inTransaction((tx) => tx.insert(keptContents).values(more));
  setClock(kept.keepUntil + 1);
  expect(await eraseKeptContent()).toEqual({ isMore: true });
  expect(await eraseKeptContent()).toEqual({ isMore: false });
  expect((await keptOf(productId)).map(({ id }) => id)).not.toContain(keptId);
  expect(await keptOf(productId)).toEqual([]);
});

it("takes down what its household took off sale before, keeps it, and says why", async () => {
  const slug = "tu-ngung-ban";
  const productId = await insertTestProduct({ householdId: mine.householdId, slug });
  const photo = await insertPhoto(productId);
  await inTransaction((tx) => withdrawProduct(tx, ALL_ROWS, { slug, actorId: mine.userId }));
  expect(await pageOf(slug, "?done=1")).toMatchObject({
    mayTakeDown: true,
    reason: null,
    isDone: false,
  });
  const done = { status: 303, location: `/department/products/${slug}/takedown?done=1` };
  expect(await takeDown(slug)).toEqual(done);
  expect(await takeDown(slug)).toEqual(done);
  const [kept, ...others] = await keptOf(productId);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    content: { reason: REASON },
    photos: [{ id: photo.id, isLost: false }],
  });
  expect(existsSync(fileOf(String(kept?.id), photo.id))).toBe(true);
  expect(await pageOf(slug, "?done=1")).toMatchObject({ reason: REASON, isDone: true });
  const [product] = await reader().select().from(products).where(eq(products.id, productId));
  expect(product).toMatchObject({ status: "withdrawn", statusReason: REASON });
  const entries = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, productId));
  expect(entries.filter(({ action }) => action === "product.take_down")).toMatchObject([
    { before: { status: "withdrawn" }, after: { status: "withdrawn", keptId: kept?.id } },
  ]);
  // For another reason it is one more decision, with its own copy.
  expect(await takeDown(slug, "Thiếu nhãn phụ")).toEqual(done);
  expect(await keptOf(productId)).toHaveLength(2);
  expect((await pageOf(slug)).reason).toBe("Thiếu nhãn phụ");
});

it("removes folders that no row names once they are an hour old, and nothing else", async () => {
  const { photo, keptId } = await takenProduct("mat-ong-dut");
  const folderOf = (id: string) => join(settings().DATA_DIR, "private", "kept", id);
  const age = (id: string, ms: number) => {
    const seconds = (TAKEN - ms) / 1000;
    utimesSync(folderOf(id), seconds, seconds);
  };
  const upload = `photos/${photo.id}/${Math.max(...photo.widths)}.jpg`;
  const [old, recent] = [newId("kpt"), newId("kpt")];
  for (const id of [old, recent]) await copyPhotos(id, [{ id: photo.id, upload }]);
  age(keptId, 2 * HOUR_MS);
  age(old, HOUR_MS + 1000);
  age(recent, HOUR_MS - 1000);
  await sweepKeptFiles();
  expect([keptId, recent].map((id) => existsSync(fileOf(id, photo.id)))).toEqual([true, true]);
  expect(existsSync(folderOf(old))).toBe(false);
});

it("keeps a copy longer while a request about it is open", async () => {
  const { keptId } = await takenProduct("mat-ong-hoi");
  setClock(momentOf("2027-11-27", "10:00"));
  const requestId = newId("crq") as string;
  const form = {
    requestId,
    kind: "takedown",
    fromWhom: "Cục Quản lý thị trường",
    way: "letter",
    receivedOn: "2027-11-27",
    receivedTime: "09:00",
    asked: "Cung cấp bản đã gỡ.",
    aboutKind: "product",
    about: "mat-ong-hoi",
  };
  const { cookie } = officer;
  await newDoor.action(args("/department/compliance/new", { form, cookie }));
  const request = { params: { requestId } };
  const shown = args(`/department/compliance/${requestId}`, { cookie });
  expect((await requestDoor.loader({ ...shown, ...request })).kept).toMatchObject([{ id: keptId }]);
  setClock(momentOf("2028-03-01", "10:00"));
  await eraseKeptContent();
  expect((await look(keptId)).id).toBe(keptId);
  const answer = { intent: "answer", stepId: newId("cqs"), result: "done", words: "Đã gửi." };
  await requestDoor.action({
    ...args(`/department/compliance/${requestId}`, { form: answer, cookie }),
    ...request,
  });
  await eraseKeptContent();
  expect((await outcomeOf(look(keptId))).status).toBe(404);
});

it("keeps the words of a post that was taken down, without who wrote them", async () => {
  const slug = "co-bai-viet";
  const productId = await insertTestProduct({ householdId: mine.householdId, slug });
  const postId = newId("pst");
  await inTransaction((tx) =>
    tx.insert(posts).values({
      id: postId,
      kind: "question",
      productId,
      householdId: mine.householdId,
      text: "Gọi tôi để mua rẻ hơn",
      hasText: true,
      shownName: "Người Hỏi",
      status: "published",
      flags: [],
      writtenAt: TAKEN,
      sentAt: TAKEN,
      decidedAt: TAKEN,
    }),
  );
  const form = {
    decision: "take_down",
    seenAt: String(TAKEN),
    reason: "contact_or_advert",
    reasonText: "",
  };
  const decide = () =>
    outcomeOf(
      decisionDoor.action({
        ...args(`/department/reviews/${postId}/decision`, { form, cookie: officer.cookie }),
        params: { postId },
      }),
    );
  expect((await decide()).status).toBe(303);
  expect((await decide()).status).toBe(303);
  const kept = await keptOf(postId);
  expect(kept).toMatchObject([
    {
      kind: "post",
      photos: [],
      content: {
        postKind: "question",
        text: "Gọi tôi để mua rẻ hơn",
        reason: "contact_or_advert",
        reasonText: null,
      },
    },
  ]);
  expect(JSON.stringify(kept)).not.toContain("Người Hỏi");
});

it("stands as it was", async () => {
  const { keptId } = await takenProduct("dung-yen");
  await expect(
    inTransaction((tx) =>
      tx.update(keptContents).set({ title: "Khác" }).where(eq(keptContents.id, keptId)),
    ),
  ).rejects.toThrow();
});
