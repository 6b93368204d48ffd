import { sentWhole } from "~/platform/parts.server";
import { expect, it } from "vitest";
import { PHOTOS_MAX } from "~/domain/catalog/photo-limits";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { addPhoto } from "./add-photo.server";
import { movePhotoFirst } from "./move-photo-first.server";
import { removePhoto } from "./remove-photo.server";
import { submitProduct } from "./submit-product.server";
import {
  actor,
  auditOf,
  create,
  elsewhere,
  jpeg,
  photoFolders,
  scope,
  setUpProducts,
} from "./test-products";

setUpProducts();

const idsOf = async (slug: string) =>
  (await findOwnProduct(scope, slug))?.photos.map(({ id }) => id) ?? [];

it("come one by one; a form sent twice adds one, and what is no photo none", async () => {
  const slug = await create({ name: "Rau cải mèo" });
  const before = photoFolders();
  const add = (shownCount: number, photo = jpeg) =>
    addPhoto(actor, scope, { slug, photo: sentWhole(photo), shownCount });
  const sent = await Promise.all([add(0), add(0)]);
  expect(sent.map((result) => (result.ok ? "added" : result.code)).toSorted()).toEqual([
    "added",
    "photos_changed",
  ]);
  const none = await add(1, Buffer.from("khong phai anh"));
  expect(none).toMatchObject({ code: "photo_unreadable" });
  for (let count = 1; count < PHOTOS_MAX; count += 1) expect((await add(count)).ok).toBe(true);
  expect(await add(PHOTOS_MAX)).toMatchObject({ code: "photos_full" });
  const ids = await idsOf(slug);
  expect(new Set(ids).size).toBe(PHOTOS_MAX);
  expect(photoFolders().toSorted()).toEqual([...before, ...ids].toSorted());
});

it("can be put first and taken away, files and all", async () => {
  const slug = await create({ name: "Rau dớn" });
  const before = photoFolders();
  for (const shownCount of [0, 1, 2])
    await addPhoto(actor, scope, { slug, photo: sentWhole(jpeg), shownCount });
  const [first = "", second = "", third = ""] = await idsOf(slug);
  expect((await movePhotoFirst(actor, scope, { slug, photoId: third })).ok).toBe(true);
  // Sent twice, it is noted once.
  expect((await movePhotoFirst(actor, scope, { slug, photoId: third })).ok).toBe(true);
  expect(await idsOf(slug)).toEqual([third, first, second]);
  const product = await findOwnProduct(scope, slug);
  expect(product?.photo?.id).toBe(third);
  expect((await removePhoto(actor, scope, { slug, photoId: first })).ok).toBe(true);
  expect(photoFolders().toSorted()).toEqual([...before, second, third].toSorted());
  expect((await auditOf(product?.id ?? "")).slice(-3)).toMatchObject([
    { action: "product.add_photo" },
    { action: "product.move_photo_first", after: { photoId: third } },
    { action: "product.remove_photo", before: { photoId: first } },
  ]);
});

it("of another product, of another household, gone or on sale are left alone", async () => {
  const slug = await create({ name: "Rau bò khai" });
  await addPhoto(actor, scope, { slug, photo: sentWhole(jpeg), shownCount: 0 });
  const [photoId = ""] = await idsOf(slug);
  const other = await create({ name: "Rau ngót rừng" });
  const folders = photoFolders();
  for (const change of [removePhoto, movePhotoFirst]) {
    const codeOf = async (...[as, target, id]: [typeof scope, string, string]) => {
      const result = await change(actor, as, { slug: target, photoId: id });
      return result.ok ? "changed" : result.code;
    };
    expect(await codeOf(scope, other, photoId)).toBe("photo_not_found");
    expect(await codeOf(scope, slug, "pho_none")).toBe("photo_not_found");
    expect(await codeOf(elsewhere, slug, photoId)).toBe("product_not_found");
  }
  await submitProduct(actor, scope, { slug });
  for (const change of [removePhoto, movePhotoFirst]) {
    expect(await change(actor, scope, { slug, photoId })).toMatchObject({
      code: "product_not_editable",
    });
  }
  expect(photoFolders()).toEqual(folders);
  expect(await idsOf(slug)).toEqual([photoId]);
});
