import {
  data,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";

/** Stands in Remix's hands for what a loader found. */
const FOUND = "found";
/** What the loaders of a request found, by the id of their route. */
const kept = new WeakMap<AppLoadContext, Map<string, unknown>>();

type Route = NonNullable<ServerBuild["routes"][string]>;

/**
 * The same build, whose pages' loaders keep what they find to this process. Remix writes everything that loaders
 * answer into a stream for the browser, a twelfth of a page's time, though no page hydrates (D-001).
 */
export function keepFoundData(build: ServerBuild): ServerBuild {
  const routes: ServerBuild["routes"] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    routes[id] = route && { ...route, module: keeping(id, route.module) };
  }
  return { ...build, routes };
}

/** Puts what was kept where components and `meta` look for it. */
export function giveFoundData(loaderData: Record<string, unknown>, context: AppLoadContext): void {
  for (const [id, value] of kept.get(context) ?? []) {
    if (loaderData[id] === FOUND) loaderData[id] = value;
  }
}

function keeping(id: string, module: Route["module"]): Route["module"] {
  const { loader } = module;
  // A door without a page answers for itself.
  if (!loader || !module.default) return module;
  return {
    ...module,
    loader: async (args: LoaderFunctionArgs) => {
      const value: unknown = await loader(args);
      if (value instanceof Response) return value;
      const found = kept.get(args.context) ?? new Map<string, unknown>();
      kept.set(args.context, found);
      if (!isDataWithResponseInit(value)) {
        found.set(id, value);
        return FOUND;
      }
      found.set(id, value.data);
      return data(FOUND, value.init ?? undefined);
    },
  };
}

/** What Remix's `data()` makes, for an answer with a status or headers of its own. */
function isDataWithResponseInit(
  value: unknown,
): value is { data: unknown; init: ResponseInit | null } {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "DataWithResponseInit" &&
    "init" in value
  );
}
