import type { Language } from "~/platform/language";
import { inLanguage, withQuery, type Query } from "./with-query";

/** The addresses by which somebody joins, comes in, and looks after what is theirs. */
export const accountPaths = {
  signUp: (language: Language, query?: Query) => inLanguage(language, "/sign-up", query),
  signIn: (language: Language, query?: Query) => inLanguage(language, "/sign-in", query),
  /** Where an officer gives a code of the app after the password, or sets the app up. */
  secondStep: (language: Language, query?: Query) =>
    inLanguage(language, "/sign-in/second-step", query),
  /** Where a one-time code is asked for; `to` is what it is wanted for, `next` the page after it. */
  codeRequest: (language: Language, query?: Query) => inLanguage(language, "/sign-in/code", query),
  /** Where its digits are typed. */
  codeEntry: (language: Language, { codeId, ...query }: Query & { codeId: string }) =>
    inLanguage(language, `/sign-in/code/${codeId}`, query),
  /** Where a household comes in for the first time by a code that its helper handed over. */
  handedCode: (language: Language) => inLanguage(language, "/sign-in/helper-code"),
  /** `by` is `password` for who gets no message. */
  register: (language: Language, query?: Query) => inLanguage(language, "/register", query),
  signOut: () => "/sign-out",
  account: (query?: Query) => withQuery("/account", query),
  language: () => "/account/language",
  /** `key`: from the mail that asks whether the address is right. */
  accountEmail: (query?: Query) => withQuery("/account/email", query),
  addresses: (query?: Query) => withQuery("/account/addresses", query),
  /** A page to write one, whether it is there already or not. */
  address: (id: string) => `/account/addresses/${id}`,
  addressChoice: (id: string) => `/account/addresses/${id}/choice`,
  addressRemoval: (id: string) => `/account/addresses/${id}/removal`,
  /** Where a file of a form goes in parts, named by its SHA-256. */
  fileParts: (hash: string) => `/account/files/${hash}`,
  wishes: (query?: Query) => withQuery("/account/wishes", query),
  password: () => "/account/password",
  /** An officer's app goes over to another phone. `left`: how many codes on paper are left after one was used. */
  accountSecondStep: (query?: Query) => withQuery("/account/second-step", query),
  /** Where somebody changes over to another phone, and where the digits are typed that were sent there. */
  accountPhone: () => "/account/phone",
  accountPhoneCode: ({ codeId, ...query }: Query & { codeId: string }) =>
    withQuery(`/account/phone/${codeId}`, query),
  ownData: () => "/account/data",
  ownDataJson: () => "/account/data.json",
  deletion: () => "/account/deletion",
  householdData: (query?: Query) => withQuery("/household/data", query),
  householdArchive: (query?: Query) => withQuery("/household/data.zip", query),
} as const;
