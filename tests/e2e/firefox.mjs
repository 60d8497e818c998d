/** Every page test in Firefox. */
process.env.ENGINE = "Firefox";
await import("./all.mjs");
