import { settings } from "~/platform/env.server";

/** What addresses of ours begin with, for those who read them elsewhere. */
export function originOf(request: Request): string {
  return settings().PUBLIC_ORIGIN ?? new URL(request.url).origin;
}
