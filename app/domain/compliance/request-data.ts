import type { RequestKind } from "./request-words";
import type { ComplianceRequest } from "./types";

/** Requests that are answered by handing data over: to an authority, or to the person whose data it is. */
const HANDS_OVER: readonly RequestKind[] = ["authority_information", "data_access"];

export type RequestData = { kind: "household" | "person"; id: string };

/** Whose data is taken for a request; null: it is answered, asks for something else, or is not about one of them. */
export function dataOf(
  found: Pick<ComplianceRequest, "kind" | "about" | "answeredAt">,
): RequestData | null {
  const { kind, about, answeredAt } = found;
  if (answeredAt !== null || about === null || !HANDS_OVER.includes(kind)) return null;
  if (about.kind !== "household" && about.kind !== "person") return null;
  return { kind: about.kind, id: about.id };
}
