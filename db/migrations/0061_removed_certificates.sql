-- A certificate that was taken away keeps no product any longer: a mistaken draft named in it may be removed too.
DELETE FROM certificate_products
WHERE certificate_id IN (SELECT id FROM certificates WHERE removed_at IS NOT NULL);
