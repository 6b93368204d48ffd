import { id, instant, text } from "../columns";
import { index, primaryKey, table } from "../dialect";
import { products } from "./catalog";
import { users } from "./identity";

/** Where a buyer has things sent: the address book. */
export const addresses = table(
  "addresses",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    fullName: text("full_name").notNull(),
    phone: text("phone").notNull(),
    // No reference: the State merges communes, and an address must not stand in its way.
    provinceCode: text("province_code").notNull(),
    communeCode: text("commune_code").notNull(),
    placeName: text("place_name").notNull(), // of commune and province as they were called when it was kept
    addressLine: text("address_line").notNull(),
    chosenAt: instant("chosen_at").notNull(), // the one chosen last is the first choice
  },
  (t) => [index("addresses_user").on(t.userId, t.chosenAt)],
);

/** Products that a buyer keeps in mind. */
export const wishes = table(
  "wishes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    wishedAt: instant("wished_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.productId] }),
    index("wishes_user").on(t.userId, t.wishedAt),
    index("wishes_product").on(t.productId),
  ],
);
