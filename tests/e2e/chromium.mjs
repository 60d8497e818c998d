/** Every page test in Chromium. */
process.env.ENGINE = "Chromium";
await import("./all.mjs");
