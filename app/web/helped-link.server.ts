import { linkKey, powerOfKey } from "~/domain/identity/link-key.server";
import { paths } from "./paths";
import type { Query } from "./with-query";

/** Where this agent asks this household: they knew its phone, or work for it already. */
export function renewalPath(agentId: string, slug: string, query: Query = {}): string {
  return paths.newConsent({ ...helpedQuery(agentId, slug), ...query });
}

/** Where this agent hands it the code by which it comes in for the first time. */
export function handCodePath(agentId: string, slug: string): string {
  return paths.handCode(helpedQuery(agentId, slug));
}

function helpedQuery(agentId: string, slug: string): Query {
  return { household: slug, key: linkKey("helped", `${agentId} ${slug}`) };
}

/** The household that the address names, if its key is this agent's; else null. */
export function readHelpedSlug(request: Request, agentId: string): string | null {
  const query = new URL(request.url).searchParams;
  const slug = query.get("household") ?? "";
  const key = query.get("key") ?? "";
  return powerOfKey("helped", { code: `${agentId} ${slug}`, key }) === "act" ? slug : null;
}
