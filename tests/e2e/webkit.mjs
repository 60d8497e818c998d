/** Every page test in WebKit. */
process.env.ENGINE = "WebKit";
await import("./all.mjs");
