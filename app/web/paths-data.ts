import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** What programs read of the published figures, and the department's keys for them. */
export const dataPaths = {
  openData: (language: Language) => inLanguage(language, "/statistics/data"),
  dataFile: (language: Language, name: string) => inLanguage(language, `/statistics/data/${name}`),
  dataCatalogue: () => "/statistics/catalog.jsonld",
  apiObservations: (query?: Query) => withQuery("/api/v1/observations", query),
  apiRevisions: () => "/api/v1/revisions",
  apiCodes: () => "/api/v1/codes",
  openApi: () => "/api/v1/openapi.json",
  dataKeys: (query?: Query) => withQuery("/department/data-keys", query),
  newDataKey: () => "/department/data-keys/new",
  dataKeyRevocation: (keyId: string) => `/department/data-keys/${keyId}/revocation`,
} as const;
