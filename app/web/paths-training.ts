import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The addresses of training sessions and of the short lessons; a lesson is named by its slug. */
export const trainingPaths = {
  lessons: (language: Language) => inLanguage(language, "/lessons"),
  lesson: (language: Language, slug: string) => inLanguage(language, `/lessons/${slug}`),
  householdLessons: (query?: Query) => withQuery("/household/lessons", query),
  householdLesson: (slug: string, query?: Query) => withQuery(`/household/lessons/${slug}`, query),
  householdTraining: (query?: Query) => withQuery("/household/training", query),
  /** What the QR on the wall leads to. */
  trainingByCode: (code: string, query?: Query) => withQuery(`/household/training/${code}`, query),
  departmentTraining: (query?: Query) => withQuery("/department/training", query),
  departmentTrainingCsv: () => "/department/training.csv",
  newTraining: () => "/department/training/new",
  departmentSession: (id: string, query?: Query) => withQuery(`/department/training/${id}`, query),
  sessionPlan: (id: string) => `/department/training/${id}/plan`,
  sessionCancellation: (id: string) => `/department/training/${id}/cancellation`,
  sessionClosure: (id: string) => `/department/training/${id}/closure`,
  departmentSessionSheet: (id: string) => `/department/training/${id}/sheet`,
  sessionReopening: (id: string) => `/department/training/${id}/reopening`,
  /** What comes, for everybody. */
  training: (language: Language) => inLanguage(language, "/training"),
  newAgentSession: () => "/agent/training/new",
  agentSessionPlan: (id: string) => `/agent/training/${id}/plan`,
  agentSessionCancellation: (id: string) => `/agent/training/${id}/cancellation`,
  agentTraining: (query?: Query) => withQuery("/agent/training", query),
  agentSession: (id: string, query?: Query) => withQuery(`/agent/training/${id}`, query),
  agentSessionClosure: (id: string) => `/agent/training/${id}/closure`,
  agentSessionSheet: (id: string) => `/agent/training/${id}/sheet`,
} as const;
