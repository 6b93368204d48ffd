import { createHash } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import { insertTestHousehold, insertTestShop, insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { openTestDatabase } from "~/platform/test-database.server";
import type { MutationReply } from "~/web/mutation-reply";

type Desk = { householdId: string; userId: string; cookie: string };
export let mine: Desk;
export let theirs: Desk;
export let agent: { id: string; cookie: string };
let close: () => void;

/** What the third part of a desk's address names, where it is no product. */
const PARAMS: Record<string, string> = { orders: "orderCode", lots: "lotCode" };

export type Options = { form?: Record<string, string> | FormData; cookie?: string };

export function args(path: string, options: Options = {}) {
  const { form, cookie } = options;
  const body = form instanceof FormData || !form ? (form ?? null) : new URLSearchParams(form);
  const [, , kind, name = ""] = path.split("?")[0]?.split("/") ?? [];
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: cookie ? { Cookie: cookie } : {},
    body,
  });
  const params = { [PARAMS[kind ?? ""] ?? "productSlug"]: name };
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: "::1",
    reference: "test",
  } as const;
  return { request, params, context } satisfies ActionFunctionArgs;
}

export type Refusal = { data: MutationReply; init: ResponseInit | null };

export async function outcomeOf(
  answer: unknown,
): Promise<{ status: number; location: string | null }> {
  const result = await Promise.resolve(answer).catch((thrown: unknown) => thrown);
  if (result instanceof Response) {
    return { status: result.status, location: result.headers.get("Location") };
  }
  if (result instanceof Error) throw result;
  const { init } = result as Refusal;
  return { status: init?.status ?? 200, location: null };
}

/** What an agent without consent is answered at the door of a household. */
export const NO_CONSENT = { status: 303, location: "/agent?problem=no_consent" };

/** Two households and an agent, signed in, once for all tests of a file. */
export function setUpDesks(): void {
  beforeAll(async () => {
    close = openTestDatabase();
    await insertTestShop();
    const add = async (slug: string) => {
      const householdId = await insertTestHousehold({ slug, name: `Hộ ${slug}` });
      const userId = await insertTestUser({ householdId });
      return { householdId, userId, cookie: await cookieFor(userId) };
    };
    mine = await add("cua-toi");
    theirs = await add("cua-ho");
    const agentId = await insertTestUser({ role: "agent" });
    agent = { id: agentId, cookie: await cookieFor(agentId) };
  });

  afterAll(() => close());
}

type Door = (args: ActionFunctionArgs) => unknown;
export type Module = { loader?: Door; action?: Door };
export type Answer = { status: number; location: string | null; text: string };

/** `household.orders.$orderCode_.proof.tsx` as an address with these names in it. */
export function pathOf(file: string, params: Record<string, string>): string {
  const name = file.replace(/^\.\//, "").replace(/\.tsx?$/, "");
  const parts = name.replaceAll("[.]", "\0").split(".");
  return `/${parts
    .filter((part) => part !== "_index" && part !== "_store")
    .map((part) => part.replace(/_$/, "").replaceAll("\0", "."))
    .map((part) => part.replace(/\$(\w+)/, (_, key: string) => params[key] ?? "khong-co"))
    .join("/")}`;
}

/** What a door is given; with `body` it is posted. */
export function argsOf(
  path: string,
  told: { params: Record<string, string>; cookie: string; body?: Record<string, string> },
): ActionFunctionArgs {
  const { params, cookie, body } = told;
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  const request = new Request(
    `http://localhost${path}`,
    body ? { method: "POST", headers, body: new URLSearchParams(body) } : { headers },
  );
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: "::1",
    reference: "test",
  } as const;
  return { request, params, context };
}

export async function knock(door: Door, args: ActionFunctionArgs): Promise<Answer> {
  const answer: unknown = await Promise.resolve()
    .then(() => door(args))
    .catch((thrown: unknown) => thrown);
  const outcome = await outcomeOf(answer);
  const text =
    answer instanceof Response
      ? await answer.clone().text()
      : JSON.stringify(answer instanceof Error ? answer.message : answer);
  return { ...outcome, text };
}

type Readable = { prepare(query: string): { all(): unknown[] } };

/** Of every row that is kept and `counts`, but who is signed in. */
export function fingerprint(
  file: Readable,
  counts: (row: Record<string, unknown>) => boolean = () => true,
): string {
  const tables = file.prepare(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '%search%' order by name",
  );
  const hash = createHash("sha256");
  for (const { name } of tables.all() as { name: string }[]) {
    if (name === "sessions") continue;
    const rows = file.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
    hash.update(name + JSON.stringify(rows.filter(counts)));
  }
  return hash.digest("hex");
}
