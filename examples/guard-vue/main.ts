import { createApp } from "vue";
import Provisioning from "./Provisioning.vue";

createApp(Provisioning).mount("main");
