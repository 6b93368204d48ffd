import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The addresses of what is asked of who joins: on a household's desk and on the department's. */
export const joiningPaths = {
  /** The terms in force. */
  terms: (language: Language) => inLanguage(language, "/terms"),
  termsVersion: (language: Language, number: number) => inLanguage(language, `/terms/${number}`),
  householdTerms: (query?: Query) => withQuery("/household/terms", query),
  termsAcceptance: (query?: Query) => withQuery("/household/terms/acceptance", query),
  departmentTerms: (query?: Query) => withQuery("/department/terms", query),
  newTerms: () => "/department/terms/new",
  joining: (query?: Query) => withQuery("/household/joining", query),
  joiningItem: (itemId: string, query?: Query) => withQuery(`/household/joining/${itemId}`, query),
  /** Where a household says yes to a sentence. */
  joiningStatement: (itemId: string, query?: Query) =>
    withQuery(`/household/joining/${itemId}/statement`, query),
  /** A file of evidence, by its place in what was sent. */
  joiningEvidence: (stepId: string, place: number, query?: Query) =>
    withQuery(`/household/joining/evidence/${stepId}/${place}`, query),
  departmentJoining: (query?: Query) => withQuery("/department/joining", query),
  newJoiningItem: () => "/department/joining/new",
  departmentJoiningItem: (itemId: string) => `/department/joining/${itemId}`,
  joiningArrangement: (itemId: string) => `/department/joining/${itemId}/arrangement`,
  departmentEvidence: (stepId: string, place: number) =>
    `/department/joining/evidence/${stepId}/${place}`,
  householdJoining: (slug: string, query?: Query) =>
    withQuery(`/department/households/${slug}/joining`, query),
  householdJoiningItem: (slug: string, itemId: string) =>
    `/department/households/${slug}/joining/${itemId}`,
} as const;
