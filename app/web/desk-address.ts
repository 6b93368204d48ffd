type WithAddress = { request: Request };

/** The household that the address of a desk's page names; null: the person's first. */
export function deskSlug({ request }: WithAddress): string | null {
  return new URL(request.url).searchParams.get("household");
}

/** The same for the page that an action leads on to. */
export function deskQuery(args: WithAddress): { household?: string } {
  const household = deskSlug(args);
  return household === null ? {} : { household };
}
