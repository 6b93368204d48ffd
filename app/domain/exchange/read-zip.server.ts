import { buffer } from "node:stream/consumers";
import { fromBufferPromise, type ZipFile } from "yauzl";

const MAX_ENTRIES = 500;

/**
 * The files of a zip archive that `wanted` names a size for, by path: each no longer than that, whatever the archive says
 * of itself. Null for anything that is no such archive, is damaged, has too many files or one that is too long.
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (path: string) => number | null,
): Promise<Map<string, Uint8Array> | null> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    return await readEntries(zip, wanted);
  } catch {
    return null;
  }
}

async function readEntries(zip: ZipFile, wanted: (path: string) => number | null) {
  if (zip.entryCount > MAX_ENTRIES) return null;
  const found = new Map<string, Uint8Array>();
  for await (const entry of zip.eachEntry()) {
    const limit = wanted(entry.fileName);
    if (limit === null || found.has(entry.fileName)) continue;
    if (entry.uncompressedSize > limit) return null;
    // The stream itself fails once there is more in it than the archive said.
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return found;
}
