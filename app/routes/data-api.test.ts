import { Validator } from "@seriousme/openapi-schema-validator";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { apiKeys } from "~db/schema/identity-keys";
import { auditEntries } from "~db/schema/audit";
import type { UserActor } from "~/domain/audit/actor";
import { issueDataKey } from "~/domain/flows/issue-data-key.server";
import { revokeDataKey } from "~/domain/flows/revoke-data-key.server";
import { listObservations } from "~/domain/opendata/queries.server";
import {
  codesAnswer,
  observationsPage,
  problemSchema,
  revisionsAnswer,
  type Observation,
} from "~/domain/opendata/schemas";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import * as codes from "./api.v1.codes";
import * as observations from "./api.v1.observations";
import * as openapi from "./api.v1.openapi[.]json";
import * as revisions from "./api.v1.revisions";
import { args, responseOf } from "./test-doors";
import { beginNovember, publishOctober, reviseOctober } from "./test-published-month";

const PATH = "/api/v1/observations";
let close: () => void;
let officer: UserActor;
beforeEach(async () => {
  close = openTestDatabase();
  officer = await beginNovember();
});
afterEach(() => {
  setClock();
  close();
});

async function issue(expiresOn = "2026-12-31") {
  const keyId = newId("key");
  const issued = await issueDataKey(officer, { keyId, consumer: "LGSP", expiresOn });
  if (!issued.ok) throw new Error(issued.code);
  return { keyId, ...issued.value };
}
const ask = (path: string, key?: string) => {
  const loader = path.startsWith("/api/v1/revisions") ? revisions.loader : observations.loader;
  const headers = key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } };
  return responseOf(loader(args(path, headers)));
};
const problemOf = async (response: Response) => {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  return problemSchema.parse(await response.json());
};

test("a key opens the API until it is revoked or over, and its day of use is noted once a day", async () => {
  const { key, keyId } = await issue();
  const stored = async () =>
    (await reader().select().from(apiKeys).where(eq(apiKeys.id, keyId)).limit(1))[0];
  expect(JSON.stringify(await stored())).not.toContain(key.split("_")[2]);
  expect((await stored())?.lastUsedOn).toBeNull();
  expect((await ask(PATH, key)).status).toBe(200);
  expect((await stored())?.lastUsedOn).toBe("2026-11-05");
  setClock(startOfDate("2026-12-31") + 1_000);
  expect((await ask(PATH, key)).status).toBe(200);
  setClock(startOfDate("2027-01-01"));
  expect((await ask(PATH, key)).status).toBe(401);
  setClock(startOfDate("2026-11-06"));
  expect((await ask(PATH, key)).status).toBe(200);
  await revokeDataKey(officer, keyId);
  await revokeDataKey(officer, keyId);
  const refused = await ask(PATH, key);
  expect(refused.status).toBe(401);
  expect(refused.headers.get("WWW-Authenticate")).toBe(
    'Bearer realm="data", error="invalid_token"',
  );
  expect((await problemOf(refused)).code).toBe("key_refused");
  const log = await reader().select().from(auditEntries).limit(100);
  const own = log.filter(({ subjectId }) => subjectId === keyId);
  expect(own.map(({ action }) => action)).toEqual(["data_key.issue", "data_key.revoke"]);
  expect(JSON.stringify(own)).not.toContain(key.split("_")[2]);
});

test("without a key, or with one that is another, nothing is answered", async () => {
  const { key, publicId } = await issue();
  const missing = await ask(PATH);
  expect([missing.status, missing.headers.get("WWW-Authenticate")]).toEqual([
    401,
    'Bearer realm="data"',
  ]);
  expect((await problemOf(missing)).code).toBe("key_missing");
  const guessed = `cpk_${publicId}_${"0".repeat(64)}`;
  for (const wrong of [guessed, key.slice(0, -1), key.toUpperCase(), `${key}0`, "x", ""]) {
    expect((await ask(PATH, wrong)).status).toBe(401);
    expect((await ask("/api/v1/revisions", wrong)).status).toBe(401);
  }
});

test("a key may ask often and not without end; who guesses is counted by network", async () => {
  setClock(startOfDate("2026-11-05"));
  const { key } = await issue();
  for (let i = 0; i < 120; i += 1) expect((await ask(PATH, key)).status).toBe(200);
  const refused = await ask(PATH, key);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect((await problemOf(refused)).code).toBe("too_many_requests");
  setClock(startOfDate("2026-11-05") + 60_000);
  expect((await ask(PATH, key)).status).toBe(200);
  const same = args(PATH);
  const guess = async () => (await responseOf(observations.loader(same))).status;
  const statuses: number[] = [];
  for (let i = 0; i < 31; i += 1) statuses.push(await guess());
  expect(new Set(statuses.slice(0, 30))).toEqual(new Set([401]));
  expect(statuses[30]).toBe(429);
});

test("a parameter that is wrong is named", async () => {
  const { key } = await issue();
  for (const [query, field, code] of [
    ["from=2026-13", "from", "month_format"],
    ["from=2026-05&to=2026-04", "to", "range_reversed"],
    ["indicator=sales", "indicator", "code_unknown"],
    ["dimension=xa", "dimension", "code_unknown"],
    ["code=%27", "code", "code_format"],
    ["edition=0", "edition", "edition_format"],
    ["limit=1001", "limit", "limit_format"],
    ["cursor=abc", "cursor", "cursor_format"],
    ["form=2026-01", "form", "parameter_unknown"],
    ["from=2026-01&from=2026-02", "from", "parameter_repeated"],
  ]) {
    const response = await ask(`${PATH}?${query}`, key);
    expect([query, response.status]).toEqual([query, 400]);
    expect((await problemOf(response)).errors).toEqual([{ field, code }]);
  }
});

test("pages follow each other without a gap or a repetition, whatever is filtered", async () => {
  await publishOctober();
  await reviseOctober("Có số ước tính");
  const { key } = await issue();
  for (const filter of ["", "&edition=all", "&edition=1", "&dimension=set", "&indicator=orders"]) {
    const rows: Observation[] = [];
    let path: string | null = `${PATH}?limit=7${filter}`;
    for (let pages = 0; path !== null; pages += 1) {
      expect(pages).toBeLessThan(20);
      const response = await ask(path, key);
      const { data, next } = observationsPage.parse(await response.json());
      expect(response.headers.get("Link")).toBe(next === null ? null : `<${next}>; rel="next"`);
      rows.push(...data);
      path = next === null ? null : next.replace("http://localhost", "");
    }
    const all = await listObservations(filter.startsWith("&edition") ? "all" : "newest");
    const [name = "", value = ""] = filter.slice(1).split("=");
    const isAll = filter === "" || value === "all";
    expect(rows).toEqual(
      all.filter((one) => isAll || String(one[name as keyof Observation]) === value),
    );
  }
  const far = await ask(`${PATH}?from=2026-11`, key);
  expect(await far.json()).toEqual({ data: [], next: null });
});

test("the document is OpenAPI 3.1, and what it describes answers as it says", async () => {
  await publishOctober();
  await reviseOctober("Có số ước tính");
  const document = (await (
    await responseOf(openapi.loader(args("/api/v1/openapi.json")))
  ).json()) as {
    openapi: string;
    paths: Record<string, { get: { parameters?: { name: string }[] } }>;
  };
  const checked = await new Validator().validate(document);
  expect([checked.errors, checked.valid]).toEqual([undefined, true]);
  expect(document.openapi).toBe("3.1.0");
  const { key } = await issue();
  const doors = {
    "/api/v1/observations": async () =>
      observationsPage.parse(await (await ask("/api/v1/observations", key)).json()),
    "/api/v1/revisions": async () =>
      revisionsAnswer.parse(await (await ask("/api/v1/revisions", key)).json()),
    "/api/v1/codes": async () => codesAnswer.parse(await (await responseOf(codes.loader())).json()),
    "/api/v1/openapi.json": async () => document,
  };
  expect(Object.keys(document.paths)).toEqual(Object.keys(doors));
  for (const answer of Object.values(doors)) expect(await answer()).toBeTruthy();
  expect(document.paths["/api/v1/observations"]?.get.parameters?.map(({ name }) => name)).toEqual([
    "indicator",
    "dimension",
    "code",
    "from",
    "to",
    "edition",
    "limit",
    "cursor",
  ]);
});

test("every code that an observation has is in the lists, and has a name in both languages", async () => {
  await publishOctober();
  const lists = codesAnswer.parse(await (await responseOf(codes.loader())).json());
  for (const one of await listObservations("all")) {
    expect(lists.ref_area.map(({ code }) => code)).toContain(one.ref_area);
    expect(lists.indicator.map(({ code }) => code)).toContain(one.indicator);
    expect(lists.obs_status.map(({ code }) => code)).toContain(one.obs_status);
    expect(lists.conf_status.map(({ code }) => code)).toContain(one.conf_status);
    if (one.dimension === "_T") continue;
    const own = lists.code.filter(({ dimension }) => dimension === one.dimension);
    expect(own.map(({ code }) => code)).toContain(one.code);
  }
  const empty = Object.values(lists).flatMap((list) =>
    list.filter(({ vi, en }: { vi: string; en: string }) => vi === "" || en === ""),
  );
  expect(empty).toEqual([]);
});

test("a form that is sent twice makes one key, and no key is good for more than a year", async () => {
  const keyId = newId("key");
  const input = { keyId, consumer: "LGSP", expiresOn: "2027-11-06" };
  expect((await issueDataKey(officer, input)).ok).toBe(true);
  const codeOf = async (of: Partial<typeof input>) => {
    const issued = await issueDataKey(officer, { ...input, keyId: newId("key"), ...of });
    return issued.ok ? null : issued.code;
  };
  expect(await codeOf({ keyId })).toBe("data_key_issued_before");
  expect(await codeOf({ expiresOn: "2026-11-04" })).toBe("data_key_day_past");
  expect(await codeOf({ expiresOn: "2027-11-07" })).toBe("data_key_day_far");
});
