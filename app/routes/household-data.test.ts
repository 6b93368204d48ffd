import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import sharp from "sharp";
import { fromBufferPromise } from "yauzl";
import { auditEntries } from "~db/schema/audit";
import { photos } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { keepContent } from "~/domain/compliance/keep-content.server";
import { exportHousehold } from "~/domain/flows/export-household.server";
import { takeDownProduct } from "~/domain/flows/take-down-product.server";
import { insertTestProduct, insertTestUser } from "~/domain/flows/test-shop";
import { suspendTestHousehold } from "~/domain/flows/test-suspension";
import { noteTaking } from "~/domain/flows/note-taking.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { REFUSAL_REASONS } from "~/domain/reviews/post-status";
import { vnd } from "~/platform/money";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import * as archiveDoor from "./household.data[.]zip";
import * as tableDoor from "./household.products.table_.$tableFile";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/data.zip";
const ask = (cookie: string, query = "") => archiveDoor.loader(args(PATH + query, { cookie }));

async function filesOf(response: Response): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()), {
    lazyEntries: true,
  });
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    found[entry.fileName] = String(await buffer(await zip.openReadStreamPromise(entry)));
  }
  return found;
}

const note = (householdId: string, userId: string, text: string) =>
  noteTaking({ kind: "user", userId, role: "household_member" }, ALL_ROWS, {
    householdId,
    taking: {
      takingId: newId("stk"),
      amountVnd: vnd(12_000),
      way: "cash",
      takenOn: localDateOf(now()),
      note: text,
    },
  });

it("gives a household all of its own in tables, none of anybody else's, and notes who took it", async () => {
  await insertTestProduct({
    householdId: mine.householdId,
    slug: "mat-ong",
    name: "Mật ong, của tôi",
  });
  await insertTestProduct({ householdId: theirs.householdId, slug: "che", name: "Chè của họ" });
  await note(mine.householdId, mine.userId, '=HYPERLINK("x")');
  await note(theirs.householdId, theirs.userId, "của họ");

  const response = await ask(mine.cookie);
  expect(response.headers.get("Content-Disposition")).toContain("cua-toi-");
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const files = await filesOf(response);
  expect(Object.keys(files)).toEqual([
    "doc-truoc.txt",
    "thong-tin.json",
    "san-pham.csv",
    "don-hang.csv",
    "so-sap-cho.csv",
  ]);
  expect(files["san-pham.csv"]).toContain("Mật ong, của tôi");
  const table = args("/household/products/table/products.csv", { cookie: mine.cookie });
  const same = await tableDoor.loader({ ...table, params: { tableFile: "products.csv" } });
  expect(files["san-pham.csv"]).toBe(Buffer.from(await same.arrayBuffer()).toString());
  expect(files["so-sap-cho.csv"]).toContain(`12000,Tiền mặt,"'=HYPERLINK(""x"")"`);
  expect(JSON.parse(files["thong-tin.json"] ?? "")).toMatchObject({
    format: "cho-phien.household-data",
    household: { slug: "cua-toi", name: "Hộ cua-toi" },
    members: [{}],
    payoutAccount: null,
  });
  expect(Object.values(files).join("\n")).not.toMatch(/của họ|cua-ho/i);
  const acts = await reader()
    .select({ actorId: auditEntries.actorId, subjectId: auditEntries.subjectId })
    .from(auditEntries)
    .where(eq(auditEntries.action, "household.export"));
  expect(acts).toEqual([{ actorId: mine.userId, subjectId: mine.householdId }]);
});

it("tells of other people's words only what stands there to be read", async () => {
  const { householdId } = mine;
  const productId = await insertTestProduct({ householdId, slug: "cam" });
  const ask = { kind: "question" as const, productId, householdId, hasText: true, flags: [] };
  const at = { writtenAt: now(), sentAt: now() };
  await inTransaction(async (tx) => {
    for (const status of ["waiting", "published", "refused", "taken_down"] as const) {
      const id = newId("pst");
      const reason = status === "refused" || status === "taken_down" ? REFUSAL_REASONS[0] : null;
      await tx.insert(posts).values({ ...ask, ...at, id, status, reason, text: `Hỏi ${status}` });
    }
    const [asked] = await tx.select().from(posts).where(eq(posts.status, "published"));
    const answer = { ...ask, kind: "answer" as const, parentId: asked?.id ?? "" };
    const refused = { status: "refused" as const, reason: REFUSAL_REASONS[0] };
    const id = newId("pst");
    await tx.insert(posts).values({ ...answer, ...at, ...refused, id, text: "Tôi trả lời" });
  });
  const facts = await exportHousehold(
    { kind: "user", userId: mine.userId, role: "household_member" },
    ALL_ROWS,
    householdId,
  );
  expect(facts).toMatchObject({
    value: { posts: [{ text: "Hỏi published" }, { text: "Tôi trả lời", status: "refused" }] },
  });
});

it("tells of each suspension, and of what is kept of its own that was taken down", async () => {
  const { householdId } = mine;
  const slug = "mat-bi-go";
  const officerId = await insertTestUser({ role: "department_officer" });
  const officer = { kind: "user", userId: officerId, role: "department_officer" } as const;
  const productId = await insertTestProduct({ householdId, slug, name: "Mật bị gỡ" });
  await insertTestPhoto(productId);
  const taken = await takeDownProduct(officer, ALL_ROWS, { slug, reason: "Ghi sai xuất xứ" });
  expect(taken.ok).toBe(true);
  await inTransaction(async (tx) => {
    for (const postKind of ["review", "reply"] as const) {
      const text = `Bài ${postKind}`;
      const rest = {
        stars: null,
        productName: "Mật",
        reason: REFUSAL_REASONS[0],
        reasonText: null,
      };
      await keepContent(tx, {
        id: newId("kpt"),
        subjectId: newId("pst"),
        householdId,
        title: text,
        content: { kind: "post", postKind, text, ...rest },
        photos: [],
        actorId: officerId,
      });
    }
  });
  await suspendTestHousehold(officer, { slug: "cua-toi", reason: "Theo văn bản." });
  const files = await filesOf(await ask(mine.cookie));
  const facts = JSON.parse(files["thong-tin.json"] ?? "") as {
    takenDown: { photos: string[] }[];
  };
  expect(facts).toMatchObject({
    suspensions: [
      {
        ground: "authority_request",
        reason: "Theo văn bản.",
        state: "carried_out",
        effectiveAt: expect.stringMatching(/Z$/) as string,
      },
    ],
    takenDown: [
      { kind: "product", slug, reason: "Ghi sai xuất xứ" },
      { kind: "post", text: "Bài reply" },
    ],
  });
  expect(files["thong-tin.json"]).not.toContain("Bài review");
  const photo = `anh-da-go/${facts.takenDown[0]?.photos[0]}`;
  expect(files[photo]?.length).toBeGreaterThan(0);
  const other = await filesOf(await ask(theirs.cookie));
  expect(JSON.parse(other["thong-tin.json"] ?? "")).toMatchObject({
    suspensions: [],
    takenDown: [],
  });
  expect(Object.keys(other).some((name) => name.startsWith("anh-da-go/"))).toBe(false);
});

it("is for its members alone, and not all day long", async () => {
  expect(await outcomeOf(ask(theirs.cookie, "?household=cua-toi"))).toMatchObject({ status: 404 });
  expect(await outcomeOf(ask(agent.cookie))).toMatchObject({ status: 403 });
  for (let times = 0; times < 6; times += 1) await outcomeOf(ask(theirs.cookie));
  expect(await outcomeOf(ask(theirs.cookie))).toMatchObject({ status: 429 });
});

async function insertTestPhoto(productId: string): Promise<void> {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: "#2a5" } });
  const stored = await storePhoto(await picture.jpeg().toBuffer());
  if (!stored.ok) throw new Error(stored.code);
  const row = { ...stored.value, productId, position: 0, createdAt: now() };
  await inTransaction((tx) => tx.insert(photos).values(row));
}
