import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The addresses of what is coming from the fields and who would take it. */
export const supplyPaths = {
  householdSupply: (query?: Query) => withQuery("/household/supply", query),
  supplyWithdrawal: (declarationId: string, query?: Query) =>
    withQuery(`/household/supply/${declarationId}/withdrawal`, query),
  supplyBoard: (query?: Query) => withQuery("/department/supply", query),
  householdMatch: (matchId: string, query?: Query) =>
    withQuery(`/household/supply/matches/${matchId}`, query),
  supplyCases: (query?: Query) => withQuery("/department/supply/cases", query),
  supplyCase: (caseId: string, query?: Query) =>
    withQuery(`/department/supply/cases/${caseId}`, query),
  supplyMatch: (matchId: string) => `/department/supply/matches/${matchId}`,
  supplyMatchEnding: (matchId: string) => `/department/supply/matches/${matchId}/ending`,
  demands: (query?: Query) => withQuery("/department/supply/demands", query),
  demandConfirmation: (demandId: string) => `/department/supply/demands/${demandId}/confirmation`,
  wanted: (language: Language, query?: Query) => inLanguage(language, withQuery("/wanted", query)),
  demandClosing: (demandId: string) => `/department/supply/demands/${demandId}/closing`,
};
