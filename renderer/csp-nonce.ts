/** The nonce that the counter wrote into this page for style elements made at run time; undefined without a policy. */
export const cspNonce = readNonce();

function readNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.content || undefined;
}
