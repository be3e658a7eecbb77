// Exit code 0 when this container's process says it is ready, on its own operations port.
const { APP = '', ...environment } = process.env;
const address = environment[`${APP.toUpperCase()}_OPERATIONS_LISTEN`];
const port = address
  ? address.slice(address.lastIndexOf(':') + 1)
  : { engine: '7101', edge: '7001', admin: '7201' }[APP];

fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4000) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
