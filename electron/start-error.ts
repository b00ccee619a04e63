/** The counter cannot open; `message` is one Vietnamese sentence that says why and what to do. Exit code 1, nothing touched. */
export class StartError extends Error {
  override name = 'StartError';
}
