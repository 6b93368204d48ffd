import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settings, useSettings } from "~/platform/env.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { OFFERED_LANGUAGES } from "~/web/i18n";
import { clientNetwork, readAddress } from "./handle-request";

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

describe("clientNetwork", () => {
  const of = (remoteAddress: string, forwarded?: string) =>
    clientNetwork({
      headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
      socket: { remoteAddress },
    });

  it("counts one IPv6 subscriber as one, and believes a proxy only where there is one", () => {
    expect(of("2001:db8:7:7::1")).toBe(of("2001:db8:7:7:ffff::9"));
    expect(of("::ffff:192.0.2.7", "198.51.100.1")).toBe("192.0.2.7");
    useSettings({ DATA_DIR: settings().DATA_DIR, LOG_LEVEL: "error", TRUST_PROXY: "1" });
    expect(of("127.0.0.1", "198.51.100.1, 2001:db8:7:7::1")).toBe("2001:db8:7:7::/64");
    useSettings({ DATA_DIR: settings().DATA_DIR, LOG_LEVEL: "error" });
  });
});
