import { eq } from "drizzle-orm";
import { fromBufferPromise } from "yauzl";
import { afterEach, beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { complianceSteps } from "~db/schema/compliance";
import { users } from "~db/schema/identity";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { momentOf } from "~/platform/period";
import * as newDoor from "./department.compliance.new";
import * as requestDoor from "./department.compliance.$requestId";
import * as door from "./department.compliance.$requestId_.data";
import { agent, args, mine, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();

const NOW = momentOf("2026-11-27", "16:00");
let officer: { id: string; cookie: string };

beforeEach(async () => {
  setClock(NOW);
  const id = await insertTestUser({ role: "department_officer", fullName: "Cán bộ" });
  officer = { id, cookie: await cookieFor(id) };
});
afterEach(() => setClock());

async function enter(facts: Record<string, string>) {
  const requestId = newId("crq") as string;
  const form = {
    requestId,
    kind: "authority_information",
    fromWhom: "Cục Thuế",
    way: "letter",
    receivedOn: "2026-11-27",
    receivedTime: "15:30",
    asked: "Cung cấp thông tin người bán.",
    ...facts,
  };
  const { cookie } = officer;
  const entered = newDoor.action(args("/department/compliance/new", { form, cookie }));
  expect((await outcomeOf(entered)).status).toBe(303);
  return requestId;
}

const at = (
  requestId: string,
  form: Record<string, string>,
  rest = "",
  cookie = officer.cookie,
) => ({
  ...args(`/department/compliance/${requestId}${rest}`, { form, cookie }),
  params: { requestId },
});
const take = (requestId: string, cookie?: string) =>
  door.action(at(requestId, { sent: "1" }, "/data", cookie));
const stepsOf = async (requestId: string) =>
  (
    await reader().select().from(complianceSteps).where(eq(complianceSteps.requestId, requestId))
  ).filter(({ step }) => step === "data_taken");
const entriesOf = async (subjectId: string) =>
  (await reader().select().from(auditEntries).where(eq(auditEntries.subjectId, subjectId))).filter(
    ({ action }) => action === "compliance.take_data",
  );

it("gives an officer the household's archive, and the request and the log have it", async () => {
  const requestId = await enter({ aboutKind: "household", about: "cua-toi" });
  const response = await take(requestId);
  expect(response.headers.get("Content-Type")).toBe("application/zip");
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()));
  const names: string[] = [];
  for await (const entry of zip.eachEntry()) names.push(entry.fileName);
  expect(names).toEqual(expect.arrayContaining(["thong-tin.json", "san-pham.csv", "don-hang.csv"]));
  expect(await stepsOf(requestId)).toMatchObject([{ actorId: officer.id }]);
  expect(await entriesOf(mine.householdId)).toMatchObject([
    { actorId: officer.id, after: { requestId } },
  ]);
});

it("gives the data of a person who asks for it", async () => {
  const [{ phone } = { phone: "" }] = await reader()
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, mine.userId));
  const requestId = await enter({
    kind: "data_access",
    aboutKind: "person",
    about: String(phone),
  });
  const data = (await (await take(requestId)).json()) as { account: { phone: string } };
  expect(data.account.phone).toBe(phone);
  expect(await entriesOf(mine.userId)).toMatchObject([{ after: { requestId } }]);
});

it("gives an authority of a person nothing that is the person's alone", async () => {
  const [{ phone } = { phone: "" }] = await reader()
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, mine.userId));
  const about = { aboutKind: "person", about: String(phone) };
  const own = ["savedProducts", "sessions", "toldBrowsers", "notices"];
  const keysFor = async (kind: string) => {
    const taken = await take(await enter({ kind, ...about }));
    return Object.keys((await taken.json()) as object);
  };
  const ofPerson = await keysFor("data_access");
  expect(ofPerson).toEqual(expect.arrayContaining(own));
  expect(await keysFor("authority_information")).toEqual(
    ofPerson.filter((key) => !own.includes(key)),
  );
});

it.each([
  ["of another kind", { kind: "complaint", aboutKind: "household", about: "cua-toi" }],
  ["about nothing", {}],
  ["for a correction", { kind: "data_rectification", aboutKind: "household", about: "cua-toi" }],
])("gives nothing for a request %s, and notes nothing", async (_, facts) => {
  const requestId = await enter(facts);
  expect(await outcomeOf(take(requestId))).toEqual({
    status: 303,
    location: `/department/compliance/${requestId}?problem=request_no_data`,
  });
  expect(await stepsOf(requestId)).toEqual([]);
});

it("gives nothing once the request is answered, nor to others than officers", async () => {
  const requestId = await enter({ aboutKind: "household", about: "cua-toi" });
  for (const cookie of [mine.cookie, agent.cookie]) {
    expect((await outcomeOf(take(requestId, cookie))).status).toBe(403);
  }
  expect((await outcomeOf(take("crq_khong_co"))).status).toBe(404);
  const answer = { intent: "answer", stepId: newId("cqs"), result: "done", words: "Đã gửi." };
  await requestDoor.action(at(requestId, answer));
  expect((await outcomeOf(take(requestId))).location).toContain("problem=request_no_data");
  expect(await stepsOf(requestId)).toEqual([]);
});
