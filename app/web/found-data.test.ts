import { data, redirect, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { giveFoundData, keepFoundData } from "./found-data.server";

const Page = () => null;

/** What the loader of the one route answers to Remix, and what its page then finds. */
async function load(loader: () => unknown, page: { default?: () => null } = { default: Page }) {
  const build = { routes: { one: { id: "one", module: { loader, ...page } } } };
  const kept = keepFoundData(build as unknown as ServerBuild).routes["one"]?.module.loader;
  const context = {} as AppLoadContext;
  const request = new Request("http://localhost/");
  const answered: unknown = await kept?.({ request, params: {}, context });
  const loaderData: Record<string, unknown> = { one: answered, other: "found" };
  giveFoundData(loaderData, context);
  return { answered, loaderData };
}

test("a page finds the very thing that its loader found, and Remix only a word", async () => {
  const found = { products: [{ name: "Mật ong" }], missing: undefined };
  const { answered, loaderData } = await load(() => found);
  expect(JSON.stringify(answered)).not.toContain("Mật ong");
  expect(loaderData["one"]).toBe(found);
  expect(loaderData["other"]).toBe("found");
});

test("a status and headers stay Remix's business", async () => {
  const { answered } = await load(() => data({ name: "Mật ong" }, { status: 404 }));
  expect(answered).toMatchObject({ init: { status: 404 } });
  expect(JSON.stringify(answered)).not.toContain("Mật ong");
});

test("a redirect, and what a door without a page answers, are left alone", async () => {
  const away = redirect("/products");
  expect((await load(() => away)).answered).toBe(away);
  const found = { ok: true };
  expect((await load(() => found, {})).answered).toBe(found);
});

test("two requests at once do not find each other's", async () => {
  let count = 0;
  const loader = () => ({ number: (count += 1) });
  const [first, second] = await Promise.all([load(loader), load(loader)]);
  expect([first.loaderData["one"], second.loaderData["one"]]).toEqual([
    { number: 1 },
    { number: 2 },
  ]);
});
