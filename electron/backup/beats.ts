/** Signs of life of a work in the thread of backups: a place that hangs gives none, and whoever asked would wait for ever. */

let beats: Int32Array | undefined;

/** @param shared one number, read by whoever waits. */
export function beatInto(shared: Int32Array): void {
  beats = shared;
}

/** Another piece was read or written. */
export function beat(): void {
  if (beats !== undefined) Atomics.add(beats, 0, 1);
}
