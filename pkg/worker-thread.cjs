// A thread of Node whose script is asked for as CommonJS.
import("./worker-thread-node.js");
