/** A page as a search engine reads it: without a browser. */
export type ReadPage = {
  status: number;
  title: string;
  description: string;
  canonical: string;
  robots: string;
  /** Address by `hreflang`. */
  languages: Record<string, string>;
  openGraph: Record<string, string>;
  headings: number;
  /** Things of the page's JSON-LD by type. */
  things: Map<string, Record<string, unknown>>;
  html: string;
};

export async function readPage(address: string): Promise<ReadPage> {
  const answer = await fetch(address, { redirect: "manual" });
  const html = await answer.text();
  const tags = [...html.matchAll(/<(?:meta|link)\b[^>]*>/g)].map(([tag]) => attributesOf(tag));
  const meta = (name: string) => tags.find((tag) => tag["name"] === name)?.["content"] ?? "";
  const links = (rel: string) => tags.filter((tag) => tag["rel"] === rel);
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  const graph = scripts.flatMap(([, text = ""]) => graphOf(JSON.parse(text)));
  return {
    status: answer.status,
    title: decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ""),
    description: meta("description"),
    canonical: links("canonical")[0]?.["href"] ?? "",
    robots: meta("robots"),
    languages: Object.fromEntries(
      links("alternate")
        .filter((tag) => tag["hreflang"])
        .map((tag) => [tag["hreflang"], tag["href"]]),
    ),
    openGraph: Object.fromEntries(
      tags.filter((tag) => tag["property"]).map((tag) => [tag["property"], tag["content"]]),
    ),
    headings: html.match(/<h1\b/g)?.length ?? 0,
    things: new Map(graph.map((thing) => [String(thing["@type"]), thing])),
    html,
  };
}

function graphOf(document: unknown): Record<string, unknown>[] {
  const { "@context": context, "@graph": graph } = document as Record<string, unknown>;
  if (context !== "https://schema.org" || !Array.isArray(graph)) throw new Error("no graph");
  return graph as Record<string, unknown>[];
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      decode(value),
    ]),
  );
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
