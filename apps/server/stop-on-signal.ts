const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Stops once on the first signal and then ends the process. Further ones are ignored: a terminal sends Ctrl-C to the
 * starter and to this process, so that it arrives twice.
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  onFailure: (error: unknown) => void,
): { isStopping(): boolean } {
  let stopping = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          onFailure(error);
          process.exit(1);
        },
      );
    });
  }
  return { isStopping: () => stopping };
}
