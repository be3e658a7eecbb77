/** Runs a process's main. A mistake in the configuration is told plainly; anything else that stops a start, too. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
    process.exit();
  });
}
