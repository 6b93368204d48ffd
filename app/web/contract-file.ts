import { notFound } from "./http-errors";

/**
 * `text.txt`: the bytes whose SHA-256 both confirmed; `household.p7s`, `buyer.p7s`: signatures over them. 404 for what is
 * not there.
 */
export function contractFile(
  files: { text: string; signatures: readonly { party: string; cms: string }[] } | null,
  { code, file }: { code: string; file: string },
): Response {
  if (!files) throw notFound();
  if (file === "text.txt") {
    return answer(new TextEncoder().encode(files.text), `${code}.txt`, "text/plain; charset=utf-8");
  }
  const signature = files.signatures.find(({ party }) => file === `${party}.p7s`);
  if (!signature) throw notFound();
  const bytes = new Uint8Array(Buffer.from(signature.cms, "base64"));
  return answer(bytes, `${code}-${file}`, "application/pkcs7-signature");
}

function answer(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
