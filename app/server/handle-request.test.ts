import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase } from "~/platform/test-database.server";
import { OFFERED_LANGUAGES } from "~/web/i18n";
import { readAddress } from "./handle-request";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => close());

const read = (url: string, host = "cho.example:3000") => readAddress({ url, headers: { host } });

describe("readAddress", () => {
  it.each([
    ["/", "vi", "/", "http://cho.example:3000/"],
    ["/en", "en", "/", "http://cho.example:3000/"],
    ["/en/", "en", "/", "http://cho.example:3000/"],
    ["/en/products?q=ch%C3%A8", "en", "/products", "http://cho.example:3000/products?q=ch%C3%A8"],
    [
      "/products?_data=routes%2Fx&q=che",
      "vi",
      "/products",
      "http://cho.example:3000/products?q=che",
    ],
    ["/english", "vi", "/english", "http://cho.example:3000/english"],
    ["/vi/products", "vi", "/vi/products", "http://cho.example:3000/vi/products"],
    ["//evil.example/x", "vi", "/evil.example/x", "http://cho.example:3000/evil.example/x"],
    ["http://evil.example/x", "vi", "/", "http://cho.example:3000/"],
  ])("%s is %s %s", (url, language, pathname, whole) => {
    expect(read(url)).toMatchObject({ language, pathname, url: whole });
  });

  it("takes a language out only when it is offered: Khmer has no approved text yet", () => {
    const { language, pathname } = read("/km/products") ?? {};
    const isOffered = OFFERED_LANGUAGES.includes("km");
    expect([language, pathname]).toEqual(isOffered ? ["km", "/products"] : ["vi", "/km/products"]);
  });

  it("keeps what the person sees", () => {
    expect(read("/en/cart?a=1")?.visiblePath).toBe("/en/cart?a=1");
  });

  it.each(["/%", "/households/%e0%a4%a", "/en/%zz"])("refuses what is no text: %s", (url) => {
    expect(read(url)).toBeNull();
  });

  it.each(["a b<>", "[", "x:99999"])("refuses the host %s", (host) => {
    expect(read("/products", host)).toBeNull();
  });
});
