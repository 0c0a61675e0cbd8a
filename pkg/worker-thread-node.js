// What runs in a thread of Node.
import { parentPort } from "node:worker_threads";
import { serve } from "./worker-desk.js";

const { answer, misheard } = serve((message) => parentPort.postMessage(message));
parentPort.on("message", answer);
parentPort.on("messageerror", misheard);
