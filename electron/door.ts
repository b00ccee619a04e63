/** Which door a request came through. Set by the adapter, never by headers or body. */
export interface Door {
  kind: 'window' | 'loopback';
  device: string;
}
