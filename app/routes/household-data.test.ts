import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import { auditEntries } from "~db/schema/audit";
import { posts } from "~db/schema/reviews";
import { exportHousehold } from "~/domain/flows/export-household.server";
import { insertTestProduct } from "~/domain/flows/test-shop";
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

it("is for its members alone, and not all day long", async () => {
  expect(await outcomeOf(ask(theirs.cookie, "?household=cua-toi"))).toMatchObject({ status: 404 });
  expect(await outcomeOf(ask(agent.cookie))).toMatchObject({ status: 403 });
  for (let times = 0; times < 6; times += 1) await outcomeOf(ask(theirs.cookie));
  expect(await outcomeOf(ask(theirs.cookie))).toMatchObject({ status: 429 });
});
