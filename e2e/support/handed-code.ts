import { DEMO_PASSWORD, PHONES } from "./journey";
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

export type HandedCodes = {
  /** Of the officer: all of the household, and where a call about one is noted. */
  department: string[];
  /** Who came in by one of them, by `DEMO_PASSWORD` from then on. */
  phone: string;
  /** Of the household: its desk, all of them, and the question about the used one and the open one. */
  household: string[];
};

/** An officer hands a household a code, by which it comes in, and another. */
export async function handCodeToHousehold(origin: string): Promise<HandedCodes> {
  const phone = "0900000605";
  await registerHelped(origin, { phone, name: "Hộ Mẫu Nhận Mã" });
  const page = "/department/households/ho-mau-nhan-ma/entry-code";
  const Cookie = await signIn(origin, PHONES.department);
  const hand = async () => {
    const form = await (await fetch(origin + page, { headers: { Cookie } })).text();
    const codeId = /name="codeId" value="(pcd_[0-9a-f]{32})"/.exec(form)?.[1] ?? "";
    const recognition = "Ủy ban nhân dân xã gửi văn bản số 12/UBND";
    const made = await post(origin, Cookie)(page, {
      codeId,
      recognisedBy: "committee",
      recognition,
    });
    const digits = />(\d{4}\s\d{4})</.exec(await made.text())?.[1] ?? "";
    return { digits, refusal: `/entry-codes/${codeId}/refusal` };
  };
  const used = await hand();
  const typed = { phone, code: used.digits, password: DEMO_PASSWORD };
  const entered = await post(origin, "")("/sign-in/helper-code", typed);
  if (entered.status >= 400) throw new Error(`a code was answered ${entered.status}`);
  const open = await hand();
  const call = page + open.refusal.replace("/entry-codes", "");
  const desk = ["", "/entry-codes", used.refusal, open.refusal];
  return { department: [page, call], phone, household: desk.map((rest) => `/household${rest}`) };
}
