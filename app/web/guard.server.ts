import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { Actor, UserActor } from "~/domain/audit/actor";
import { hasPermission, type Permission } from "~/domain/identity/permissions";
import { isInScope, type Scope } from "~/domain/identity/scope";
import {
  findLetting,
  isHouseholdDoor,
  scopeOf,
  type ScopeAsker,
} from "~/domain/identity/scope.server";
import { readSession, type SessionUser } from "~/domain/identity/sessions.server";
import { GUEST } from "~/domain/audit/actor";
import type { Language } from "~/platform/language";
import { readActingFor } from "./acting-cookie.server";
import { deskSlug } from "./desk-address";
import { forbidden } from "./http-errors";
import { paths, safeReturnPath } from "./paths";

export type DoorArgs = LoaderFunctionArgs | ActionFunctionArgs;
export type Entry = {
  user: SessionUser;
  actor: UserActor;
  scope: Scope;
  /** Of what else stands on the door's page: a household may have agreed to less. */
  scopeFor: (permission: Permission) => Promise<Scope>;
  language: Language;
};

/**
 * Who stands at a door that needs a permission, and which rows they may touch.
 * A guest is sent to sign in and comes back; a person without the permission gets 403; an agent at a household's door to
 * which that household's consent does not reach goes back to their own desk, and reads why, and one whose page is of another
 * household that lets them work is asked whether to change over; a form goes along to that page and is not lost. A form
 * whose session had ended comes back to the page it was on, and the sign-in page says that it has to be filled in again.
 */
export async function requirePermission(args: DoorArgs, permission: Permission): Promise<Entry> {
  const user = await currentUser(args);
  if (!user) {
    const isForm = args.request.method === "POST";
    const next = isForm ? pageOfForm(args) : args.context.visiblePath;
    const query = isForm ? { next, ended: 1 } : { next };
    throw redirect(paths.signIn(args.context.addressLanguage, query));
  }
  if (!hasPermission(user.role, permission)) throw forbidden();
  const actingForId = user.role === "agent" ? readActingFor(args.request) : null;
  const scopeFor = (one: Permission) => scopeOf({ user, permission: one, actingForId });
  const scope = await scopeFor(permission);
  const actor: UserActor = { kind: "user", userId: user.id, role: user.role };
  if (user.role === "agent" && isHouseholdDoor(permission)) {
    await refuseOtherHousehold(args, { user, permission, actingForId });
    // Chosen none, or its consent is over or does not go so far: nothing is shown and nothing done.
    if (actingForId === null || !isInScope(scope, actingForId)) {
      throw noConsent();
    }
    actor.onBehalfOfId = actingForId;
  }
  return { user, actor, scope, scopeFor, language: languageOf(args, user) };
}

/** Each of an agent's pages names its household (`useDesk`): a tab from before must not do its work for the next one. */
async function refuseOtherHousehold(args: DoorArgs, asker: ScopeAsker): Promise<void> {
  const slug = deskSlug(args);
  if (slug === null) return;
  const lettingId = await findLetting(slug, asker);
  if (lettingId === null || lettingId === asker.actingForId) return;
  if (args.request.method !== "POST") {
    throw redirect(paths.acting({ household: slug, next: args.context.visiblePath }), 303);
  }
  const asked = { household: slug, next: pageOfForm(args) };
  if (!isTyped(args.request)) throw redirect(paths.acting(asked), 303);
  const { pathname, search } = new URL(args.request.url);
  throw redirect(paths.heldForm({ ...asked, send: pathname + search }), 307);
}

/** False of what a script sends: it shows no page. */
function isTyped({ headers }: Request): boolean {
  const type = headers.get("Content-Type") ?? "";
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type);
}

/** Back to the agent's own desk, which says why. */
export function noConsent(): Response {
  return redirect(paths.agentDesk({ problem: "no_consent" }), 303);
}

/** The page that a form was on which failed before it came to its door, to be opened anew; null of anything else. */
export function reopenedPage(args: DoorArgs): string | null {
  const { isForm, failedStatus } = args.context;
  return isForm && failedStatus !== undefined ? pageOfForm(args) : null;
}

/** The page that a form was on, as the browser says; when it does not, the door's own page, to which each door leads. */
function pageOfForm({ request, context }: DoorArgs): string {
  const referer = request.headers.get("Referer") ?? "";
  if (!URL.canParse(referer)) return context.visiblePath;
  const page = new URL(referer);
  const isOurs = page.origin === new URL(request.url).origin;
  return (isOurs ? safeReturnPath(page.pathname + page.search) : null) ?? context.visiblePath;
}

/** The signed-in person, or null. */
export async function currentUser(args: DoorArgs): Promise<SessionUser | null> {
  return readSession(args.request.headers.get("Cookie"));
}

/** Who acts at a public door: a guest or the signed-in person. */
export async function currentActor(args: DoorArgs): Promise<Actor> {
  const user = await currentUser(args);
  return user ? { kind: "user", userId: user.id, role: user.role } : GUEST;
}

/** The address decides on public pages, the person's setting on desks. */
export function languageOf(args: DoorArgs, user: SessionUser | null): Language {
  if (args.context.addressLanguage !== "vi") return args.context.addressLanguage;
  return user && isDesk(new URL(args.request.url).pathname) ? user.language : "vi";
}

const DESKS = ["/account", "/household", "/agent", "/department"];

export function isDesk(pathname: string): boolean {
  return DESKS.some((desk) => pathname === desk || pathname.startsWith(`${desk}/`));
}
