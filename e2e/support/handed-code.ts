import { PHONES } from "./journey";
import { signIn } from "./returned-order";

const post = (origin: string, cookie: string) => (path: string, fields: Record<string, string>) =>
  fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: origin },
    body: new URLSearchParams(fields),
  });

/** A helper registers a household, which has never come in then. */
export async function registerHelped(origin: string, household: { phone: string; name: string }) {
  const send = post(origin, await signIn(origin, PHONES.agent));
  await send("/agent/households/new", {
    ...household,
    kind: "household",
    contactName: "Sùng Thị Mẫu",
    communeCode: "00715",
    addressLine: "Thôn Mẫu",
    consent: "on",
  });
}

/** An officer hands a household a code; answers the page of it, and the one on which a call about it is noted. */
export async function handCodeToHousehold(origin: string): Promise<{ page: string; call: string }> {
  const name = "Hộ Mẫu Nhận Mã";
  await registerHelped(origin, { phone: "0900000605", name });
  const page = "/department/households/ho-mau-nhan-ma/entry-code";
  const Cookie = await signIn(origin, PHONES.department);
  const read = async () => (await fetch(origin + page, { headers: { Cookie } })).text();
  const codeId = /name="codeId" value="(pcd_[0-9a-f]{32})"/.exec(await read())?.[1] ?? "";
  const recognition = "Ủy ban nhân dân xã gửi văn bản số 12/UBND";
  await post(origin, Cookie)(page, { codeId, recognisedBy: "committee", recognition });
  return { page, call: `${page}/${codeId}/refusal` };
}
