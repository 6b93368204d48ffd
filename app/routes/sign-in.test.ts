import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertTestUser } from "~/domain/flows/test-shop";
import { hashPassword } from "~/domain/identity/passwords.server";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import { openTestDatabase } from "~/platform/test-database.server";
import type { MutationReply } from "~/web/mutation-reply";
import * as accountDoor from "./account";
import * as languageDoor from "./account_.language";
import * as door from "./_store.sign-in";
import * as signOutDoor from "./sign-out";

const PASSWORD = "mat khau dai";
const PHONES = {
  buyer: "0900000011",
  household_member: "0900000012",
  agent: "0900000013",
  department_officer: "0900000014",
} as const;
const ids = new Map<string, string>();

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  const passwordHash = await hashPassword(PASSWORD);
  for (const [role, phone] of Object.entries(PHONES) as [keyof typeof PHONES, string][]) {
    ids.set(role, await insertTestUser({ phone, role, passwordHash }));
  }
});
afterAll(() => close());

let lastAddress = 0;

function args(path: string, options: { form?: Record<string, string>; cookie?: string } = {}) {
  const { form, cookie } = options;
  lastAddress += 1;
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: cookie ? { Cookie: cookie } : {},
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: `198.51.100.${lastAddress}`,
    reference: "test",
  } as const;
  return { request, params: {}, context } satisfies ActionFunctionArgs;
}

type Refusal = { data: MutationReply; init: ResponseInit | null };

/** The reply of a form that did not go through. */
function refusalOf(answer: object): Refusal {
  if (answer instanceof Response) throw new Error("the form went through");
  return answer as Refusal;
}

/** What a door answers or throws, as a Response. */
async function responseOf(answer: Promise<unknown>): Promise<Response> {
  const result = await answer.catch((thrown: unknown) => thrown);
  if (!(result instanceof Response)) throw new Error(`no response: ${JSON.stringify(result)}`);
  return result;
}

const cookieOf = (role: keyof typeof PHONES) => cookieFor(ids.get(role) ?? "");

describe("signing in", () => {
  it.each([
    ["buyer", "/account"],
    ["household_member", "/household"],
    ["agent", "/agent"],
  ] as const)("leads the %s to %s", async (role, desk) => {
    const form = { phone: PHONES[role], password: PASSWORD };
    const response = await responseOf(door.action(args("/sign-in", { form })));
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe(desk);
    const cookie = response.headers.get("Set-Cookie");
    expect(await readSession(cookie?.split(";")[0] ?? "")).toMatchObject({ role });

    const again = await responseOf(door.loader(args("/sign-in", { cookie: await cookieOf(role) })));
    expect(again.headers.get("Location")).toBe(desk);
  });

  it("leads an officer to the second step, and lets nobody in before it", async () => {
    const form = { phone: PHONES.department_officer, password: PASSWORD };
    const next = encodeURIComponent("/department/periods");
    const response = await responseOf(door.action(args(`/sign-in?next=${next}`, { form })));
    expect(response.headers.get("Location")).toBe(`/sign-in/second-step?next=${next}`);
    const cookies = response.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
    expect(cookies.filter((one) => one.startsWith("session="))).toEqual([]);
    expect(cookies.filter((one) => one.startsWith("halfway="))).toHaveLength(1);
    expect(await readSession(cookies.join("; "))).toBe(null);

    const cookie = await cookieOf("department_officer");
    const again = await responseOf(door.loader(args("/sign-in", { cookie })));
    expect(again.headers.get("Location")).toBe("/department");
  });

  it.each(["0900 000 012", "+84 900.000.012", "84900000012", "0900-000-012"])(
    "understands the phone written as %s",
    async (phone) => {
      const form = { phone, password: PASSWORD };
      const response = await responseOf(door.action(args("/sign-in", { form })));
      expect(response.status).toBe(303);
    },
  );

  it.each([
    ["/household/orders?status=placed", "/household/orders?status=placed"],
    ["//example.com/", "/household"],
    ["/\\example.com", "/household"],
    ["https://example.com/", "/household"],
    ["javascript:alert(1)", "/household"],
  ])("returns to %s only when it is a path of ours", async (next, target) => {
    const form = { phone: PHONES.household_member, password: PASSWORD };
    const path = `/sign-in?next=${encodeURIComponent(next)}`;
    const response = await responseOf(door.action(args(path, { form })));
    expect(response.headers.get("Location")).toBe(target);
  });

  it("says one thing for a wrong phone and a wrong password, and shows the phone again but never the password", async () => {
    for (const form of [
      { phone: PHONES.agent, password: "mat-khau-sai-1" },
      { phone: "0987654321", password: "mat-khau-sai-1" },
    ]) {
      const answer = refusalOf(await door.action(args("/sign-in", { form })));
      expect(answer.init?.status).toBe(400);
      expect(answer.data.failure?.code).toBe("wrong_phone_or_password");
      expect(answer.data.submission?.initialValue).toMatchObject({ phone: form.phone });
      expect(JSON.stringify(answer.data)).not.toContain("mat-khau-sai-1");
    }
  });

  it("ties what is missing or mistyped to its field", async () => {
    const form = { phone: "12", password: "" };
    const answer = refusalOf(await door.action(args("/sign-in", { form })));
    expect(answer.init?.status).toBe(400);
    expect(answer.data.submission?.error).toEqual({
      phone: ["phone_invalid"],
      password: ["password_missing"],
    });
  });

  it("answers 429 after ten attempts for one phone from one place, but not to the owner's browser", async () => {
    const form = { phone: PHONES.buyer, password: PASSWORD };
    const first = await responseOf(door.action(args("/sign-in", { form })));
    const device = first.headers.getSetCookie().find((cookie) => cookie.startsWith("device="));
    expect(device).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=31536000/);

    const clientNetwork = "203.0.113.9";
    const send = async (password: string, cookie = "") => {
      const sent = args("/sign-in", { form: { ...form, password }, cookie });
      return door.action({ ...sent, context: { ...sent.context, clientNetwork } });
    };
    const statuses: (number | undefined)[] = [];
    for (let i = 0; i < 11; i += 1) statuses.push(refusalOf(await send("sai")).init?.status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
    const refused = refusalOf(await send(PASSWORD)).init;
    expect(refused?.status).toBe(429);
    // Fifteen minutes from the first.
    expect(Number(new Headers(refused?.headers).get("Retry-After"))).toBeGreaterThan(800);
    const own = await responseOf(send(PASSWORD, device?.split(";")[0]));
    expect(own.status).toBe(303);
  });
});

describe("signing out", () => {
  it("ends the session and clears the cookie", async () => {
    const cookie = await cookieOf("agent");
    const response = await signOutDoor.action(args("/sign-out", { form: {}, cookie }));
    expect(response.status).toBe(303);
    expect(response.headers.get("Set-Cookie")).toMatch(/^session=;/);
    expect(await readSession(cookie)).toBeNull();
  });

  it("is no link", async () => {
    expect(() => signOutDoor.loader()).toThrow();
  });
});

describe("account", () => {
  it("sends a guest to sign in, and back", async () => {
    const response = await responseOf(accountDoor.loader(args("/account")));
    expect(response.headers.get("Location")).toBe("/sign-in?next=%2Faccount");
  });

  it.each([
    ["http://localhost/household/products/tra?done=1", "/household/products/tra?done=1"],
    ["http://localhost/en/household", "/en/household"],
    ["https://example.com/account", "/account/language"],
    ["http://localhost//example.com/", "/account/language"],
    ["no address", "/account/language"],
    ["", "/account/language"],
  ])("brings a form that came too late from %j back to %s", async (referer, next) => {
    const late = args("/account/language", { form: { language: "en" } });
    late.request.headers.set("Referer", referer);
    const response = await responseOf(languageDoor.action(late));
    expect(response.headers.get("Location")).toBe(
      `/sign-in?${new URLSearchParams({ next, ended: "1" }).toString()}`,
    );
    const page = await door.loader(args(response.headers.get("Location") ?? ""));
    expect(page).toMatchObject({ next, hasSessionEnded: true });
  });

  it("keeps the language that was chosen", async () => {
    const cookie = await cookieOf("buyer");
    const form = { language: "en" };
    const response = await languageDoor.action(args("/account/language", { form, cookie }));
    expect(response.status).toBe(303);
    const { account } = await accountDoor.loader(args("/account", { cookie }));
    expect(account).toMatchObject({ language: "en", phone: PHONES.buyer, role: "buyer" });
    const unknown = { form: { language: "xx" }, cookie };
    const refused = await responseOf(languageDoor.action(args("/account/language", unknown)));
    expect(refused.status).toBe(400);
  });
});
