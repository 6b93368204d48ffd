import { describe, expect, it } from "vitest";
import { eq, lt, max } from "drizzle-orm";
import { products, shelfChanges } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { listProducts } from "./queries.server";
import { addHousehold, addProduct, NOON, setUpCatalogue, SUSPENDED } from "./test-catalogue";

setUpCatalogue();

const find = async (text: string) =>
  (await listProducts({ text }, 1, "vi")).cards.map((card) => card.name);

describe("searching", () => {
  it.each(["mật ong bạc hà", "mat ong bac ha", "MẬT ONG BAC HA", "mật-ong, bạc hà!", "mint"])(
    "finds honey for %s",
    async (text) => {
      expect(await find(text)).toContain("Mật ong bạc hà");
    },
  );

  it("takes đ for d, both ways", async () => {
    expect(await find("dau tuong")).toEqual(["Đậu tương rang"]);
    expect(await find("Đậu")).toEqual(["Đậu tương rang"]);
  });

  it("takes the last word for a beginning, and only the last", async () => {
    expect(await find("mat on")).toContain("Mật ong bạc hà");
    expect(await find("ma ong")).not.toContain("Bánh chế tam giác mạch");
  });

  it("puts the name as it was typed first", async () => {
    expect((await find("chè"))[0]).toBe("Chè Shan tuyết");
    expect((await find("chế"))[0]).toBe("Bánh chế tam giác mạch");
  });

  it("puts what is in stock first among equals", async () => {
    expect(await find("mật ong")).toEqual(["Mật ong bạc hà", "Mật ong hoa rừng"]);
  });

  it("finds by household, commune and kind", async () => {
    expect(await find("meo vac")).toHaveLength(6);
    expect(await find("trà")).toContain("Chè Shan tuyết");
  });

  it.each([
    '"',
    '""',
    "mat AND",
    "mat NOT ong",
    "NEAR(mat ong, 2)",
    "mat* OR *",
    "search_text:mat",
    "(((",
    "^mat",
    "'; drop table products; --",
    "%",
    "\\",
    "-",
    "{mat}",
    "mat + ong",
    "\u0000",
    "🍯",
    "ước".repeat(500),
    "a ".repeat(500),
  ])("does no harm with %s", async (text) => {
    await expect(find(text)).resolves.toBeInstanceOf(Array);
  });

  it("finds nothing, and not everything, for signs alone", async () => {
    expect(await find("???")).toEqual([]);
  });

  it("forgives a slip and says what it searched instead", async () => {
    const list = await listProducts({ text: "mật oong bạch hà" }, 1, "vi");
    expect(list.correctedText).toBe("mat ong bac ha");
    expect(list.cards.map((card) => card.name)).toEqual(["Mật ong bạc hà"]);
    expect((await listProducts({ text: "xyzqwk" }, 1, "vi")).total).toBe(0);
  });

  it.each([
    ["mat onng bac ha", "mat ong bac ha", ["Mật ong bạc hà"]],
    ["mat ong bac haa", "mat ong bac ha", ["Mật ong bạc hà"]],
    ["mat ong nguyenchat", "mat ong", ["Mật ong bạc hà", "Mật ong hoa rừng"]],
  ])("leaves the words that are somebody's as they are: %s", async (text, corrected, names) => {
    const list = await listProducts({ text }, 1, "vi");
    expect(list.correctedText).toBe(corrected);
    expect(list.cards.map((card) => card.name)).toEqual(names);
  });

  it("changes no text of which nobody has a word", async () => {
    expect(await find("lap suon")).toEqual([]);
  });
});

describe("the shelf in memory", () => {
  const write = (work: (tx: Transaction) => Promise<unknown>) =>
    inTransaction(async (tx) => void (await work(tx)));
  const named = (name: string) => eq(products.name, name);
  const change = (set: Partial<typeof products.$inferInsert>) =>
    write((tx) => tx.update(products).set(set).where(named("Miến dong")));
  const facetsOf = async () => (await listProducts({ text: "mien dong" }, 1, "vi")).facets;

  it("follows every change of what is on sale, before the next answer", async () => {
    expect(await find("miến dong")).toEqual([]);
    await write((tx) => addProduct(tx, { name: "Miến dong", status: "draft" }));
    expect(await find("miến dong")).toEqual([]);
    await change({ status: "published", publishedAt: NOON });
    expect(await find("miến dong")).toEqual(["Miến dong"]);
    expect(await facetsOf()).toMatchObject({ ready: 1, inSeason: 0 });
    await change({ availableCount: 0 });
    expect((await facetsOf()).ready).toBe(0);
    await change({ priceVnd: 900_000 });
    expect((await facetsOf()).prices.at(-1)).toEqual({ code: "over_500", count: 1 });
    await change({ season: { fromMonth: 11, toMonth: 11 } });
    expect((await facetsOf()).inSeason).toBe(1);
    await change({ certificateId: "crt_valid" });
    expect((await facetsOf()).stars).toContainEqual({ stars: 4, count: 1 });
    await change({ certificateId: "crt_five" });
    expect((await facetsOf()).stars).toContainEqual({ stars: 5, count: 1 });
    const set = (values: Partial<typeof certificates.$inferInsert>) =>
      write((tx) => tx.update(certificates).set(values).where(eq(certificates.id, "crt_five")));
    await set({ status: "revoked", revokedOn: "2026-11-20" });
    expect((await facetsOf()).stars).not.toContainEqual({ stars: 5, count: 1 });
    await set({ status: "confirmed", revokedOn: null });
    expect((await facetsOf()).stars).toContainEqual({ stars: 5, count: 1 });
    await change({ status: "withdrawn" });
    expect(await find("miến dong")).toEqual([]);
    await change({ status: "published", publishedAt: NOON + 1, name: "Miến dong" });
    expect(await find("miến dong")).toEqual(["Miến dong"]);
    await change({ name: "Bún khô" });
    expect(await find("miến dong")).toEqual([]);
    expect(await find("bún khô")).toEqual(["Bún khô"]);
    await write((tx) => tx.delete(products).where(named("Bún khô")));
    expect(await find("bún khô")).toEqual([]);
  });

  it("shows nothing of what was rolled back", async () => {
    await expect(
      write(async (tx) => {
        await addProduct(tx, { name: "Cao khô" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await find("cao khô")).toEqual([]);
  });

  it("follows a household that is suspended, restored or has another name or commune", async () => {
    const before = await find("mèo vạc");
    const suspended = await find("mía");
    const set = (id: string, values: Partial<typeof households.$inferInsert>) =>
      write((tx) => tx.update(households).set(values).where(eq(households.id, id)));
    await set(SUSPENDED, { status: "approved" });
    expect(await find("mía")).toEqual([...suspended, "Mật mía bị đình chỉ"]);
    await set("hou_1", { status: "suspended" });
    expect(await find("mèo vạc")).toEqual(["Mật mía bị đình chỉ"]);
    await set("hou_1", { status: "approved" });
    await set(SUSPENDED, { status: "suspended" });
    expect(await find("mèo vạc")).toEqual(before);
    await set("hou_1", { name: "Trại ong Sủng Là" });
    expect(await find("sủng là")).toEqual(before);
    await write((tx) =>
      tx.update(communes).set({ name: "Xã Sà Phìn" }).where(eq(communes.code, "00769")),
    );
    expect(await find("sà phìn")).toEqual(before);
    expect(await find("mèo vạc")).toEqual([]);
  });

  it("reads everything anew when changes were swept away", async () => {
    await write(async (tx) => {
      await addProduct(tx, { name: "Tương ớt" });
      await addProduct(tx, { name: "Hạt dổi" });
      await tx.delete(shelfChanges).where(lt(shelfChanges.seq, await lastChange(tx)));
    });
    expect(await find("tương ớt")).toEqual(["Tương ớt"]);
    expect(await find("hạt dổi")).toEqual(["Hạt dổi"]);
  });

  it("finds what a new household sells", async () => {
    await write(async (tx) => {
      await addHousehold(tx, "hou_new", "approved");
      await addProduct(tx, { name: "Gừng trâu", householdId: "hou_new" });
    });
    expect(await find("gừng")).toEqual(["Gừng trâu"]);
  });
});

async function lastChange(tx: Transaction): Promise<number> {
  const [row] = await tx.select({ last: max(shelfChanges.seq) }).from(shelfChanges);
  return row?.last ?? 0;
}
