import type { LoaderFunctionArgs } from "@remix-run/node";
import { catalogueJsonLd, type CatalogueFile } from "~/domain/opendata/catalogue";
import { DATA_FILES, fileNameOf } from "~/domain/opendata/data-files";
import { readChangedAt } from "~/domain/opendata/queries.server";
import { findProvince } from "~/domain/places/queries.server";
import { findPublicMonths } from "~/domain/statistics/queries-published.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { catalogueWords } from "~/ui/opendata/catalogue-words";
import { dataFileResponse } from "~/web/data-file-response.server";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

/** The catalogue of open data, for portals that harvest. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { PROVINCE } = settings();
  const province = present(await findProvince(PROVINCE), "the server refuses a foreign province");
  const origin = originOf(request);
  const changedAt = await readChangedAt();
  const files = DATA_FILES.map((file): CatalogueFile => {
    const url = origin + paths.dataFile("vi", fileNameOf(file));
    return {
      ...file,
      url,
      changedAt: file.dataset === "revisions" ? changedAt.revisions : changedAt.editions,
    };
  });
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
