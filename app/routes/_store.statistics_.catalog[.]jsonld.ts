import type { LoaderFunctionArgs } from "@remix-run/node";
import { catalogueJsonLd, type CatalogueFile } from "~/domain/opendata/catalogue";
import { DATA_FILES, fileNameOf } from "~/domain/opendata/data-files";
import { renderDataFile } from "~/domain/opendata/render-data-file.server";
import { findProvince, listCommunes } from "~/domain/places/queries.server";
import { findPublicMonths } from "~/domain/statistics/queries-published.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { catalogueWords } from "~/ui/opendata/catalogue-words";
import { fileWords } from "~/ui/opendata/file-words";
import { dataFileResponse } from "~/web/data-file-response.server";
import { translatorFor } from "~/web/i18n";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

/** The catalogue of open data, for portals that harvest. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { PROVINCE, APP_MODE } = settings();
  const province = present(await findProvince(PROVINCE), "the server refuses a foreign province");
  const origin = originOf(request);
  const words = fileWords(translatorFor("vi"), {
    communes: await listCommunes(PROVINCE),
    isDemo: APP_MODE === "demo",
  });
  const files: CatalogueFile[] = [];
  for (const file of DATA_FILES) {
    const { content, changedAt } = await renderDataFile(file, words);
    const url = origin + paths.dataFile("vi", fileNameOf(file));
    files.push({ ...file, url, byteSize: Buffer.from(content).length, changedAt });
  }
  const catalogue = catalogueJsonLd({
    urls: {
      catalogue: origin + paths.dataCatalogue(),
      page: origin + paths.openData("vi"),
      method: `${origin}${paths.statisticsMethod("vi")}`,
      api: origin + paths.apiObservations(),
      openapi: origin + paths.openApi(),
    },
    province,
    ...catalogueWords(province.name),
    files,
    months: await findPublicMonths(),
  });
  return dataFileResponse(request, {
    content: `${JSON.stringify(catalogue, null, 1)}\n`,
    type: "application/ld+json",
    name: "catalog.jsonld",
    changedAt: null,
  });
}
