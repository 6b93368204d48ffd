import { describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { listProducts } from "./queries.server";
import { addProduct, setUpCatalogue } from "./test-catalogue";

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

  it("follows a change of the text", async () => {
    await inTransaction(async (tx) => {
      const id = await addProduct(tx, { name: "Miến dong" });
      await tx.update(products).set({ searchText: "bun kho" }).where(eq(products.id, id));
    });
    expect(await find("miến dong")).toEqual([]);
    expect(await find("bún khô")).toEqual(["Miến dong"]);
    await inTransaction(async (tx) => {
      await tx.delete(products).where(eq(products.name, "Miến dong"));
    });
    expect(await find("bún khô")).toEqual([]);
  });
});
