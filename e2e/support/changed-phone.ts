import { randomBytes } from "node:crypto";
import { DEMO_PASSWORD } from "./journey";

type Numbers = { from: string; to: string; next: string };

/**
 * A household whose member has just changed over to another number, and asks for a third one: what signs them in, the page
 * on which the digits are awaited, and the department's page about the household. `slug` is that of its name.
 */
export async function changePhoneOf(
  origin: string,
  { name, slug, numbers }: { name: string; slug: string; numbers: Numbers },
): Promise<{ cookie: string; codePage: string; departmentPage: string }> {
  let cookie = "";
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, Origin: origin },
      body: new URLSearchParams(fields),
    });
    const session = answer.headers.getSetCookie().find((one) => one.startsWith("session="));
    cookie = session?.split(";")[0] ?? cookie;
    return answer.headers.get("Location") ?? "";
  };
  const askFor = async (phone: string) =>
    send("/account/phone", {
      phone,
      ask: `pcd_${randomBytes(16).toString("hex")}`,
      password: DEMO_PASSWORD,
    });
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
  const first = await askFor(numbers.to);
  const page = await (await fetch(origin + first, { headers: { Cookie: cookie } })).text();
  await send(first, { code: /Mã của bạn là (\d{6})/.exec(page)?.[1] ?? "" });
  const departmentPage = `/department/households/${slug}/entry-code`;
  return { cookie, codePage: await askFor(numbers.next), departmentPage };
}
