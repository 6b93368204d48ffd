import { linkKey, powerOfKey } from "~/domain/identity/link-key.server";
import { paths } from "./paths";
import type { Query } from "./with-query";

/** Where this agent asks this household: they knew its phone, or work for it already. */
export function renewalPath(agentId: string, slug: string, query: Query = {}): string {
  const key = linkKey("helped", `${agentId} ${slug}`);
  return paths.newConsent({ household: slug, key, ...query });
}

/** The household that the address names, if its key is this agent's; else null. */
export function readHelpedSlug(request: Request, agentId: string): string | null {
  const query = new URL(request.url).searchParams;
  const slug = query.get("household") ?? "";
  const key = query.get("key") ?? "";
  return powerOfKey("helped", { code: `${agentId} ${slug}`, key }) === "act" ? slug : null;
}
