import type { AppLoadContext, ServerBuild } from "@remix-run/node";

type Door = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * Doors where programs knock, by their address: their own actions, without the router, which takes as long as all that
 * a bank's notice writes. A provider may send a thousand a second after an outage.
 */
export function programDoors(build: ServerBuild): ReadonlyMap<string, Door> {
  const doors = new Map<string, Door>();
  for (const route of Object.values(build.routes)) {
    const action = route?.module.action;
    if (!action || !route.path?.startsWith("webhooks/")) continue;
    doors.set(`/${route.path}`, async (request, context) => {
      try {
        const answer: unknown = await action({ request, params: {}, context });
        if (answer instanceof Response) return answer;
      } catch (thrown) {
        if (thrown instanceof Response) return thrown;
        throw thrown;
      }
      throw new TypeError(`${request.url} answered no Response`);
    });
  }
  return doors;
}
