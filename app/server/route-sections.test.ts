import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { createSectionHandler } from "./route-sections";

type Route = { id: string; parentId?: string; path?: string; index?: boolean };

const ROUTES: Route[] = [
  { id: "root" },
  { id: "store", parentId: "root" },
  { id: "home", parentId: "store", index: true },
  { id: "list", parentId: "store", path: "products" },
  { id: "product", parentId: "store", path: "products/:slug" },
  { id: "card", parentId: "root", path: "products/:slug/:cardFile" },
  { id: "feed", parentId: "root", path: "feed.xml" },
  { id: "desk", parentId: "root", path: "department" },
  { id: "overview", parentId: "desk", index: true },
  { id: "approvals", parentId: "desk", path: "approvals" },
  { id: "page", parentId: "desk", path: "page" },
  { id: "nothing", parentId: "root", path: "*" },
];

const PATHS = [
  "/",
  "/products",
  "/products/",
  "/Products",
  "/%70roducts",
  "/products/tea",
  "/products/tea/card.jpg",
  "/products/tea/card.jpg/more",
  "/feed.xml",
  "/feed",
  "/department",
  "/department/approvals",
  "/department/other",
  "/departments",
  "//products",
  "/-",
  "/%",
  "/%/products",
  "/constructor",
  "/products%2Ftea",
];

test.each(PATHS)(
  "%s is answered by the route that all routes together would choose",
  async (path) => {
    const build = buildOf(ROUTES);
    const answers = [createRequestHandler(build, "production"), createSectionHandler(build)].map(
      async (handler) => (await handler(new Request(`http://localhost${path}`))).text(),
    );
    const [whole, section] = await Promise.all(answers);
    expect(section).toBe(whole);
  },
);

test("a page is made with the routes of its section and of no other", async () => {
  const handler = createSectionHandler(buildOf(ROUTES));
  const page = await handler(new Request("http://localhost/department/page"));
  expect((await page.text()).split(" ")).toEqual(
    "root store home desk overview approvals page nothing".split(" "),
  );
});

/** A build whose every route says its own name, but for `page`, which names the routes that it was made with. */
function buildOf(routes: readonly Route[]): ServerBuild {
  const moduleOf = ({ id }: Route) =>
    id === "page" ? { default: () => null } : { loader: () => new Response(id) };
  const named = routes.map((route) => [route.id, { ...route, module: moduleOf(route) }]);
  const listRoutes = (...[, , , context]: Parameters<ServerBuild["entry"]["module"]["default"]>) =>
    new Response(Object.keys(context.manifest.routes).join(" "));
  return {
    routes: Object.fromEntries(named),
    assets: { routes: Object.fromEntries(routes.map((route) => [route.id, route])) },
    entry: { module: { default: listRoutes } },
    future: { v3_singleFetch: true },
    basename: "/",
  } as unknown as ServerBuild;
}
