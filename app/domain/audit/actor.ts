/** Who acts: a signed-in person, a guest in the shop, a provider's notice, or the program's own timers. */
export type Actor =
  | {
      kind: "user";
      userId: string;
      role: string;
      /** The household that an agent works for at this door. */
      onBehalfOfId?: string;
    }
  | { kind: "guest" }
  | { kind: "provider"; name: string }
  | { kind: "system" };

/** A signed-in person. */
export type UserActor = Extract<Actor, { kind: "user" }>;

export const GUEST: Actor = { kind: "guest" };
export const SYSTEM: Actor = { kind: "system" };

/** A role, `guest`, `system` or `provider`. */
export function actorKindOf(actor: Actor): string {
  return actor.kind === "user" ? actor.role : actor.kind;
}

export function actorIdOf(actor: Actor): string | null {
  return actor.kind === "user" ? actor.userId : null;
}

/** The household that an agent acts for; null: it is the actor's own doing. */
export function behalfOf(actor: Actor): string | null {
  return actor.kind === "user" ? (actor.onBehalfOfId ?? null) : null;
}
