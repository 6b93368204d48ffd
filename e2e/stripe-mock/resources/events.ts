import type Stripe from "stripe";
import { z } from "zod";
import { isWithin, pageOf } from "../api/list-pages";
import { expandable, flag, listOf, pageParams, range, text } from "../api/params";
import { invalidParameter, noSuchThing } from "../api/stripe-error";
import type { World } from "../state/world";
import { isOfType } from "../webhooks/event-types";

export const RETRIEVE_EVENT = z.strictObject({
  ...expandable,
} satisfies Record<keyof Stripe.EventRetrieveParams, z.ZodType>);

export function retrieveEvent(world: World, id: string): Stripe.Event {
  const event = world.events.find(id);
  if (!event) throw noSuchThing("event", id);
  return withPending(world, event);
}

export const LIST_EVENTS = z.strictObject({
  ...pageParams,
  created: range().optional(),
  delivery_success: flag().optional(),
  type: text().optional(),
  types: listOf(text(), 20).optional(),
} satisfies Record<keyof Stripe.EventListParams, z.ZodType>);

export function listEvents(
  world: World,
  params: z.output<typeof LIST_EVENTS>,
): Stripe.ApiList<Stripe.Event> {
  if (params.type !== undefined && params.types !== undefined) {
    throw invalidParameter("types", "You may only specify one of these parameters: type, types.");
  }
  const wanted = params.types ?? (params.type === undefined ? undefined : [params.type]);
  const fitting = world.events
    .newestFirst()
    .filter((event) => isWithin(params.created, event.created))
    .filter((event) => !wanted || wanted.some((pattern) => isOfType(event.type, pattern)))
    .map((event) => withPending(world, event))
    .filter(
      (event) =>
        params.delivery_success === undefined ||
        params.delivery_success === (event.pending_webhooks === 0),
    );
  return pageOf("/v1/events", fitting, params);
}

function withPending(world: World, event: Stripe.Event): Stripe.Event {
  return { ...event, pending_webhooks: world.deliveries.pendingOf(event.id) };
}
