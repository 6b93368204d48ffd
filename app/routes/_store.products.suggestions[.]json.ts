import type { LoaderFunctionArgs } from "@remix-run/node";
import { listSuggestions } from "~/domain/catalog/queries-suggestions.server";
import { suggestionLine } from "~/ui/catalog/suggestion-line";
import { languageOf } from "~/web/guard.server";

/** `{ suggestions: [{ text, note, href, lang }] }` for what was typed so far; at most 8. `lang` where it is another than the page's. */
export async function loader(args: LoaderFunctionArgs) {
  const language = languageOf(args, null);
  const text = new URL(args.request.url).searchParams.get("q") ?? "";
  const suggestions = await listSuggestions(text, language);
  return Response.json(
    { suggestions: suggestions.map((one) => suggestionLine(language, one)) },
    // Who types, deletes and types again asks twice; a page that went meanwhile says so itself.
    { headers: { "Cache-Control": "private, max-age=60" } },
  );
}
