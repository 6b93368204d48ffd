import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { expect, it } from "vitest";
import { zipStream, type ZipPart } from "./zip-stream.server";

async function* piecesOf(...pieces: (string | Uint8Array)[]) {
  yield* pieces;
}

const archiveOf = async (parts: readonly ZipPart[]) =>
  Buffer.from(await new Response(zipStream(parts)).arrayBuffer());

async function open(parts: readonly ZipPart[]) {
  const archive = await archiveOf(parts);
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const found: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    found[entry.fileName] = String(await buffer(await zip.openReadStreamPromise(entry)));
  }
  return found;
}

it("holds every part, in pieces of text and bytes, and an empty one", async () => {
  const parts = [
    { path: "a.csv", content: () => piecesOf("\uFEFFtên,", "mật ong\r\n") },
    { path: "anh/b.jpg", content: () => piecesOf(Buffer.from("xy"), Buffer.from("z")) },
    { path: "c.txt", content: () => piecesOf() },
  ];
  const expected = { "a.csv": "\uFEFFtên,mật ong\r\n", "anh/b.jpg": "xyz", "c.txt": "" };
  expect(await open(parts)).toEqual(expected);
});

it("packs tables, and photos not once more", async () => {
  const parts = ["a.csv", "anh/b.jpg"].map((path) => ({ path, content: () => piecesOf("aaaa") }));
  const zip = await fromBufferPromise(await archiveOf(parts), { lazyEntries: true });
  const methods: number[] = [];
  for await (const entry of zip.eachEntry()) methods.push(entry.compressionMethod);
  expect(methods).toEqual([8, 0]);
});

it("asks for a part when its turn comes and no sooner", async () => {
  const asked: string[] = [];
  async function* noting(path: string) {
    asked.push(path);
    for (let i = 0; i < 200; i += 1) yield new Uint8Array(10_000).map(() => Math.random() * 256);
  }
  const parts = ["a", "b"].map((path) => ({ path, content: () => noting(path) }));
  const stream = zipStream(parts).getReader();
  await stream.read();
  expect(asked).toEqual(["a"]);
  await stream.cancel();
});

it("breaks off when a part fails", async () => {
  async function* failing() {
    yield "so far";
    throw new Error("the disk is gone");
  }
  const parts = [{ path: "a", content: failing }];
  await expect(archiveOf(parts)).rejects.toThrow("the disk is gone");
});
