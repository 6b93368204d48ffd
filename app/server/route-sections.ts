import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/** Fits no section: the front page, or an address that no route knows. */
const NO_SECTION = "";

/**
 * Remix's handler, kept apart for each first word of an address. Its router goes through every route four times for
 * each page, compiling a pattern for each: with all of them that is a quarter of a page's time, with those of a section
 * little. Routes that start with another word could not have matched.
 */
export function createSectionHandler(build: ServerBuild): RequestHandler {
  const create = (section: string) => createRequestHandler(narrowTo(build, section), "production");
  const handlers = new Map(
    [...sectionsOf(build)].map((section) => [section, create(section)] as const),
  );
  const other = create(NO_SECTION);
  return (request, context) => {
    const section = firstWord(new URL(request.url).pathname);
    return (handlers.get(section) ?? other)(request, context);
  };
}

/** As the router reads an address: decoded, in any case. */
function firstWord(pathname: string): string {
  const [, word = ""] = /^\/([^/]*)/.exec(pathname) ?? [];
  return decode(word).toLowerCase();
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function sectionsOf(build: ServerBuild): Set<string> {
  const words = Object.keys(build.routes).map((id) => sectionOf(build, id));
  return new Set(words.filter((word) => word !== null));
}

/** The word that an address must start with to reach this route; null when it can be any. */
function sectionOf(build: ServerBuild, id: string): string | null {
  const [word = ""] = lineOf(build, id)
    .flatMap((route) => route.path?.split("/") ?? [])
    .filter((part) => part !== "");
  return /^[^:*?]+$/.test(word) ? word.toLowerCase() : null;
}

/** A route after those that it stands in. */
function lineOf(build: ServerBuild, id: string): { id: string; path?: string | undefined }[] {
  const route = build.routes[id];
  if (!route) return [];
  return [...(route.parentId === undefined ? [] : lineOf(build, route.parentId)), route];
}

function narrowTo(build: ServerBuild, section: string): ServerBuild {
  const kept = new Set(
    Object.keys(build.routes)
      .filter((id) => [null, section].includes(sectionOf(build, id)))
      .flatMap((id) => lineOf(build, id).map((route) => route.id)),
  );
  const keep = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  };
}
