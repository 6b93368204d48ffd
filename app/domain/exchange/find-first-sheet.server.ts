import { readXml } from "./read-xml.server";

/** Where the first sheet of a workbook lies in its archive; null where it says so nowhere. */
export async function findFirstSheet(workbook: string, relations: string): Promise<string | null> {
  let relationId: string | undefined;
  await readXml(workbook, {
    open: (name, attributes) => {
      if (name === "sheet") relationId ??= attributes["r:id"] ?? attributes["id"];
    },
  });
  if (relationId === undefined) return null;
  let target: string | null = null;
  await readXml(relations, {
    open: (name, { Id, Target }) => {
      if (name === "Relationship" && Id === relationId) target = Target ?? null;
    },
  });
  return target === null ? null : pathOf(target);
}

function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}
