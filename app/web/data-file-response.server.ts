import { createHash } from "node:crypto";
import { toDate } from "~/platform/clock.server";
import { instantOfIso } from "~/platform/period";

export type OpenFile = {
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
  name: string;
  /** ISO; null while there is nothing. */
  changedAt: string | null;
};

/** A file for everybody: its tag is the hash of its bytes, and whoever has it already is told so (RFC 9110). */
export function dataFileResponse(request: Request, file: OpenFile): Response {
  const { content, type, name, changedAt } = file;
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  const etag = `"${hash}"`;
  const headers = new Headers({
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-cache",
    "Access-Control-Allow-Origin": "*",
    ETag: etag,
  });
  if (changedAt !== null) {
    headers.set("Last-Modified", toDate(instantOfIso(changedAt)).toUTCString());
  }
  return isKnown(request.headers, { etag, changedAt })
    ? new Response(null, { status: 304, headers })
    : new Response(content, { headers });
}

/** `If-None-Match` alone counts where it is there. */
function isKnown(asked: Headers, { etag, changedAt }: { etag: string; changedAt: string | null }) {
  const tags = asked.get("If-None-Match");
  if (tags !== null) {
    return tags.split(",").some((tag) => [etag, "*"].includes(tag.trim().replace(/^W\//, "")));
  }
  const since = instantOfIso(asked.get("If-Modified-Since") ?? "");
  if (changedAt === null || Number.isNaN(since)) return false;
  // A header has whole seconds.
  return Math.floor(instantOfIso(changedAt) / 1_000) * 1_000 <= since;
}
