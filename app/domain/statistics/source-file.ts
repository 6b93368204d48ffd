/** What a source may be kept as: pictures are made anew, the others stay as they came and are only taken away. */
export const SOURCE_FILE_TYPES = ["pdf", "jpg", "xlsx", "csv"] as const;
export type SourceFileType = (typeof SOURCE_FILE_TYPES)[number];

/** The file behind a figure; `fileName` is what its bringer called it, `sha256` (hex) is of what is kept. */
export type SourceFile = {
  id: string;
  type: SourceFileType;
  fileName: string;
  sha256: string;
  byteCount: number;
};

/** Where it lies among the private files. */
export function sourceFilePath({ id, type }: Pick<SourceFile, "id" | "type">): string {
  return `statistics/${id}.${type}`;
}

/** Of the outbox: a file that no figure was taken from. */
export const UNUSED_SOURCE_KIND = "unused_source";
