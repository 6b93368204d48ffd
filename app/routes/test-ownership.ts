import { createHash } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import type Database from "better-sqlite3";
import { outcomeOf } from "./test-desk";

/** Test support: knocks at doors that are found by their files, and looks whether anything is another afterwards. */

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

/** Of every row that is kept and `counts`, but who is signed in. */
export function fingerprint(
  file: Database.Database,
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
