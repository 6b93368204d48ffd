import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { zipStream, type ZipPart } from "~/platform/zip-stream.server";

/** An archive to be kept by whoever asked for it, by name and day, sent while it is made. */
export function zipFile(name: string, parts: readonly ZipPart[]): Response {
  return new Response(zipStream(parts), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${name}-${localDateOf(now())}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}
