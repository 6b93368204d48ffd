import type { Language } from "~/platform/language";
import type { Role } from "./roles";

/** What a person sees of themselves. */
export type Account = { fullName: string; phone: string; role: Role; language: Language };

/** Somebody whose password was found right, or set, just now; its hash tells whether it is still theirs. */
export type Proven = { userId: string; passwordHash: string };

/** Somebody who may have a session: an officer has also given a code of the app. */
export type Admitted = Proven & { hasSecondStep?: true };
