import type { NewProductEntry } from "~/domain/catalog/types";
import { formatVnd } from "~/platform/money";
import { isoInstant } from "~/platform/period";
import { paths } from "~/web/paths";
import { escapeXml } from "~/web/xml";
import type { JsonLdSite } from "./json-ld";
import { setName } from "./set-names";

/** Products new on the market as an Atom feed (RFC 4287), the newest first. */
export function atomFeed(site: JsonLdSite, entries: readonly NewProductEntry[]): string {
  const { origin, language, t } = site;
  const self = origin + paths.feed(language);
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element("id", self),
    element("title", t("site.feedTitle")),
    element("subtitle", t("site.feedSubtitle")),
    element("updated", isoInstant(entries[0]?.publishedAt ?? 0)),
    link({ rel: "self", type: "application/atom+xml", href: self }),
    link({ rel: "alternate", type: "text/html", href: origin + paths.home(language) }),
    element("icon", `${origin}/icons/icon-192.png`),
    `<author>${element("name", t("common.appName"))}</author>`,
    ...entries.map((entry) => entryOf(site, entry)),
    "</feed>\n",
  ].join("\n");
}

function entryOf({ origin, language, t }: JsonLdSite, entry: NewProductEntry): string {
  const page = origin + paths.product(language, entry.slug);
  const picture = origin + paths.productCard(language, entry.slug, entry.cardVersion);
  const at = isoInstant(entry.publishedAt);
  const price = formatVnd(entry.priceVnd, language);
  return [
    "<entry>",
    element("id", uuidOf(entry.id)),
    element("title", entry.name),
    element("published", at),
    element("updated", at),
    link({ rel: "alternate", type: "text/html", href: page }),
    link({ rel: "enclosure", type: "image/jpeg", href: picture }),
    `<author>${element("name", entry.householdName)}</author>`,
    `<category term="${entry.ocopSet}" label="${escapeXml(setName(t, entry.ocopSet))}"/>`,
    element(
      "summary",
      `${price} · ${entry.packLabel} · ${entry.communeName}\n${entry.description}`,
    ),
    "</entry>",
  ].join("\n");
}

/** What names an entry for ever, whatever the product's address becomes: the id within `prd_...` is a UUID. */
function uuidOf(id: string): string {
  return `urn:uuid:${id.replace(/^prd_(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(attributes: { rel: string; type: string; href: string }): string {
  const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<link${text.join("")}/>`;
}
