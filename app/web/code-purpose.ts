import { paths, safeReturnPath } from "./paths";
import type { Language } from "~/platform/language";

/** What a one-time code is wanted for, as the address of its pages says. */
export type CodePurpose = {
  /** `register`: to sell here; null: to come in. */
  to: "register" | null;
  /** The page after it, one of ours. */
  next: string | null;
};

export function codePurposeOf(request: Request): CodePurpose {
  const query = new URL(request.url).searchParams;
  return {
    to: query.get("to") === "register" ? "register" : null,
    next: safeReturnPath(query.get("next")),
  };
}

/** As it goes on in an address. */
export function purposeQuery({ to, next }: CodePurpose) {
  return { to: to ?? undefined, next: next ?? undefined };
}

/** Where somebody without an account goes on. */
export function openingPath(language: Language, { to, next }: CodePurpose): string {
  if (to === "register") return paths.register(language);
  return paths.signUp(language, { next: next ?? undefined });
}
