import sharp from "sharp";
import { DEMO_PASSWORD, PHONES } from "./journey";

/**
 * Gives a product of the demo household a photo full of detail, over HTTP as its people would: taken off the shelf,
 * photographed, sent, approved. Answers its path. The harder a photo is to compress, the truer the bytes of its page.
 */
export async function photographProduct(origin: string): Promise<string> {
  const household = await signIn(origin, PHONES.household);
  const list = await (await fetch(`${origin}/household/products`, { headers: household })).text();
  const [, slug] = /href="\/household\/products\/(?!(?:new|table)")([^"?/]+)"/.exec(list) ?? [];
  if (slug === undefined) throw new Error("the demo household has no product");
  const desk = `${origin}/household/products/${slug}`;
  await post(`${desk}/publication`, household, { move: "withdraw" });
  const photo = new FormData();
  photo.set("shownCount", "0");
  photo.set("photo", new File([await detailedPhoto()], "anh.jpg", { type: "image/jpeg" }));
  await expectMoved(
    await fetch(`${desk}/photos`, { method: "POST", headers: household, body: photo, ...MANUAL }),
  );
  await post(`${desk}/publication`, household, { move: "submit" });
  const department = await signIn(origin, PHONES.department);
  await post(`${origin}/department/products/${slug}/approval`, department, { decision: "approve" });
  return `/products/${slug}`;
}

const MANUAL = { redirect: "manual" } as const;

async function signIn(origin: string, phone: string): Promise<{ Cookie: string }> {
  const form = { phone, password: DEMO_PASSWORD };
  const answer = await post(`${origin}/sign-in`, { Cookie: "" }, form);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  return { Cookie: cookies.join("; ") };
}

async function post(url: string, headers: { Cookie: string }, form: Record<string, string>) {
  const body = new URLSearchParams(form);
  return expectMoved(await fetch(url, { method: "POST", headers, body, ...MANUAL }));
}

async function expectMoved(answer: Response): Promise<Response> {
  const where = answer.headers.get("Location") ?? "";
  if (![302, 303].includes(answer.status) || where.includes("problem=")) {
    throw new Error(`${answer.url} answered ${answer.status} ${where}`);
  }
  return answer;
}

/** Grain of several sizes, as foliage has it, out of a fixed sequence. */
async function detailedPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const layer = (width: number) => {
    let state = 7;
    const bytes = Buffer.alloc(width * Math.round(width * 0.75) * 3);
    for (let i = 0; i < bytes.length; i += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      bytes[i] = 60 + ((state >> 16) % 130);
    }
    return sharp(bytes, { raw: { width, height: Math.round(width * 0.75), channels: 3 } })
      .resize(2_400, 1_800, { kernel: "cubic" })
      .png()
      .toBuffer();
  };
  const [coarse, fine] = await Promise.all([layer(60), layer(400)]);
  return new Uint8Array(
    await sharp(coarse)
      .composite([{ input: fine ?? Buffer.alloc(0), blend: "soft-light" }])
      .jpeg({ quality: 90 })
      .toBuffer(),
  );
}
