import { PHONES } from "./journey";
import { signIn } from "./returned-order";

/** Of a household that is registered for this. */
const ASKED = "0900000873";

/** A helper asks households for their consent; answers the pages on the way, and the one of the household's SMS. */
export async function askForConsent(origin: string): Promise<Record<string, string>> {
  const Cookie = await signIn(origin, PHONES.agent);
  const send = (path: string, fields: Record<string, string>) => {
    return fetch(origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie, Origin: origin },
      body: new URLSearchParams(fields),
    });
  };
  const read = async (path: string) => (await fetch(origin + path, { headers: { Cookie } })).text();
  const placeOf = (answer: Response) => {
    const place = answer.headers.get("Location");
    if (place === null) throw new Error(`no way on: ${answer.status}`);
    return place;
  };
  await send("/agent/households/new", {
    name: "Hộ Mẫu Hỏi Ý",
    kind: "household",
    contactName: "Mẫu Hỏi Ý",
    phone: ASKED,
    communeCode: "00715",
    addressLine: "Thôn Mẫu",
    consent: "on",
  });
  const question = placeOf(await send("/agent/consents", { phone: ASKED }));
  const ask = async () => {
    const delegationId = /name="delegationId" value="(dlg_[0-9a-f]{32})"/.exec(
      await read(question),
    )?.[1];
    const fields = { delegationId: delegationId ?? "", days: "90", way: "code" };
    return placeOf(await send(question, { ...fields, powers: "products" }));
  };
  const asked = await ask();
  const digits = /là (\d{6})/.exec(await read(asked))?.[1] ?? "";
  const given = placeOf(await send(asked.split("?")[0] ?? "", { code: digits }));
  const link = /href="(\/consents\/[^"]+)"/.exec(await read(given))?.[1] ?? "";
  const code = question.replace("/agent/consents/new", "/agent/households/code");
  return { question, code, given, link: link.replaceAll("&amp;", "&"), asked: await ask() };
}
