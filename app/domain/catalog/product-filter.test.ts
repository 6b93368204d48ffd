import { describe, expect, it } from "vitest";
import { readProductFilter, writeProductFilter } from "./product-filter";

const read = (query: string) => readProductFilter(new URLSearchParams(query));

describe("readProductFilter", () => {
  it("reads all of it", () => {
    expect(read("q=+mật+ong+&group=food&set=4&stars=4&commune=00769&page=2")).toEqual({
      filter: { text: "mật ong", group: "food", set: 4, stars: 4, communeCode: "00769" },
      page: 2,
    });
  });

  it.each([
    "",
    "q=&group=&set=&stars=&commune=&page=",
    "q=++&group=toys&set=0&stars=2&commune=769&page=0",
    "set=27&stars=6&commune=00769x&page=-1",
    "set=4.0&stars=4.0&page=1e3",
    "set=1111111&page=999999",
    "group=constructor&stars=05",
  ])("leaves nonsense out of %s", (query) => {
    expect(read(query)).toEqual({ filter: {}, page: 1 });
  });

  it("bounds the text", () => {
    expect(read(`q=${"a".repeat(5_000)}`).filter.text).toHaveLength(100);
  });
});

describe("writeProductFilter", () => {
  it("comes back as it went", () => {
    const filter = { text: "chè", group: "food", set: 11, stars: 3, communeCode: "00715" } as const;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(writeProductFilter(filter, 3))) {
      query.set(name, String(value));
    }
    expect(readProductFilter(query)).toEqual({ filter, page: 3 });
  });

  it("does not write page 1", () => {
    expect(writeProductFilter({}, 1)["page"]).toBeUndefined();
  });
});
