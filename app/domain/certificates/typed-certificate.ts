const TEXTS = [
  "stars",
  "decisionNumber",
  "issuerLevel",
  "issuerName",
  "issuedOn",
  "expiresOn",
  "ocopCode",
] as const;

/** What stands in the form of a certificate, as it is typed. */
export type TypedCertificate = Partial<Record<(typeof TEXTS)[number], string>> & {
  productIds?: string[];
};

/** The form as the search for its products sent it along in the address; null where nobody searched. */
export function typedWithSearch(
  search: URLSearchParams,
): { find: string; typed: TypedCertificate } | null {
  const find = search.get("find");
  if (find === null) return null;
  const texts = TEXTS.flatMap((name) => {
    const text = search.get(name);
    return text === null ? [] : [[name, text] as const];
  });
  return { find, typed: { ...Object.fromEntries(texts), productIds: search.getAll("productIds") } };
}

/** What an address needs to list the same products again: what they were searched by, and which were chosen before. */
export function searchTextOf(searched: ReturnType<typeof typedWithSearch>): string {
  if (searched === null) return "";
  const ids = (searched.typed.productIds ?? []).map((id) => ["productIds", id]);
  return new URLSearchParams([["find", searched.find], ...ids]).toString();
}
