import { LISTING_SCREENS } from "~/domain/catalog/listing-answers";
import { OCOP_GROUPS } from "~/domain/catalog/ocop-sets";

/** Which question an address asks after the photo's, and how far within it; null where there is none of that name. */
export function askedAt(name: string | undefined, address: string) {
  const screen = LISTING_SCREENS.find((one) => one === name);
  if (screen === undefined || screen === "photo") return null;
  const { searchParams } = new URL(address);
  const group = OCOP_GROUPS.find(({ code }) => code === searchParams.get("group"))?.code ?? null;
  const when: "now" | "season" = searchParams.get("when") === "season" ? "season" : "now";
  return { screen, group, when };
}
