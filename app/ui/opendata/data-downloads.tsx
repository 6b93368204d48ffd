import { DATA_FILES, DATASETS, fileNameOf } from "~/domain/opendata/data-files";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

const FORMAT_NAMES = { csv: "CSV", json: "JSON", xlsx: "XLSX", "sdmx.csv": "SDMX-CSV" } as const;

/** Every file there is, by what is in it. */
export function DataDownloads() {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("opendata.filesHeading")}</h2>
      <ul className="mt-4 grid grid-cols-1 gap-4 md:grid-cols-2">
        {DATASETS.map((dataset) => (
          <li key={dataset} className="card min-w-0 p-4">
            <h3 className="text-lg">{t(`opendata.dataset_${dataset}`)}</h3>
            <p className="mt-1 text-soft">{t(`opendata.about_${dataset}`)}</p>
            <ul className="mt-3 flex flex-wrap gap-2">
              {DATA_FILES.filter((file) => file.dataset === dataset).map((file) => (
                <li key={file.format}>
                  <a
                    className="button button-quiet"
                    href={paths.dataFile(language, fileNameOf(file))}
                    aria-label={`${FORMAT_NAMES[file.format]}: ${t(`opendata.dataset_${dataset}`)}`}
                  >
                    {FORMAT_NAMES[file.format]}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a className="underline" href={paths.dataCatalogue()}>
          {t("opendata.catalogueLink")}
        </a>
      </p>
    </section>
  );
}
