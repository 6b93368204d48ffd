import type { Month } from "~/platform/period";
import { LICENCE_URL } from "./codes";
import { MEDIA_TYPES, type Dataset, type FileFormat } from "./data-files";

type Words = { vi: string; en: string };

export type CatalogueFile = {
  dataset: Dataset;
  format: FileFormat;
  url: string;
  /** ISO; null while nothing is published. */
  changedAt: string | null;
};

export type CatalogueFacts = {
  /** Of the catalogue, of the page for people, of the API and of what describes it. */
  urls: { catalogue: string; page: string; method: string; api: string; openapi: string };
  province: { code: string; name: string };
  publisher: Words;
  titles: Record<"catalogue" | "api" | Dataset, Words>;
  descriptions: Record<"catalogue" | "api" | Dataset, Words>;
  files: readonly CatalogueFile[];
  months: { first: Month; last: Month } | null;
};

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const AUTHORITY = "http://publications.europa.eu/resource/authority";
const MONTHLY = { "@id": `${AUTHORITY}/frequency/MONTHLY` };
const ECONOMY = { "@id": `${AUTHORITY}/data-theme/ECON` };
const LANGUAGES = ["VIE", "ENG"].map((code) => ({ "@id": `${AUTHORITY}/language/${code}` }));
const FILE_TYPES: Record<FileFormat, string> = {
  csv: "CSV",
  json: "JSON",
  xlsx: "XLSX",
  "sdmx.csv": "CSV",
};
const SDMX = { "@id": "https://sdmx.org/standards-2/" };

/**
 * The catalogue of open data by DCAT 3, as JSON-LD with its context in it. Addresses are absolute; texts are in Vietnamese
 * and English.
 */
export function catalogueJsonLd(facts: CatalogueFacts): object {
  const { urls, titles, descriptions, files } = facts;
  const datasets = [...new Set(files.map(({ dataset }) => dataset))];
  return {
    "@context": CONTEXT,
    "@graph": [
      {
        "@id": urls.catalogue,
        "@type": "dcat:Catalog",
        ...described(titles.catalogue, descriptions.catalogue),
        "dct:publisher": { "@id": publisherId(urls) },
        "dct:license": { "@id": LICENCE_URL },
        "dct:spatial": { "@id": placeId(urls) },
        "foaf:homepage": { "@id": urls.page },
        ...modifiedOf(files),
        "dcat:dataset": datasets.map((dataset) => ({ "@id": datasetId(urls, dataset) })),
        "dcat:service": { "@id": `${urls.catalogue}#api` },
      },
      {
        "@id": publisherId(urls),
        "@type": "foaf:Agent",
        "foaf:name": inBoth(facts.publisher),
      },
      {
        "@id": placeId(urls),
        "@type": "dct:Location",
        "dct:identifier": facts.province.code,
        "skos:prefLabel": { "@value": facts.province.name, "@language": "vi" },
      },
      { "@id": LICENCE_URL, "@type": "dct:LicenseDocument" },
      ...datasets.map((dataset) => datasetNode(dataset, facts)),
      ...files.map((file) => distributionNode(file, facts)),
      serviceNode(datasets, facts),
    ],
  };
}

type Urls = CatalogueFacts["urls"];
const publisherId = (urls: Urls) => `${urls.catalogue}#publisher`;
const placeId = (urls: Urls) => `${urls.catalogue}#province`;
const datasetId = (urls: Urls, dataset: Dataset) => `${urls.catalogue}#${dataset}`;
const distributionId = (urls: Urls, { dataset, format }: CatalogueFile) =>
  `${urls.catalogue}#${dataset}.${format}`;

function datasetNode(dataset: Dataset, facts: CatalogueFacts): object {
  const { urls, files, months } = facts;
  const own = files.filter((file) => file.dataset === dataset);
  return {
    "@id": datasetId(urls, dataset),
    "@type": "dcat:Dataset",
    ...described(facts.titles[dataset], facts.descriptions[dataset]),
    "dct:identifier": dataset,
    "dct:publisher": { "@id": publisherId(urls) },
    "dct:license": { "@id": LICENCE_URL },
    "dct:language": LANGUAGES,
    "dcat:theme": ECONOMY,
    "dct:accrualPeriodicity": MONTHLY,
    "dct:spatial": { "@id": placeId(urls) },
    ...(months ? { "dct:temporal": periodOf(months) } : {}),
    "dcat:temporalResolution": typed("P1M", "duration"),
    ...modifiedOf(own),
    "dcat:landingPage": { "@id": urls.page },
    "dct:conformsTo": { "@id": urls.method },
    "dcat:distribution": own.map((file) => ({ "@id": distributionId(urls, file) })),
  };
}

function periodOf({ first, last }: { first: Month; last: Month }): object {
  return {
    "@type": "dct:PeriodOfTime",
    "dcat:startDate": typed(first, "gYearMonth"),
    "dcat:endDate": typed(last, "gYearMonth"),
  };
}

function distributionNode(file: CatalogueFile, { urls, titles }: CatalogueFacts): object {
  const { dataset, format, url } = file;
  // SDMX-CSV is CSV with a meaning, which `conformsTo` names: no list of types has a name of its own for it.
  const type = MEDIA_TYPES[format === "sdmx.csv" ? "csv" : format];
  const title = titles[dataset];
  const kind = format.toUpperCase();
  return {
    "@id": distributionId(urls, file),
    "@type": "dcat:Distribution",
    "dct:title": inBoth({ vi: `${title.vi} (${kind})`, en: `${title.en} (${kind})` }),
    "dcat:accessURL": { "@id": url },
    "dcat:downloadURL": { "@id": url },
    "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${type}` },
    "dct:format": { "@id": `${AUTHORITY}/file-type/${FILE_TYPES[format]}` },
    "dct:license": { "@id": LICENCE_URL },
    ...(format === "sdmx.csv" ? { "dct:conformsTo": SDMX } : {}),
    ...modifiedOf([file]),
  };
}

function serviceNode(datasets: readonly Dataset[], facts: CatalogueFacts): object {
  const { urls, titles, descriptions } = facts;
  return {
    "@id": `${urls.catalogue}#api`,
    "@type": "dcat:DataService",
    ...described(titles.api, descriptions.api),
    "dct:publisher": { "@id": publisherId(urls) },
    "dct:license": { "@id": LICENCE_URL },
    "dcat:endpointURL": { "@id": urls.api },
    "dcat:endpointDescription": { "@id": urls.openapi },
    "dcat:servesDataset": datasets.map((dataset) => ({ "@id": datasetId(urls, dataset) })),
  };
}

function described(title: Words, description: Words): object {
  return { "dct:title": inBoth(title), "dct:description": inBoth(description) };
}

function inBoth({ vi, en }: Words): object[] {
  return [
    { "@value": vi, "@language": "vi" },
    { "@value": en, "@language": "en" },
  ];
}

function typed(value: string, type: string): object {
  return { "@value": value, "@type": `xsd:${type}` };
}

function modifiedOf(files: readonly CatalogueFile[]): object {
  const newest = files
    .flatMap(({ changedAt }) => changedAt ?? [])
    .toSorted()
    .at(-1);
  return newest === undefined ? {} : { "dct:modified": typed(newest, "dateTime") };
}
