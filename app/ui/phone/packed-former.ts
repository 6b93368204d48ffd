import type { Commune, RenamedCommune } from "~/domain/places/types";

/** What communes were called, for a page that brings them all along: a line each, without the names of today's. */
export function packFormer(former: readonly RenamedCommune[]): string {
  return former
    .map(({ formerName, districtName, code }) => [formerName, districtName, code].join("\t"))
    .join("\n");
}

/** @param communes today's, from the list on the page */
export function unpackFormer(
  packed: string,
  communes: readonly Pick<Commune, "code" | "name">[],
): RenamedCommune[] {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  if (packed === "") return [];
  return packed.split("\n").map((line) => {
    const [formerName = "", districtName = "", code = ""] = line.split("\t");
    return { formerName, districtName, code, name: names.get(code) ?? "" };
  });
}
