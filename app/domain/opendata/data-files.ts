/** What is given away as files: single figures, breakdowns, both in all their editions, and the log of revisions. */
export const DATASETS = ["indicator", "breakdown", "editions", "revisions"] as const;
export type Dataset = (typeof DATASETS)[number];

const FILE_FORMATS = ["csv", "json", "xlsx", "sdmx.csv"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type DataFile = { dataset: Dataset; format: FileFormat };

// A key of SDMX-CSV has no edition, so it has what stands; whoever wants the whole history reads it by a program.
const FORMATS_OF: Record<Dataset, readonly FileFormat[]> = {
  indicator: FILE_FORMATS,
  breakdown: FILE_FORMATS,
  editions: ["csv", "json"],
  revisions: ["csv", "json"],
};

export const DATA_FILES: readonly DataFile[] = DATASETS.flatMap((dataset) =>
  FORMATS_OF[dataset].map((format) => ({ dataset, format })),
);

/** `indicator.sdmx.csv`. */
export function fileNameOf({ dataset, format }: DataFile): string {
  return `${dataset}.${format}`;
}

/** Null: there is no such file. */
export function readFileName(name: string): DataFile | null {
  return DATA_FILES.find((file) => fileNameOf(file) === name) ?? null;
}

/** The types registered for each (RFC 4180; SDMX-CSV's field guide). */
export const MEDIA_TYPES: Record<FileFormat, string> = {
  csv: "text/csv",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "sdmx.csv": "application/vnd.sdmx.data+csv; version=2.0.0",
};
