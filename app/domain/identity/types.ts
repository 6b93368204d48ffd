import type { Language } from "~/platform/language";
import type { Role } from "./roles";

/** What a person sees of themselves. */
export type Account = { fullName: string; phone: string; role: Role; language: Language };
