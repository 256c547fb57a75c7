/** Tells the console to look at its clock: a page in the background is told only once a minute, a worker always. */
setInterval(() => postMessage(null), 200);

export {};
