import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provisioning } from "./Provisioning.tsx";

createRoot(document.querySelector("main")!).render(
  <StrictMode>
    <Provisioning />
  </StrictMode>,
);
