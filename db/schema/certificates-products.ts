import { text } from "../columns";
import { index, primaryKey, table } from "../dialect";
import { products } from "./catalog";
import { certificates } from "./certificates";

/**
 * Which products of its household a certificate is for, as it was sent. Which one a product shows stands on the product
 * itself, which every sale reads anyway.
 */
export const certificateProducts = table(
  "certificate_products",
  {
    certificateId: text("certificate_id")
      .notNull()
      .references(() => certificates.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
  },
  (t) => [
    primaryKey({ columns: [t.certificateId, t.productId] }),
    index("certificate_products_product").on(t.productId),
  ],
);
