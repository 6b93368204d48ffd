import { withQuery, type Query } from "./with-query";

/** The addresses of a product that is being listed, a question a page. */
export const listingPaths = {
  newProduct: (query?: Query) => withQuery("/household/products/new", query),
  /** Leads to where its household was with it. */
  listing: (id: string) => `/household/listings/${id}`,
  listingScreen: (id: string, screen: string, query?: Query) =>
    withQuery(`/household/listings/${id}/${screen}`, query),
  listingSummary: (id: string) => `/household/listings/${id}/summary`,
  listingRemoval: (id: string) => `/household/listings/${id}/removal`,
};
