import { PHONES } from "./journey";
import { signIn } from "./returned-order";

const TABLE = [
  "Mã sản phẩm;Tên sản phẩm;Loại hàng;Giới thiệu;Cách đóng gói;Lượng trong một gói;Đơn vị;Giá (đồng);Số gói đang có;Ngày làm",
  ";Mật ong mẫu nhầm một;4;Mật ong của hoa bạc hà.;chai 500 ml;500;ml;185.000;5;01/11/2026",
  ";Mật ong mẫu nhầm hai;4;Mật ong của hoa bạc hà.;chai 500 ml;500;ml;185.000;5;01/11/2026",
].join("\n");

/** The demo household takes two drafts out of a table; answers the page of the table, and those that ask about their removal. */
export async function importTable(origin: string): Promise<Record<string, string>> {
  const headers = { Cookie: await signIn(origin, PHONES.household), Origin: origin };
  const send = (path: string, body: FormData | URLSearchParams) =>
    fetch(origin + path, { method: "POST", redirect: "manual", headers, body });
  const read = async (path: string) => (await fetch(origin + path, { headers })).text();
  const empty = await read("/household/products/table");
  const form = new FormData();
  for (const [, name = "", value = ""] of empty.matchAll(
    /type="hidden" name="(\w+)" value="([^"]*)"/g,
  )) {
    form.set(name, value);
  }
  form.set("file", new Blob([TABLE], { type: "text/csv" }), "mau.csv");
  const looked = await send("/household/products/table", form);
  const table = looked.headers.get("Location") ?? "";
  const planHash = /name="planHash" value="([0-9a-f]{32})"/.exec(await read(table))?.[1] ?? "";
  await send(table, new URLSearchParams({ planHash }));
  const product = /href="(\/household\/products\/mat-ong-mau-nham-mot[^"/?]*)/.exec(
    await read("/household/products"),
  )?.[1];
  return { table, all: `${table}/removal`, one: `${product ?? ""}/removal` };
}
