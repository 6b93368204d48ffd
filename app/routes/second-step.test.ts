import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertTestUser } from "~/domain/flows/test-shop";
import { agreeToOfficer } from "~/domain/flows/agree-to-officer.server";
import { askOfficer } from "~/domain/flows/ask-officer.server";
import { readSession } from "~/domain/identity/sessions.server";
import { codeOf } from "~/domain/identity/test-totp";
import { openTestDatabase } from "~/platform/test-database.server";
import * as deskDoor from "./department.officers._index";
import * as signInDoor from "./_store.sign-in";
import * as door from "./_store.sign-in_.second-step";

const PHONE = "0900000671";
const STEP = "/sign-in/second-step?next=%2Fdepartment%2Fofficers";
let close: () => void;
let given: { password: string; code: string };
beforeAll(async () => {
  close = openTestDatabase();
  const [an, binh] = await Promise.all(
    [1, 2].map(async () => ({
      kind: "user" as const,
      userId: await insertTestUser({ role: "department_officer" }),
      role: "department_officer",
    })),
  );
  if (!an || !binh) throw new Error("two officers");
  const asked = await askOfficer(an, { kind: "open", phone: PHONE, fullName: "Lò Thị Dung" });
  if (!asked.ok) throw new Error(asked.code);
  const agreed = await agreeToOfficer(binh, asked.value.grantId);
  if (!agreed.ok) throw new Error(agreed.code);
  given = { password: asked.value.password, code: agreed.value.code };
});
afterAll(() => close());

function args(path: string, options: { form?: Record<string, string>; cookie?: string } = {}) {
  const { form, cookie = "" } = options;
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: { Cookie: cookie },
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: "198.51.100.7",
    reference: "test",
  } as const;
  return { request, params: {}, context };
}

async function thrownBy(answer: Promise<unknown>): Promise<Response> {
  const result = await answer.catch((thrown: unknown) => thrown);
  if (!(result instanceof Response)) throw new Error("no response");
  return result;
}

async function halfwayCookie(): Promise<string> {
  const form = { phone: PHONE, password: given.password };
  const response = await thrownBy(signInDoor.action(args("/sign-in", { form })));
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .join("; ");
}

type Answer = { data: { codes: string[] | null }; init: { status?: number; headers?: Headers } };

describe("the page of the second step", () => {
  it("says so to who has not given a password, and takes nothing from them", async () => {
    const page = await door.loader(args(STEP));
    expect(page.state).toEqual({ kind: "over" });
    const form = { grantCode: given.code, code: "000000" };
    const response = await thrownBy(door.action(args(STEP, { form })));
    expect(response.headers.get("Location")).toBe(STEP);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("leads in by the two halves and the app, once, and only there", async () => {
    const cookie = await halfwayCookie();
    const desk = await thrownBy(deskDoor.loader(args("/department/officers", { cookie })));
    expect(desk.headers.get("Location")).toBe("/sign-in?next=%2Fdepartment%2Fofficers");

    const { state } = await door.loader(args(STEP, { cookie }));
    if (state.kind !== "set-up") throw new Error(state.kind);
    const { secret } = state.app;
    // Opened again it shows the same, or what was scanned a moment ago would be nothing.
    expect(await door.loader(args(STEP, { cookie }))).toMatchObject({ state: { app: { secret } } });
    // Who has the password only sees another one at another sign-in, and comes no further.
    const other = await door.loader(args(STEP, { cookie: await halfwayCookie() }));
    expect(other.state.kind === "set-up" && other.state.app.secret === secret).toBe(false);

    const wrong = { grantCode: "", code: codeOf(secret) };
    expect(await door.action(args(STEP, { form: wrong, cookie }))).toMatchObject({
      data: { codes: null },
      init: { status: 400 },
    });
    const newPassword = "mat khau cua rieng minh";
    const form = { grantCode: given.code, code: codeOf(secret), newPassword };
    const done = (await door.action(args(STEP, { form, cookie }))) as Answer;
    expect(done.data.codes).toHaveLength(10);
    const [session = ""] = done.init.headers?.getSetCookie() ?? [];
    expect(await readSession(session.split(";")[0] ?? "")).toMatchObject({
      fullName: "Lò Thị Dung",
    });
    // The password that was given is over, and with it whoever came so far by it.
    expect((await door.loader(args(STEP, { cookie }))).state).toEqual({ kind: "over" });
    const signedIn = `${cookie}; ${session.split(";")[0] ?? ""}`;
    expect((await door.loader(args(STEP, { cookie: signedIn }))).state).toEqual({ kind: "in" });
    given = { ...given, password: newPassword };
    const anew = await halfwayCookie();
    expect(await door.loader(args(STEP, { cookie: anew }))).toMatchObject({
      state: { kind: "enter", hasPaper: true },
    });

    const paper = { code: done.data.codes?.[0] ?? "" };
    const entered = await thrownBy(door.action(args(STEP, { form: paper, cookie: anew })));
    expect(entered.headers.get("Location")).toBe(
      "/account/second-step?left=9&next=%2Fdepartment%2Fofficers",
    );
    const again = (await door.action(args(STEP, { form: paper, cookie: anew }))) as Answer;
    expect(again.init.status).toBe(400);
  });

  it.each(["//example.com/", "https://example.com/", "javascript:alert(1)"])(
    "goes on to the desk, not to %s",
    async (next) => {
      const path = `/sign-in/second-step?next=${encodeURIComponent(next)}`;
      expect((await door.loader(args(path))).next).toBe("/department");
    },
  );
});
