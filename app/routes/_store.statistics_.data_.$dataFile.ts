import type { LoaderFunctionArgs } from "@remix-run/node";
import { MEDIA_TYPES, readFileName } from "~/domain/opendata/data-files";
import { renderDataFile } from "~/domain/opendata/render-data-file.server";
import { listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { fileWords } from "~/ui/opendata/file-words";
import { dataFileResponse } from "~/web/data-file-response.server";
import { languageOf } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { translatorFor } from "~/web/i18n";

/** A file of open data; without rows before a month was published. */
export async function loader(args: LoaderFunctionArgs) {
  const name = args.params["dataFile"] ?? "";
  const file = orNotFound(readFileName(name));
  const { PROVINCE, APP_MODE } = settings();
  const words = fileWords(translatorFor(languageOf(args, null)), {
    communes: await listCommunes(PROVINCE),
    isDemo: APP_MODE === "demo",
  });
  const { content, changedAt } = await renderDataFile(file, words);
  const type = MEDIA_TYPES[file.format];
  return dataFileResponse(args.request, {
    content,
    type: file.format === "xlsx" ? type : `${type}; charset=utf-8`,
    name: `cho-phien-${name}`,
    changedAt,
  });
}
