import { checkHealth } from "~/platform/health.server";

/** For whoever watches the server: 200 when the database can be read and written, else 503. */
export async function loader() {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
