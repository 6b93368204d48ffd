import { randomBytes } from "node:crypto";
import { DEMO_PASSWORD, PHONES } from "./journey";
import { signIn } from "./returned-order";

type Numbers = { from: string; to: string; next: string };

/**
 * A household whose member has just changed over to another number, and asks for a third one: what signs them in, the page
 * on which the digits are awaited, and the department's pages about the household. `slug` is that of its name.
 */
export async function changePhoneOf(
  origin: string,
  { name, slug, numbers }: { name: string; slug: string; numbers: Numbers },
): Promise<{ cookie: string; codePage: string; departmentPage: string; undoPage: string }> {
  const cookies = new Map<string, string>();
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookieOf(cookies), Origin: origin },
      body: new URLSearchParams(fields),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer.headers.get("Location") ?? "";
  };
  const newCode = () => `pcd_${randomBytes(16).toString("hex")}`;
  const askFor = async (phone: string) => send("/account/phone", { phone, ask: newCode() });
  const type = async (page: string) => {
    const shown = await fetch(origin + page, { headers: { Cookie: cookieOf(cookies) } });
    await send(page, { code: /Mã của bạn là (\d{6})/.exec(await shown.text())?.[1] ?? "" });
  };
  // Whoever sells shows that the present number is theirs.
  const proveOf = async (phone: string) =>
    type(await send("/sign-in/code?next=/account/phone", { phone, ask: newCode() }));
  await send("/register?by=password", {
    name,
    kind: "household",
    contactName: "Sùng Thị Mẫu",
    phone: numbers.from,
    communeCode: "00715",
    addressLine: "Thôn Mẫu",
    story: "",
    password: DEMO_PASSWORD,
    consent: "on",
    termsNumber: "1",
  });
  await proveOf(numbers.from);
  await type(await askFor(numbers.to));
  await proveOf(numbers.to);
  const departmentPage = `/department/households/${slug}/entry-code`;
  const Cookie = await signIn(origin, PHONES.department);
  const changes = await fetch(origin + departmentPage, { headers: { Cookie } });
  const undoPage = /href="([^"]*\/phone-changes\/[^"]+)"/.exec(await changes.text())?.[1] ?? "";
  const codePage = await askFor(numbers.next);
  return { cookie: `session=${cookies.get("session") ?? ""}`, codePage, departmentPage, undoPage };
}

function cookieOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
