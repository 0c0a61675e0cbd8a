// What runs in a Web Worker.
import { serve } from "./worker-desk.js";

const { answer, misheard } = serve((message) => self.postMessage(message));
self.onmessage = ({ data }) => answer(data);
self.onmessageerror = misheard;
