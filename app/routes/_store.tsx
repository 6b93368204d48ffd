import { Outlet } from "@remix-run/react";
import { StoreLayout } from "~/ui/layouts/store-layout";

export default function StorePage() {
  return (
    <StoreLayout>
      <Outlet />
    </StoreLayout>
  );
}
